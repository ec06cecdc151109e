import Fastify from 'fastify';
import { payments, userOf, users } from '../store.js';

const app = Fastify();

app.decorateRequest('user', null);
async function requireUser(request, reply) {
  request.user = userOf(request.headers);
  if (!request.user) return reply.code(401).header('WWW-Authenticate', 'Bearer').send({ error: 'unauthenticated' });
}

app.post('/users', async (request, reply) => {
  if (!request.body.name) return reply.code(400).send({ error: 'a name is needed' });
  const user = await users.create(request.body);
  return reply.code(201).send(user);
});

app.get('/users/:id', async (request, reply) => {
  const user = await users.findById(request.params.id);
  if (!user) return reply.code(400).send({ error: 'no such user' });
  return user;
});

app.put('/users/:id', async (request, reply) => {
  return reply.code(204).send({ updated: true });
});

app.delete('/users/:id', { preHandler: requireUser }, async (request, reply) => {
  if (request.user.role !== 'admin') {
    return reply.code(401).send({ error: 'Unauthorized' });
  }
  return reply.code(204).send();
});

app.patch('/users/:id', async (request, reply) => {
  return reply.code(405).send({ error: 'method_not_allowed' });
});

app.get('/reports', async (request, reply) => {
  return reply.code(503).send({ error: 'maintenance' });
});

app.get('/teams/:id', async (request, reply) => {
  return reply.code(404).send();
});

app.post('/payments', async (request, reply) => {
  try {
    return await payments.create(request.body);
  } catch (error) {
    return reply.code(400).send({ error: 'payment failed' });
  }
});

const schema = { body: { type: 'object', required: ['quantity'], properties: { quantity: { type: 'integer' } } } };

app.post('/orders', { schema }, async (request, reply) => {
  const { quantity } = request.body;
  if (quantity > 100) {
    const error = new Error('There are not so many.');
    error.statusCode = 409;
    throw error;
  }
  return reply.code(202).header('Location', '/orders/3').send({ quantity });
});

app.get('/old-reports', (request, reply) => {
  reply.redirect('/reports', 308);
});

app.get('/broken', async () => {
  throw new Error('broken');
});

export async function start() {
  await app.listen({ port: 0, host: '127.0.0.1' });
  return { port: app.server.address().port, stop: () => app.close() };
}
