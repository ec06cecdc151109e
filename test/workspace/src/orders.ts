import { Router } from 'express';
import { requireUser } from './authentication.js';
import { orders } from './store.js';

export const router = Router();

router.post('/orders', requireUser, async (req, res) => {
  const { items } = req.body;
  if (!Array.isArray(items) || items.length === 0) {
    return res.status(400).json({ error: 'An order has at least one item' });
  }
  const order = await orders.create({ customer: req.user.id, items });
  res.status(201).json(order);
});

router.get('/orders/:id', requireUser, async (req, res) => {
  const order = await orders.findById(req.params.id);
  if (!order) {
    return res.status(404).json({ error: 'No such order' });
  }
  res.json(order);
});

router.delete('/orders/:id', requireUser, async (req, res) => {
  if (req.user.role !== 'admin') {
    return res.status(401).json({ error: 'Only administrators may delete an order' });
  }
  await orders.remove(req.params.id);
  res.status(204).json({ deleted: true });
});

router.all('/orders/:id', (req, res) => {
  res.status(405).json({ error: 'Read or delete an order here' });
});
