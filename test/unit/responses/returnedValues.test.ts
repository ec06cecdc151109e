import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { returnedValues } from '../../../server/src/responses/bodies/returnedValues.ts';
import { analyser } from '../../support/analyser.ts';

const cases = [
  {
    says: 'what a Fastify handler returns is sent with 200',
    file: 'a.js',
    text: `
      import Fastify from 'fastify';
      const app = Fastify();
      app.get('/users/:id', async (request, reply) => {
        const user = await users.find(request.params.id);
        if (!user) return reply.code(404).send({ error: 'not_found' });
        return user;
      });`,
    returned: ['200 user'],
  },
  {
    says: 'the reply itself is no value',
    file: 'a.js',
    text: `
      import Fastify from 'fastify';
      const app = Fastify();
      app.get('/users', async (request, reply) => {
        reply.code(202);
        return reply;
      });`,
    returned: [],
  },
  {
    says: 'the default is that of the method',
    file: 'a.ts',
    text: `
      import { BadRequestException, Body, Controller, Post } from '@nestjs/common';
      @Controller('cats')
      export class CatsController {
        @Post()
        create(@Body() cat) {
          if (!cat) throw new BadRequestException();
          return this.cats.create(cat);
        }
      }`,
    returned: ['201 this.cats.create(cat)'],
  },
  {
    says: 'Express ignores what is returned',
    file: 'a.js',
    text: `
      const app = require('express')();
      app.get('/users', (req, res) => {
        if (!users) res.status(404).end();
        return users;
      });`,
    returned: [],
  },
  {
    says: 'a function inside a handler is not the handler',
    file: 'a.py',
    text: `
from flask import Flask
app = Flask(__name__)


@app.get('/users')
def users():
    def name(user):
        return user.name

    return sorted(store.users(), key=name)
`,
    returned: ['200 sorted(store.users(), key=name)'],
  },
  {
    says: 'a decorator that says the status leaves nothing to tell',
    file: 'a.py',
    text: `
from fastapi import FastAPI
app = FastAPI()


@app.post('/users', status_code=201)
def create(user):
    return user
`,
    returned: [],
  },
  {
    says: 'a promise that is rejected throws',
    file: 'a.js',
    text: `
const Hapi = require('@hapi/hapi');
const server = Hapi.server();
server.route({
  method: 'GET',
  path: '/users',
  handler: async (request, h) => {
    if (!request.query.shelf) return Promise.reject(new Error('No shelf'));
    if (request.query.shelf === 'none') return h.response('No such shelf').code(404);
    return users.all();
  },
});
`,
    returned: ['200 users.all()'],
  },
] as const;

suite('values that handlers return without a word of their status', () => {
  for (const { says, file, text, returned } of cases) {
    test(says, async () => {
      const language = analyser.languageOfPath(file);
      assert.ok(language);
      await analyser.prepare(language);
      const { analysis } = analyser.analyse(language, analyser.open(language, `file:///${file}`, text));
      assert.ok(analysis);
      assert.deepEqual(
        returnedValues(analysis).map(({ code, node }) => `${code} ${node.text}`),
        returned,
      );
    });
  }
});
