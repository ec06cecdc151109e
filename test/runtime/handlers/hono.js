import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { userOf, users } from '../store.js';

const app = new Hono();

async function requireUser(c, next) {
  const user = userOf(Object.fromEntries(c.req.raw.headers));
  if (!user) return c.json({ error: 'unauthenticated' }, 401, { 'WWW-Authenticate': 'Bearer' });
  c.set('user', user);
  await next();
}

app.post('/users', async (c) => {
  const user = await users.create(await c.req.json());
  return c.json(user, 201);
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

export function start() {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      resolve({ port, stop: () => server.close() });
    });
  });
}
