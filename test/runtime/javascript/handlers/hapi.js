import Boom from '@hapi/boom';
import Hapi from '@hapi/hapi';
import { payments, userOf, users } from '../store.js';

const server = Hapi.server({ port: 0, host: '127.0.0.1' });

server.auth.scheme('header', () => ({
  authenticate: (request, h) => {
    const user = userOf(request.headers);
    if (!user) throw Boom.unauthorized('Log in first', 'Bearer');
    return h.authenticated({ credentials: user });
  },
}));
server.auth.strategy('header', 'header');

server.route({
  method: 'POST',
  path: '/users',
  handler: async (request, h) => {
    if (!request.payload.name) throw Boom.badRequest('a name is needed');
    const user = await users.create(request.payload);
    return h.response(user).code(201);
  },
});

server.route({
  method: 'GET',
  path: '/users/{id}',
  handler: async (request, h) => {
    const user = await users.findById(request.params.id);
    if (!user) throw Boom.badRequest('no such user');
    return user;
  },
});

server.route({
  method: 'PUT',
  path: '/users/{id}',
  handler: (request, h) => {
    return h.response({ updated: true }).code(204);
  },
});

server.route({
  method: 'DELETE',
  path: '/users/{id}',
  options: { auth: 'header' },
  handler: (request, h) => {
    if (request.auth.credentials.role !== 'admin') {
      throw Boom.unauthorized('Admins only');
    }
    return h.response().code(204);
  },
});

server.route({
  method: 'PATCH',
  path: '/users/{id}',
  handler: (request, h) => {
    return h.response({ error: 'method_not_allowed' }).code(405);
  },
});

server.route({
  method: 'GET',
  path: '/reports',
  handler: (request, h) => {
    return h.response({ error: 'maintenance' }).code(503);
  },
});

server.route({
  method: 'GET',
  path: '/teams/{id}',
  handler: (request, h) => {
    return h.response().code(404);
  },
});

server.route({
  method: 'POST',
  path: '/payments',
  handler: async (request, h) => {
    try {
      return await payments.create(request.payload);
    } catch (error) {
      return h.response({ error: 'payment failed' }).code(400);
    }
  },
});

server.route({
  method: 'POST',
  path: '/orders',
  handler: (request, h) => {
    const { quantity } = request.payload;
    if (!Number.isInteger(quantity)) throw Boom.badData('A quantity is a number.');
    if (quantity > 100) throw Boom.conflict('There are not so many.');
    return h.response({ quantity }).code(202).location('/orders/3');
  },
});

server.route({
  method: 'GET',
  path: '/old-reports',
  handler: (request, h) => h.redirect('/reports').permanent().rewritable(false),
});

server.route({
  method: 'GET',
  path: '/broken',
  handler: () => {
    throw new Error('broken');
  },
});

export async function start() {
  await server.start();
  return { port: server.info.port, stop: () => server.stop() };
}
