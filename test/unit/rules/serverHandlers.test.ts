import { type HandlerCase, isNoChallenge, reportedOf } from '../../support/handlerCases.ts';

/** JavaScript handlers of other frameworks than Express as people write them: lines and rules. */
const cases: readonly HandlerCase[] = [
  {
    name: 'a helper that hands on the options of a response',
    path: 'src/worker.ts',
    source: `const json = (data: unknown, init?: ResponseInit) => Response.json(data, init);
function wrongMethod() {
  return json({ error: 'Not so' }, { status: 405 });
}
function onlyPost() {
  return json({ error: 'Not so' }, { status: 405, headers: { Allow: 'POST' } });
}
export default {
  async fetch(request: Request, env: Env) {
    if (request.method === 'PUT') return onlyPost();
    if (request.method !== 'POST') return wrongMethod();
    try {
      return json(await env.search.find(await request.text()));
    } catch (error) {
      return json({ error: String(error) }, { status: 500 });
    }
  },
};`,
    findings: ['3 allow-on-405', '15 error-detail-leak'],
  },
  {
    name: 'a helper that adds to the header fields which it may be given',
    path: 'src/worker.ts',
    source: `const cors = { 'Access-Control-Allow-Origin': '*', Allow: 'GET' };
function json(data: unknown, status = 200, headers: Record<string, string> = {}) {
  return new Response(JSON.stringify(data), { status, headers: { 'content-type': 'application/json', ...headers } });
}
function answer(data: unknown, status: number, init?: ResponseInit) {
  return new Response(JSON.stringify(data), { status, headers: { ...(init?.headers ?? {}) } });
}
function withCors(data: unknown, status: number, headers: HeadersInit = cors) {
  return new Response(JSON.stringify(data), { status, headers });
}
export default {
  async fetch(request: Request, env: Env) {
    if (request.method === 'PUT') return json({ error: 'Not so' }, 405);
    if (request.method === 'PATCH') return json({ error: 'Not so' }, 405, { Allow: 'GET' });
    if (request.method === 'DELETE') return answer({ error: 'Not so' }, 405);
    if (request.method === 'TRACE') return answer({ error: 'Not so' }, 405, { headers: { Allow: 'GET' } });
    if (request.method === 'POST') return withCors({ error: 'Not so' }, 405);
    return json(await env.search.find(request.url));
  },
};`,
    findings: ['13 allow-on-405', '15 allow-on-405'],
  },
  {
    name: 'a helper that spreads the options of a response',
    path: 'src/worker.ts',
    source: `function respond(data: unknown, init: ResponseInit = {}) {
  return new Response(JSON.stringify(data), { ...init, headers: { 'content-type': 'application/json' } });
}
export async function onRequestGet({ request, env }) {
  try {
    return respond(await env.shelf.books());
  } catch (error) {
    return respond({ error: error.message }, { status: 502 });
  }
}`,
    findings: ['8 error-detail-leak'],
  },
  {
    name: 'a HEAD has no content by nature, whatever names it',
    path: 'src/handlers.ts',
    source: `export class HeadHandler {
  async send(request: Request) {
    return new Response('', { status: 200, headers: { 'Upload-Offset': await offsetOf(request) } });
  }
}
export async function handleHead(request: Request) {
  return new Response(null, { status: 200 });
}
export async function close(request: Request) {
  return new Response(null, { status: 200 });
}`,
    findings: ['10 no-content-is-204'],
  },
  {
    name: 'Lambda: what the catch of the handler makes of errors that carry a status',
    path: 'src/handler.ts',
    source: `class ImageError extends Error {
  constructor(readonly status: number, readonly code: string, readonly message: string) {
    super();
  }
}
export const handler = async (event) => {
  try {
    return createReply(await edit(event.path), 200);
  } catch (error) {
    const { statusCode, body } = toResponse(error);
    return { statusCode, body };
  }
};
function createReply(data, statusCode) {
  return { statusCode, body: JSON.stringify(data) };
}
function toResponse(error) {
  if (error?.status) return { statusCode: error.status, body: JSON.stringify(error) };
  return { statusCode: 500, body: JSON.stringify({ message: 'Something went wrong' }) };
}
async function edit(path) {
  try {
    return await images.crop(path);
  } catch (error) {
    let status = 500;
    let message = error.message;
    if (error.code === 'NoSuchKey') {
      status = 404;
      message = 'No such image';
    }
    throw new ImageError(status, error.code, message);
  }
}`,
    findings: ['25 error-detail-leak'],
  },
  {
    name: 'what is put together is not made',
    path: 'src/stats.ts',
    source: `import { Hono } from 'hono';
const app = new Hono();
app.post('/stats', async (c) => {
  const { book } = await c.req.json();
  const chart = createChart(await readSales(c, createRange(book)), book);
  return c.json({ chart, book }, 200);
});
app.post('/pay', async (c) => {
  const customer = await createCustomer(c);
  const page = await createPortal(c, customer.id);
  return c.json({ url: page.url }, 200);
});
app.post('/books', async (c) => {
  const book = await createBook(await c.req.json());
  return c.json({ book }, 200);
});`,
    findings: ['15 created-is-201'],
  },
  {
    name: 'h3: an error says its message, its phrase and its data',
    path: 'server/api/books.get.ts',
    source: `export default defineEventHandler(async (event) => {
  try {
    return await books.all();
  } catch (error) {
    if (event.context.isTest) throw createError({ statusCode: 500, message: 'No books', data: error });
    if (event.context.isOld) throw createError({ statusCode: 502, statusMessage: 'No books', message: error.message });
    throw createError({ statusCode: 500, message: 'No books', data: { retry: true }, cause: error });
  }
});`,
    findings: ['5 error-detail-leak', '6 error-detail-leak'],
  },
  {
    name: 'what is made is told with something more',
    path: 'src/books.controller.ts',
    source: `import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
@Controller('books')
export class BooksController {
  @HttpCode(HttpStatus.OK)
  @Post('create')
  async create(@Body() input: NewBook) {
    const book = await this.books.create(input);
    const shelf = await this.shelves.of(book);
    this.audit.log({ event: 'book created' });
    return { ...book, shelf };
  }
  @HttpCode(HttpStatus.OK)
  @Post('compare')
  async compare(@Body() input: NewBook) {
    const book = await this.books.find(input);
    return { ...book, shelf: await this.shelves.of(book) };
  }
}`,
    findings: ['4 created-is-201'],
  },
  {
    name: 'a response that stands for what another server did not say',
    path: 'src/proxy.ts',
    source: `export async function onRequestGet({ request, env }) {
  let answer;
  try {
    answer = await fetch(env.UPSTREAM);
  } catch {
    answer = new Response(null, { status: 504 });
  }
  if (!answer.ok) return new Response(null, { status: 502 });
  return new Response(await answer.text());
}`,
    findings: ['8 error-body'],
  },
  {
    name: 'a helper that is handed what may be nothing',
    path: 'src/upload.ts',
    source: `function write(status: number, body?: unknown) {
  return new Response(status === 204 ? null : JSON.stringify(body), { status });
}
export async function onRequestPatch({ request }) {
  const answer = await store(request);
  return write(204, answer.body);
}
export async function onRequestDelete({ request }) {
  await remove(request);
  return write(204, { done: true });
}`,
    findings: ['10 no-body-allowed'],
  },
  {
    name: 'Remix: what is thrown to the page of a route',
    path: 'app/routes/books.$id.tsx',
    source: `import { json } from '@remix-run/node';
export async function loader({ params }) {
  const book = await books.find(params.id);
  if (!book) throw new Response(undefined, { status: 404, statusText: 'No such book' });
  if (book.isGone) return new Response(null, { status: 410 });
  return json({ book });
}
export default function Book() {
  return null;
}`,
    findings: ['5 error-body'],
  },
  {
    name: 'Remix: what is thrown where there is no page',
    path: 'app/routes/api.books.$id.ts',
    source: `import { json } from '@remix-run/node';
export async function loader({ params }) {
  const book = await books.find(params.id);
  if (!book) throw new Response(null, { status: 404 });
  return json({ book });
}`,
    findings: ['4 error-body'],
  },
  {
    name: 'Remix: what is thrown for whatever route asks',
    path: 'app/services/books.server.ts',
    source: `import { json } from '@remix-run/node';
export async function bookOf(id: string) {
  const book = await books.find(id);
  if (!book) throw new Response(null, { status: 404 });
  return book;
}`,
    findings: [],
  },
  {
    name: 'Next: who is asked for beside an error is there where no error is',
    path: 'src/app/api/boards/[boardId]/route.ts',
    source: `export async function GET(request: Request, { params }) {
  const { auth, error } = await parseRequest(request);
  if (error) return error();
  if (!(await canViewBoard(auth, params.boardId))) return Response.json({ error: 'Unauthorized' }, { status: 401 });
  return Response.json(await getBoard(params.boardId));
}
export async function PUT(request: Request, { params }) {
  const { auth, error } = await parseRequest(request, schema, { skipAuth: true });
  if (error) return error();
  if (!(await canViewBoard(auth, params.boardId))) return Response.json({ error: 'Unauthorized' }, { status: 401 });
  return Response.json(await getBoard(params.boardId));
}
export async function PATCH(request: Request, { params }) {
  const { auth } = await contextOf(request);
  if (!(await canViewBoard(auth, params.boardId))) return Response.json({ error: 'Unauthorized' }, { status: 401 });
  return Response.json(await getBoard(params.boardId));
}`,
    findings: ['4 forbidden-for-authenticated'],
  },
  {
    name: 'Fastify: what is asserted of the caller, and a session that the URL names',
    path: 'src/sessions.ts',
    source: `import { fastify } from 'fastify';
const app = fastify();
app.delete('/sessions/:sid', async (request, reply) => {
  const auth = contextOf(request);
  await auth.assert();
  const targetedSession = await sessions.findOne({ id: request.params.sid });
  if (!targetedSession) return reply.code(400).send({ error: 'No such session' });
  if (targetedSession.user !== auth.user.id) return reply.code(401).send({ error: 'Not your session' });
  return reply.code(204).send();
});`,
    findings: ['7 not-found-is-404', '8 forbidden-for-authenticated'],
  },
  {
    name: 'Nest: a 200 for a handler that returns nothing',
    path: 'src/books.controller.ts',
    source: `import { Body, Controller, Delete, HttpCode, HttpStatus, Param, Post, Put, Res } from '@nestjs/common';
@Controller('books')
export class BooksController {
  @Post('seen')
  @HttpCode(HttpStatus.OK)
  async seen(@Body() ids: string[]): Promise<void> {
    await this.books.markSeen(ids);
  }
  @Put(':id')
  @HttpCode(200)
  put(@Param('id') id: string, @Body() book: Book): Promise<void> {
    return this.books.put(id, book);
  }
  @Delete(':id')
  @HttpCode(200)
  async remove(@Param('id') id: string) {
    return this.books.remove(id);
  }
  @Post(':id/cover')
  @HttpCode(200)
  async cover(@Param('id') id: string, @Res() res): Promise<void> {
    res.json(await this.books.cover(id));
  }
}`,
    findings: ['5 no-content-is-204', '10 no-content-is-204'],
  },
  {
    name: 'Nest: what an interceptor may make of nothing',
    path: 'src/shelves.controller.ts',
    source: `import { Body, Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
@UseInterceptors(EnvelopeInterceptor)
@Controller('shelves')
export class ShelvesController {
  @Post('seen')
  @HttpCode(200)
  async seen(@Body() ids: string[]): Promise<void> {
    await this.shelves.markSeen(ids);
  }
}`,
    findings: [],
  },
  {
    name: 'what a database says where its client gives errors back',
    path: 'src/books.ts',
    source: `import { Hono } from 'hono';
const app = new Hono();
app.get('/books', async (c) => {
  const { data, error } = await supabase.from('books').select('title').eq('shelf', c.req.query('shelf'));
  if (error) return c.json({ error: error.message }, 500);
  const { data: shelves, error: shelvesError } = await supabase.from('shelves').select();
  if (shelvesError) return c.json({ error: 'The shelves cannot be read' }, 500);
  const found = await c.env.DB.prepare('SELECT * FROM loans').all();
  if (!found.success) return c.text('No loans: ' + found.error, 500);
  const counted = await books.count();
  if (!counted.ok) return c.json({ error: counted.error }, 500);
  return c.json({ data, shelves, loans: found.results, counted });
});`,
    findings: ['5 error-detail-leak', '9 error-detail-leak'],
  },
  {
    name: 'an id of the caller says who it is, whatever it is called; an address that is used already is taken; nothing is no JSON',
    path: 'src/profile.ts',
    source: `import express, { type Request, type Response } from 'express';
const app = express();
app.patch('/profile', async (request: Request, response: Response) => {
  const userId = (request as any).locals?.user?.admin_user_id;
  if (!userId) return response.status(403).json({ error: 'Only for the staff' });
  const existing = await readers.findByEmail(request.body.email);
  if (existing && existing.id !== userId) return response.status(400).json({ error: 'Email is already used' });
  const voucher = await vouchers.findByCode(request.body.code);
  if (voucher) return response.status(400).json({ error: 'The voucher is already used' });
  response.json(await readers.update(userId, request.body));
});
export const handler = async (event: APIGatewayProxyEvent) => {
  const json = { 'Content-Type': 'application/json' };
  await readers.update(event.body);
  if (event.path === '/touch') return { statusCode: 200, body: '', headers: json };
  return { statusCode: 200, body: '', headers: { 'Content-Type': 'text/javascript' } };
};`,
    findings: ['5 unauthorized-for-anonymous', '7 conflict-is-409', '15 no-content-is-204'],
  },
  {
    name: 'what is made for a conflict, by its name and its text',
    path: 'src/errors.ts',
    source: `function failed(error: string, status: number): Response {
  return new Response(JSON.stringify({ error }), { status });
}
export function readerExists(): Response {
  return failed('This reader already exists', 403);
}
export function shelfConflict(): Response {
  return new Response('There is a shelf of this name already: names are unique', { status: 400 });
}
export function checkExists(): Response {
  return failed('This reader does not exist', 400);
}
export function onlyForReaders(): Response {
  return failed('This reader already exists', 403);
}`,
    findings: ['5 conflict-is-409', '8 conflict-is-409'],
  },
];

reportedOf('what is reported of handlers in other frameworks than Express', cases, { isJudged: isNoChallenge });
