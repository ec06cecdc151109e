import { Router } from 'express';
import * as shelves from '../controllers/shelves';
import * as users from '../controllers/users';
import { validate } from '../middleware/validate';

const router = Router();
router.get('/users/:id', users.show);
router.post('/users', validate, users.create);
router.post('/shelves', shelves.create);
router.delete('/users/:id', (req, res) => {
  if (req.params.id === 'me') return res.status(401).json({ error: 'Not you' });
  //                                            ^^^ 401 sent express DELETE /api/users/:id
  res.status(204).end();
  //         ^^^ 204 sent express DELETE /api/users/:id
});

export default router;
