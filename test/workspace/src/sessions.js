import fastify from 'fastify';
import { sessions, users } from './store.js';

export const app = fastify({ logger: true });

app.post('/sessions', async (request, reply) => {
  const { email, password } = request.body;
  const user = await users.findByEmail(email);
  if (!user || !(await user.verify(password))) {
    return reply.code(403).send({ error: 'Wrong email or password' });
  }
  const session = await sessions.create({ user: user.id });
  return reply.code(201).header('Location', `/sessions/${session.id}`).send(session);
});

app.get('/sessions/current', async (request, reply) => {
  const token = request.headers.authorization;
  if (!token) {
    return reply.code(401).send({ error: 'Please sign in' });
  }
  return sessions.current(token);
});
