import { Router } from 'express';
import { BooksController } from '../controllers/books';

const controller = new BooksController();
export const books = Router();
books.get('/books/:id', controller.show);
books.post('/books', controller.create.bind(controller));
