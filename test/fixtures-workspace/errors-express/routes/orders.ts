import { Router } from 'express';
import { QuietError, ShopError } from '../errors';
import { orders } from '../store';

const router = Router();

router.get('/', async (req, res) => {
  try {
    res.json(await orders.findAll());
  } catch (error) {
    throw new ShopError(`Orders: ${error.message}`, 500);
    //                                              ^^^ 500 sent ! error-detail-leak
  }
});

router.get('/:id', async (req, res) => {
  try {
    res.json(await orders.find(req.params.id));
  } catch (error) {
    throw new QuietError(String(error), 500);
    //                                  ^^^ 500 sent
  }
});

router.delete('/:id', async (req, res) => {
  if (!req.query.sure) throw new ShopError('Say that you are sure', 400);
  //                                                                ^^^ 400 sent
  await orders.remove(req.params.id);
  res.sendStatus(204);
  //             ^^^ 204 sent express
});

export default router;
