import express from 'express';
import { payments, requireUser, users } from '../store.js';

const app = express();
app.use(express.json());

app.post('/users', async (req, res) => {
  if (!req.body.name) {
    res.status(400).json({ error: 'a name is needed' });
  }
  const user = await users.create(req.body);
  res.status(201).json(user);
});

app.get('/users/:id', async (req, res) => {
  const user = await users.findById(req.params.id);
  if (!user) return res.status(400).json({ error: 'no such user' });
  res.json(user);
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

app.get('/teams/:id', (req, res) => {
  res.status(404).end();
});

app.post('/payments', async (req, res) => {
  try {
    res.json(await payments.create(req.body));
  } catch (error) {
    res.status(400).json({ error: 'payment failed' });
  }
});

class ConflictError extends Error {
  statusCode = 409;
}

app.post('/orders', (req, res, next) => {
  const { quantity } = req.body;
  if (!Number.isInteger(quantity)) return res.status(422).json({ error: 'A quantity is a number.' });
  if (quantity > 100) return next(new ConflictError('There are not so many.'));
  res.status(202).location('/orders/3').json({ quantity });
});

app.get('/old-reports', (req, res) => {
  res.redirect(308, '/reports');
});

app.get('/broken', () => {
  throw new Error('broken');
});

app.use((error, req, res, next) => {
  res.status(error.statusCode ?? 500).json({ error: 'failed' });
});

export function start() {
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => {
      resolve({ port: server.address().port, stop: () => server.close() });
    });
  });
}
