import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { users } from './users';

export const api = new Hono().basePath('/api');
api.use(bearerAuth({ token: 'secret' }));
api.route('/users', users);
