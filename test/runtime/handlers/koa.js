import Router from '@koa/router';
import Koa from 'koa';
import { readJson, userOf, users } from '../store.js';

const router = new Router();

async function requireUser(ctx, next) {
  ctx.state.user = userOf(ctx.headers);
  if (!ctx.state.user) ctx.throw(401);
  await next();
}

router.post('/users', async (ctx) => {
  const user = await users.create(await readJson(ctx.req));
  ctx.status = 201;
  ctx.body = user;
});

router.put('/users/:id', async (ctx) => {
  ctx.body = { updated: true };
  ctx.status = 204;
});

router.delete('/users/:id', requireUser, async (ctx) => {
  if (ctx.state.user.role !== 'admin') {
    ctx.throw(401, 'Admins only');
  }
  ctx.status = 204;
});

router.patch('/users/:id', async (ctx) => {
  ctx.status = 405;
  ctx.body = { error: 'method_not_allowed' };
});

router.get('/reports', async (ctx) => {
  ctx.status = 503;
  ctx.body = { error: 'maintenance' };
});

export function start() {
  const app = new Koa();
  app.silent = true;
  app.use(router.routes());
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => {
      resolve({ port: server.address().port, stop: () => server.close() });
    });
  });
}
