import { Router } from 'express';
import type { AuthorController } from './authorController';
import type { IBookController } from './bookController';

export const createRoutes = (books: IBookController, authors: AuthorController): Router => {
  const router = Router();
  router.post('/books', books.create);
  router.get('/books/:id', books.show);
  router.delete('/authors/:id', authors.remove);
  return router;
};
