import { Hono } from 'hono';
import { jwt } from 'hono/jwt';
import { users } from './users';

const app = new Hono().basePath('/v1');
app.use('/users/*', jwt({ secret: 'secret' }));
app.route('/users', users);

export default app;
