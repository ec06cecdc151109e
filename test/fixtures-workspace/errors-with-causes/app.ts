import express from 'express';
import { QuietError, ShopError, StockError } from './errors';
import { books, stock } from './store';

const app = express();

app.get('/books', async (req, res, next) => {
  try {
    res.json(await books.findAll());
  } catch (error) {
    next(new ShopError('No books today', 500, { cause: error }));
    //                                   ^^^ 500 sent ! error-detail-leak
  }
});

app.get('/stock', async (req, res, next) => {
  try {
    res.json(await stock.count());
  } catch (error) {
    next(new StockError('Nothing was counted', 500, error));
    //                                         ^^^ 500 sent ! error-detail-leak
  }
});

app.get('/shelves', async (req, res, next) => {
  try {
    res.json(await books.shelves());
  } catch (error) {
    next(new QuietError('No shelves today', 500, { cause: error }));
    //                                      ^^^ 500 sent
  }
});

app.use((err, req, res, next) => {
  if (err instanceof QuietError) return res.status(err.status).json({ error: err.message });
  if (err instanceof ShopError) return res.status(err.status).json({ error: err.message, why: err.cause?.message });
  if (err instanceof StockError) return res.status(err.status).json({ error: err.message, why: String(err.cause) });
  res.status(500).json({ error: 'Something went wrong' });
  //         ^^^ 500 sent express
});

app.listen(3000);
