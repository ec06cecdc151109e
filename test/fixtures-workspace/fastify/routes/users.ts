import type { FastifyInstance } from 'fastify';

export default async function users(app: FastifyInstance) {
  app.get('/:id', async (request, reply) => {
    const user = await store.findById(request.params.id);
    if (!user) return reply.code(404).send({ error: 'No such user' });
    //                           ^^^ 404 sent fastify GET /api/users/:id
    return user;
  });
}
