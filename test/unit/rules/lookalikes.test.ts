import { type HandlerCase, reportedOf } from '../../support/handlerCases.ts';

/** Pairs that look alike: what is right says nothing, what is wrong stands beside it and is found. */
const cases: readonly HandlerCase[] = [
  {
    name: 'an empty text is no body, returned or handed to a helper',
    path: 'server/covers.ts',
    source: `import { defineEventHandler } from 'h3';
import express from 'express';
export default defineEventHandler((event) => {
  if (event.req.headers.get('if-none-match')) {
    event.res.status = 304;
    return '';
  }
  event.res.status = 304;
  return 'the same as before';
});
const app = express();
function answer(res, code, body) {
  res.status(code).send(body);
}
app.delete('/covers/:id', (req, res) => answer(res, 204, ''));
app.delete('/covers', (req, res) => answer(res, 204, 'all gone'));
`,
    findings: ['8 no-body-allowed', '16 no-body-allowed'],
  },
  {
    name: 'a hash that a token carries says for what it is good, a role who may do what',
    path: 'src/hooks.ts',
    source: `import express from 'express';
import jwt from 'jsonwebtoken';
const app = express();
app.post('/hooks', (req, res) => {
  const claims = jwt.verify(req.headers.authorization, key);
  const computed = sha256(req.rawBody);
  if (computed !== claims['payload_hash']) return res.status(401).json({ error: 'Another payload' });
  if (claims.role !== 'sender') return res.status(401).json({ error: 'Not a sender' });
  res.status(204).end();
});
`,
    findings: ['8 forbidden-for-authenticated'],
  },
  {
    name: 'a link that was mailed has run out, where the URL names a token; a shelf that is not there',
    path: 'src/passwords.ts',
    source: `import express from 'express';
const app = express();
app.put('/passwords/:token', async (req, res) => {
  const resetToken = hash(req.params.token);
  const reader = await Reader.findOne({ resetToken });
  if (!reader) return res.status(400).json({ error: 'This link is no good' });
  const shelf = await Shelf.findOne({ name: req.params.token });
  if (!shelf) return res.status(400).json({ error: 'No good' });
  res.status(204).end();
});
`,
    findings: ['8 not-found-is-404'],
  },
  {
    name: 'a token of the own making, and what is kept of a caller who is known',
    path: 'src/proxy.ts',
    source: `import express from 'express';
const app = express();
app.get('/proxy', async (req, res) => {
  const bearerToken = await mintToken({ shelf: 1 }).catch(() => null);
  if (!bearerToken) return res.status(500).json({ error: 'The proxy is not set up' });
  const account = await auth.getUser(req.user.id);
  if (!account) return res.status(500).json({ error: 'The account is gone' });
  res.json(account);
});
app.get('/me', async (req, res) => {
  const account = await auth.getUser(req);
  if (!account) return res.status(500).json({ error: 'Nobody there' });
  res.json(account);
});
`,
    findings: ['12 client-fault-is-4xx'],
  },
  {
    name: 'what another server says is there only where its status is',
    path: 'src/mails.ts',
    source: `import express from 'express';
const app = express();
app.post('/mails', async (req, res) => {
  try {
    res.json(await post('/mails', req.body));
  } catch (e) {
    res.status(e.response?.status ?? 500).json({ message: e.response?.data.detail ?? 'Not sent' });
  }
});
app.post('/letters', async (req, res) => {
  try {
    res.json(await post('/letters', req.body));
  } catch (e) {
    res.status(e.response?.status ?? 500).json({ message: e.response?.data.detail ?? e.message });
  }
});
`,
    findings: ['14 error-detail-leak'],
  },
  {
    name: 'a failure answered 200 on purpose, as the line above says',
    path: 'src/tasks.ts',
    source: `import express from 'express';
const app = express();
app.post('/tasks', async (req, res) => {
  if (!req.body.task) {
    // nothing to do
    return res.json({ success: false, error: 'No task' });
  }
  try {
    res.json(await run(req.body.task));
  } catch (error) {
    // Return 200 so that the queue does not try again
    return res.json({ success: false, error: 'Not done' });
  }
});
`,
    findings: ['6 error-in-success'],
  },
  {
    name: 'what is asked of other servers is neither a session of the caller nor what the request sends',
    path: 'pages.py',
    source: `import aiohttp
from fastapi import FastAPI, HTTPException, UploadFile

app = FastAPI()

async def fetch(session: aiohttp.ClientSession, url: str):
    async with session.get(url, timeout=5) as answer:
        if answer.status != 200:
            raise HTTPException(status_code=500, detail="Not fetched")

@app.get("/pages")
async def page(url: str):
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as answer:
            if answer.content_length is not None and answer.content_length > MAX_SIZE:
                raise HTTPException(status_code=500, detail="Too large")
            return await answer.text()

@app.post("/covers")
async def keep(cover: UploadFile):
    if cover.size > MAX_SIZE:
        raise HTTPException(status_code=500, detail="Too large")
    return await covers.keep(cover)
`,
    findings: ['22 client-fault-is-4xx'],
  },
  {
    name: 'an integrity that is broken where the text blames the request',
    path: 'views.py',
    source: `from django.db import IntegrityError
from rest_framework.response import Response
from rest_framework.views import APIView

class Base(APIView):
    def handle_exception(self, exc):
        try:
            return super().handle_exception(exc)
        except Exception as error:
            if isinstance(error, IntegrityError):
                return Response({"error": "The payload is not valid"}, status=400)
            raise

class Shelf(Base):
    def post(self, request):
        try:
            shelves.create(request.data)
        except Exception as error:
            if isinstance(error, IntegrityError):
                return Response({"error": "The name is taken"}, status=400)
            raise
        return Response({"kept": True})
`,
    findings: ['20 conflict-is-409'],
  },
  {
    name: 'what a gateway adds is asked for, where it may not have been added',
    path: 'handler.go',
    source: `package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/events"
)

func handler(request events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if _, ok := request.RequestContext.Authorizer["name"]; !ok {
		return events.APIGatewayProxyResponse{Body: "Unauthorized: only authorized users", StatusCode: http.StatusUnauthorized}, nil
	}
	return events.APIGatewayProxyResponse{Body: "Hello", StatusCode: 200}, nil
}

func admin(request events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	role := request.RequestContext.Authorizer["role"]
	if role != "admin" {
		return events.APIGatewayProxyResponse{Body: "Only admins", StatusCode: http.StatusUnauthorized}, nil
	}
	return events.APIGatewayProxyResponse{Body: "Hello", StatusCode: 200}, nil
}
`,
    findings: ['19 forbidden-for-authenticated'],
  },
  {
    name: 'a guard that asks only where nobody may stay unknown',
    path: 'feeds.py',
    source: `from flask import Flask, abort

app = Flask(__name__)

@app.route('/feeds/<int:book>')
@requires_basic_auth_if_no_ano
def feed(book):
    if not auth.current_user().role_download():
        return abort(401)
    return send(book)

@app.route('/books/<int:book>')
@login_required
def download(book):
    if not current_user.role_download():
        return abort(401)
    return send(book)
`,
    findings: ['16 forbidden-for-authenticated'],
  },
  {
    name: 'an upload that is read and looked through, and stored files that are too large',
    path: 'src/uploads.js',
    source: `const Boom = require('@hapi/boom');
const Joi = require('joi');
const maximum = 1000;
server.route({
  method: 'POST',
  path: '/uploads',
  handler: async (request, h) => {
    const { file } = request.payload;
    try {
      const data = await streamToPromise(file);
      await Joi.validate(data, schema);
      return h.response(data);
    } catch (error) {
      return Boom.badRequest('No good');
    }
  },
});
server.route({
  method: 'GET',
  path: '/archives/{id}',
  handler: async (request, h) => {
    try {
      const metaResponse = await files.head(request.params.id);
      if (Number(metaResponse.headers['content-length']) > maximum) throw new Error('Too much to pack');
      return h.response(await pack(request.params.id));
    } catch (error) {
      return h.response({ error: 'Not packed' }).code(500);
    }
  },
});
server.route({
  method: 'POST',
  path: '/archives',
  handler: async (request, h) => {
    try {
      if (Number(request.headers['content-length']) > maximum) throw new Error('Too much to pack');
      return h.response(await pack(request.payload));
    } catch (error) {
      return h.response({ error: 'Not packed' }).code(500);
    }
  },
});
`,
    findings: ['39 client-fault-is-4xx'],
  },
  {
    name: 'a text that says that none exists, below a look-up that found something',
    path: 'history.py',
    source: `from flask import Flask, abort

app = Flask(__name__)

@app.route('/books/<uuid>/history')
def history(uuid):
    book = shelf.books.get(uuid)
    if not book:
        abort(404, f'No book exists with the UUID {uuid}')
    if not len(book.history):
        abort(404, f'The book is there but no history exists for {uuid}')
    return book.history

@app.route('/books/<uuid>/lend', methods=['POST'])
def lend(uuid):
    loan = loans.find_by_book(uuid)
    if loan:
        if loan.days > 7:
            abort(400, f'A loan exists already for {uuid}')
    return loans.create(uuid)
`,
    findings: ['19 conflict-is-409'],
  },
  {
    name: 'a protocol that takes anything but 200 for a failure that will pass, as the handler explains',
    path: 'sync.py',
    source: `from django.http import JsonResponse

def upload(request):
    handler = registry.get(request.POST['table'])
    if handler is None:
        return JsonResponse({'error': 'Unknown table'}, status=200)
    # What is refused for good is answered 200 with an error, since the client sends anything else
    # again and again.
    handler.dispatch(request)
    return JsonResponse({'status': 'ok'})

def download(request):
    # What is asked for
    handler = registry.get(request.GET['table'])
    if handler is None:
        return JsonResponse({'error': 'Unknown table'}, status=200)
    return JsonResponse({'status': 'ok'})
`,
    findings: ['16 error-in-success'],
  },
  {
    name: 'the parts of a date are read, not looked up; htmx has a code of its own',
    path: 'src/skew.ts',
    source: `import express from 'express';
const app = express();
app.use((req, res, next) => {
  try {
    const sent = new Date(req.headers.date).getTime();
    if (now() - sent > 1000) return res.status(400).json({ error: 'Too old' });
  } catch (error) {
    return res.status(400).json({ error: 'No date' });
  }
  next();
});
app.get('/books', async (req, res) => {
  try {
    const found = await books.getPage(req.query.page);
    if (found.last) return res.status(286).send('htmx stops here');
    res.json(found);
  } catch (error) {
    return res.status(400).json({ error: 'No page' });
  }
});
`,
    findings: ['18 server-fault-is-5xx'],
  },
];

reportedOf('what looks alike', cases, { isJudged: ({ severity }) => severity !== 'hint' });
