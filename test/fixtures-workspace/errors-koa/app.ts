import Koa from 'koa';
import Router from '@koa/router';
import { QuietError, ShopError } from './errors';
import { orders } from './store';

const app = new Koa();
const router = new Router();

app.use(async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    if (error instanceof ShopError) {
      ctx.status = error.status;
      ctx.body = { error: error.message };
    } else {
      ctx.status = 500;
      //           ^^^ 500 sent koa
      ctx.body = { error: 'Something went wrong' };
    }
  }
});

router.get('/orders', async (ctx) => {
  try {
    ctx.body = await orders.findAll();
  } catch (error) {
    throw new ShopError(error.message, 500);
    //                                 ^^^ 500 sent ! error-detail-leak
  }
});

router.get('/shelves', async (ctx) => {
  try {
    ctx.body = await orders.shelves();
  } catch (error) {
    throw new QuietError(error.message, 500);
    //                                  ^^^ 500 sent
  }
});

app.use(router.routes());
