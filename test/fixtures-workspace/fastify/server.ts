import Fastify from 'fastify';
import { admin } from './routes/admin';
import users from './routes/users';

const server = Fastify({ logger: true });
server.register(users, { prefix: '/api/users' });
server.register(async (instance) => {
  instance.addHook('onRequest', instance.authenticate);
  instance.register(admin, { prefix: '/admin' });
});
server.listen({ port: 3000 });
