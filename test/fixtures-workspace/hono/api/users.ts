import { Hono } from 'hono';
import { posts } from './posts';

export const users = new Hono();
users.get('/:id', async (c) => {
  const user = await store.findById(c.req.param('id'));
  if (!user) return c.json({ error: 'No such user' }, 404);
  //                                                  ^^^ 404 sent hono GET /v2/api/users/:id
  return c.json(user);
});
users.route('/:id/posts', posts);
