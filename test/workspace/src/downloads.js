import Koa from 'koa';
import { downloads } from './store.js';

const app = new Koa();

app.use(async (ctx) => {
  if (downloads.saturated) {
    ctx.status = 503;
    ctx.body = { error: 'Too many downloads at once' };
    return;
  }
  const file = await downloads.find(ctx.path);
  if (file.removedByOwner) {
    ctx.status = 419;
    ctx.body = { error: 'The owner removed this file' };
    return;
  }
  ctx.body = file.stream();
});

app.listen(3000);
