import Router from '@koa/router';
import Koa from 'koa';
import { payments, readJson, userOf, users } from '../store.js';

const router = new Router();

async function requireUser(ctx, next) {
  ctx.state.user = userOf(ctx.headers);
  if (!ctx.state.user) ctx.throw(401);
  await next();
}

router.post('/users', async (ctx) => {
  const input = await readJson(ctx.req);
  if (!input.name) ctx.throw(400, 'a name is needed');
  const user = await users.create(input);
  ctx.status = 201;
  ctx.body = user;
});

router.get('/users/:id', async (ctx) => {
  const user = await users.findById(ctx.params.id);
  if (!user) ctx.throw(400, 'no such user');
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

router.get('/teams/:id', async (ctx) => {
  ctx.throw(404);
});

router.post('/payments', async (ctx) => {
  try {
    ctx.body = await payments.create(await readJson(ctx.req));
  } catch (error) {
    ctx.status = 400;
    ctx.body = { error: 'payment failed' };
  }
});

router.post('/orders', async (ctx) => {
  const { quantity } = await readJson(ctx.req);
  ctx.assert(Number.isInteger(quantity), 422, 'A quantity is a number.');
  if (quantity > 100) ctx.throw(409, 'There are not so many.');
  ctx.set('Location', '/orders/3');
  ctx.status = 202;
  ctx.body = { quantity };
});

router.get('/old-reports', async (ctx) => {
  ctx.status = 308;
  ctx.redirect('/reports');
});

router.get('/broken', async () => {
  throw new Error('broken');
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
