import { Hono } from 'hono';
import { QuietError, ShopError } from './errors';
import { orders } from './store';

const app = new Hono();

app.onError((error, c) => {
  if (error instanceof ShopError) return c.json({ error: error.message }, error.status);
  return c.json({ error: 'Something went wrong' }, 500);
  //                                               ^^^ 500 sent hono
});

app.get('/orders', async (c) => {
  try {
    return c.json(await orders.findAll());
  } catch (error) {
    throw new ShopError(error.message, 500);
    //                                 ^^^ 500 sent ! error-detail-leak
  }
});

app.get('/shelves', async (c) => {
  try {
    return c.json(await orders.shelves());
  } catch (error) {
    throw new QuietError(error.message, 500);
    //                                  ^^^ 500 sent
  }
});
