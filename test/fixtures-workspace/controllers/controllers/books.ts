import type { Request, Response } from 'express';
import { Missing } from '../errors';

export class BooksController {
  show = async (req: Request, res: Response) => {
    const book = await store.findById(req.params.id);
    if (!book) throw new Missing('book');
    //                   ^^^^^^^ 404 sent in-house GET /public/books/:id
    res.status(200).json(book);
    //         ^^^ 200 sent express GET /public/books/:id
  };

  async create(req: Request, res: Response) {
    const book = await store.create(req.body);
    res.status(201).location(`/books/${book.id}`).json(book);
    //         ^^^ 201 sent express POST /public/books
  }
}
