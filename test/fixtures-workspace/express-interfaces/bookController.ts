import type { Request, RequestHandler, Response } from 'express';
import { wrapped } from './wrapped';

export interface IBookController {
  create: RequestHandler;
  show: RequestHandler;
}

export class BookController implements IBookController {
  constructor(private readonly books: { find(id: string): Promise<object | null>; create(book: object): Promise<object> }) {}

  create = wrapped(async (req: Request, res: Response) => {
    res.status(201).json(await this.books.create(req.body));
    //         ^^^ 201 sent express POST /books
  });

  show = wrapped(async (req: Request, res: Response) => {
    const book = await this.books.find(req.params.id);
    if (!book) return res.status(400).json({ error: 'No such book' });
    //                           ^^^ 400 sent express GET /books/:id ! not-found-is-404
    res.json(book);
  });
}
