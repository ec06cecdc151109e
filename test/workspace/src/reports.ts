import { Hono } from 'hono';
import { reports } from './store.js';

const app = new Hono();

app.get('/reports/:id', async (c) => {
  const report = await reports.find(c.req.param('id'));
  if (!report) {
    return c.json({ code: 404, error: 'No such report' }, 200);
  }
  return c.json(report);
});

app.get('/latest', async (c) => {
  const report = await reports.latest();
  return c.redirect(`/reports/${report.id}`, 200);
});

app.get('/archive', (c) => {
  return c.body(null, 301);
});

export default app;
