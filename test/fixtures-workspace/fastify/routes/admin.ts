import type { FastifyPluginAsync } from 'fastify';

export const admin: FastifyPluginAsync = async (app) => {
  app.delete('/users/:id', async (request, reply) => {
    if (!(await hasPermission('delete', request.params.id))) return reply.code(401).send({ error: 'Not an admin' });
    //                                                                         ^^^ 401 sent fastify DELETE /admin/users/:id ! forbidden-for-authenticated
    await store.deleteById(request.params.id);
    return reply.code(204).send();
    //                ^^^ 204 sent fastify DELETE /admin/users/:id
  });
};
