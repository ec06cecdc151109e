import Fastify from 'fastify';
import { QuietError, ShopError } from './errors';
import { orders } from './store';

const app = Fastify();

app.setErrorHandler((error, request, reply) => {
  if (error instanceof ShopError) return reply.code(error.statusCode).send({ error: error.message });
  return reply.code(500).send({ error: 'Something went wrong' });
  //                ^^^ 500 sent fastify
});

app.get('/orders', async () => {
  try {
    return await orders.findAll();
  } catch (error) {
    throw new ShopError(error.message, 500);
    //                                 ^^^ 500 sent ! error-detail-leak
  }
});

app.get('/shelves', async () => {
  try {
    return await orders.shelves();
  } catch (error) {
    throw new QuietError(error.message, 500);
    //                                  ^^^ 500 sent
  }
});
