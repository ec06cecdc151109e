import type { Request, Response } from 'express';
import { validate } from '../middleware/validate';

const answer = async (req: Request, res: Response) => {
  const shelf = await store.create(req.body);
  res.status(201).location(`/api/shelves/${shelf.id}`).json(shelf);
  //         ^^^ 201 sent express POST /api/shelves
};

export const create = [validate, answer] as Handler[];
