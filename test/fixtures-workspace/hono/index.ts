import { Hono } from 'hono';
import { api } from './api';

const app = new Hono();
app.route('/v2', api);

export default app;
