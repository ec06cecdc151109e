const resources = [
  'users',
  'orders',
  'invoices',
  'teams',
  'projects',
  'comments',
  'files',
  'tokens',
  'events',
  'notes',
];

const head = `const express = require('express');
const { requireAuth } = require('./auth');
const store = require('./store');

const router = express.Router();
`;

/** An Express file of so many lines, with the handlers that files of this size have. */
export function expressFile(lines: number): string {
  return fileOf(lines, head.split('\n'), handlers, 'module.exports = router;');
}

const classHead = `import { Body, Controller, Get, HttpException, HttpStatus, NotFoundException, Param, Post, Req, UseGuards } from '@nestjs/common';
import { AuthGuard } from './auth';
import { Store } from './store';

@Controller()
export class ResourcesController {
  constructor(private readonly store: Store) {}`;

/** One class of so many lines, as NestJS has them. */
export function controllerFile(lines: number): string {
  return fileOf(lines, classHead.split('\n'), methods, '}');
}

const pluginHead = `import { requireAuth } from './auth.js';

export default async function routes(fastify, { store }) {`;

/** One function of so many lines, as Fastify's plugins are. */
export function pluginFile(lines: number): string {
  return fileOf(lines, pluginHead.split('\n'), routes, '}');
}

/** Whole members between a head and an end, filled with comments, so that the text parses. */
function fileOf(lines: number, first: readonly string[], members: (index: number) => string[], end: string): string {
  const text = [...first];
  for (let index = 0; ; index++) {
    const next = members(index);
    if (text.length + next.length > lines - 1) break;
    text.push(...next);
  }
  while (text.length < lines - 1) text.push('// end of the routes');
  return [...text, end].join('\n');
}

function namesOf(index: number): { readonly resource: string; readonly one: string; readonly path: string } {
  const resource = `${resources[index % resources.length]}${Math.floor(index / resources.length) || ''}`;
  return { resource, one: resource.replace(/s(?=\d*$)/, ''), path: `/${resource}` };
}

function handlers(index: number): string[] {
  const { resource, one, path } = namesOf(index);
  return `
router.get('${path}/:id', async (req, res) => {
  const ${one} = await store.${resource}.findById(req.params.id);
  if (!${one}) return res.status(404).json({ error: 'not_found', message: 'No such ${one}.' });
  res.json(${one});
});

router.post('${path}', requireAuth, async (req, res, next) => {
  try {
    if (!req.body.name) {
      return res.status(400).json({ error: 'invalid', message: 'A name is needed.', field: 'name' });
    }
    if (req.user.role !== 'editor') {
      return res.status(401).json({ error: 'forbidden', message: 'Editors only.' });
    }
    const ${one} = await store.${resource}.create(req.body);
    res.status(201).json(${one});
  } catch (error) {
    next(error);
  }
});

router.delete('${path}/:id', requireAuth, async (req, res) => {
  const deleted = await store.${resource}.remove(req.params.id, { timeout: 500 });
  if (!deleted) return res.sendStatus(404);
  res.status(204).end();
});`.split('\n');
}

function methods(index: number): string[] {
  const { resource, one, path } = namesOf(index);
  return `
  @Get('${path}/:id')
  async show_${one}(@Param('id') id: string) {
    const ${one} = await this.store.${resource}.findById(id);
    if (!${one}) throw new NotFoundException('No such ${one}.');
    return ${one};
  }

  @Post('${path}')
  @UseGuards(AuthGuard)
  async create_${one}(@Body() body: Record<string, string>, @Req() req: Request) {
    if (!body.name) {
      throw new HttpException({ error: 'invalid', message: 'A name is needed.', field: 'name' }, 400);
    }
    if (req.user.role !== 'editor') {
      throw new HttpException({ error: 'forbidden', message: 'Editors only.' }, HttpStatus.UNAUTHORIZED);
    }
    return this.store.${resource}.create(body);
  }`.split('\n');
}

function routes(index: number): string[] {
  const { resource, one, path } = namesOf(index);
  return `
  fastify.get('${path}/:id', async (request, reply) => {
    const ${one} = await store.${resource}.findById(request.params.id);
    if (!${one}) return reply.status(404).send({ error: 'not_found', message: 'No such ${one}.' });
    return ${one};
  });

  fastify.post('${path}', { preHandler: requireAuth }, async (request, reply) => {
    if (!request.body.name) {
      return reply.status(400).send({ error: 'invalid', message: 'A name is needed.', field: 'name' });
    }
    if (request.user.role !== 'editor') {
      return reply.status(401).send({ error: 'forbidden', message: 'Editors only.' });
    }
    return reply.status(201).send(await store.${resource}.create(request.body));
  });`.split('\n');
}
