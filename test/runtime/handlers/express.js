import express from 'express';
import { requireUser, users } from '../store.js';

const app = express();
app.use(express.json());

app.post('/users', async (req, res) => {
  const user = await users.create(req.body);
  res.status(201).json(user);
});

app.put('/users/:id', (req, res) => {
  res.status(204).json({ updated: true });
});

app.delete('/users/:id', requireUser, (req, res) => {
  if (req.user.role !== 'admin') {
    return res.status(401).json({ error: 'Unauthorized' });
  }
  res.status(204).end();
});

app.all('/users/:id', (req, res) => {
  res.status(405).json({ error: 'method_not_allowed' });
});

app.get('/reports', (req, res) => {
  res.status(503).json({ error: 'maintenance' });
});

export function start() {
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => {
      resolve({ port: server.address().port, stop: () => server.close() });
    });
  });
}
