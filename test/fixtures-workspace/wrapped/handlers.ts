import type { Request, Response } from 'express';
import * as http from './http/index.js';
import { notThere, refuse } from './http';

export async function show(req: Request, res: Response) {
  const book = await shelf.findById(req.params.id);
  if (!book) return notThere(res, 'book');
  //                ^^^^^^^^ 404 sent express
  if (book.gone) return http.refuse(res, { code: 410, why: 'Gone' });
  //                                             ^^^ 410 sent express
  if (book.limit > 404) return refuse(res, { code: 422, why: 'Too long' });
  //                                               ^^^ 422 sent express
  res.json(book);
}
