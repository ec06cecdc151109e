import { Router } from 'express';
import { StatusCodes } from 'http-status-codes';
import { invoices } from './store.js';

export const router = Router();

router.get('/invoices/:number', async (req, res) => {
  const invoice = await invoices.find(req.params.number);
  if (!invoice) {
    return res.status(StatusCodes.NOT_FOUND).json({ error: 'No such invoice' });
  }
  res.json(invoice);
});

router.put('/invoices/:number', async (req, res) => {
  const invoice = await invoices.find(req.params.number);
  if (invoice.sent) {
    return res.status(StatusCodes.CONFLICT).json({ error: 'This invoice was sent already' });
  }
  res.json(await invoice.replace(req.body));
});
