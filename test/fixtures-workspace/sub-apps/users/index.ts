import { Hono } from 'hono';

export const users = new Hono();

users.get('/:id', async (c) => {
  const user = await store.findById(c.req.param('id'));
  if (!user) return c.json({ error: 'No such user' }, 404);
  //                                                  ^^^ 404 sent hono GET /v1/users/:id
  if (!(await hasPermission('read', user.team))) return c.json({ error: 'Not your team' }, 401);
  //                                                                                       ^^^ 401 sent hono GET /v1/users/:id ! forbidden-for-authenticated
  return c.json(user);
});
