import { Hono } from 'hono';

export const posts = new Hono().get('/:post', async (c) => {
  if (!(await hasPermission('read', c.req.param('post')))) return c.json({ error: 'Not yours' }, 401);
  //                                                                                             ^^^ 401 sent hono GET /v2/api/users/:id/posts/:post ! forbidden-for-authenticated
  return c.json(await store.findById(c.req.param('post')));
});
