import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { payments, userOf, users } from '../store.js';

const app = new Hono();

async function requireUser(c, next) {
  const user = userOf(Object.fromEntries(c.req.raw.headers));
  if (!user) return c.json({ error: 'unauthenticated' }, 401, { 'WWW-Authenticate': 'Bearer' });
  c.set('user', user);
  await next();
}

app.post('/users', async (c) => {
  const input = await c.req.json();
  if (!input.name) return c.json({ error: 'a name is needed' }, 400);
  const user = await users.create(input);
  return c.json(user, 201);
});

app.get('/users/:id', async (c) => {
  const user = await users.findById(c.req.param('id'));
  if (!user) return c.json({ error: 'no such user' }, 400);
  return c.json(user);
});

app.put('/users/:id', (c) => {
  return c.json({ updated: true }, 204);
});

app.delete('/users/:id', requireUser, (c) => {
  if (c.get('user').role !== 'admin') {
    return c.json({ error: 'Unauthorized' }, 401);
  }
  return c.body(null, 204);
});

app.patch('/users/:id', (c) => {
  return c.json({ error: 'method_not_allowed' }, 405);
});

app.get('/reports', (c) => {
  return c.json({ error: 'maintenance' }, 503);
});

app.get('/teams/:id', (c) => {
  return c.body(null, 404);
});

app.post('/payments', async (c) => {
  try {
    return c.json(await payments.create(await c.req.json()));
  } catch (error) {
    return c.json({ error: 'payment failed' }, 400);
  }
});

app.post('/orders', async (c) => {
  const { quantity } = await c.req.json();
  if (!Number.isInteger(quantity)) throw new HTTPException(422, { message: 'A quantity is a number.' });
  if (quantity > 100) throw new HTTPException(409, { message: 'There are not so many.' });
  return c.json({ quantity }, 202, { Location: '/orders/3' });
});

app.get('/old-reports', (c) => c.redirect('/reports', 308));

app.get('/broken', () => {
  throw new Error('broken');
});

app.onError((error, c) => {
  if (error instanceof HTTPException) return error.getResponse();
  return c.json({ error: 'failed' }, 500);
});

export function start() {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      resolve({ port, stop: () => server.close() });
    });
  });
}
