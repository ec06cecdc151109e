import Fastify from 'fastify';
import { userOf, users } from '../store.js';

const app = Fastify();

app.decorateRequest('user', null);
async function requireUser(request, reply) {
  request.user = userOf(request.headers);
  if (!request.user) return reply.code(401).header('WWW-Authenticate', 'Bearer').send({ error: 'unauthenticated' });
}

app.post('/users', async (request, reply) => {
  const user = await users.create(request.body);
  return reply.code(201).send(user);
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

export async function start() {
  await app.listen({ port: 0, host: '127.0.0.1' });
  return { port: app.server.address().port, stop: () => app.close() };
}
