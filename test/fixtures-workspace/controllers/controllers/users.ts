import type { Request, Response } from 'express';
import { AppError, Missing } from '../errors';
import { Codes } from '../errors/codes';

export async function show(req: Request, res: Response) {
  const user = await store.findById(req.params.id);
  if (!user) throw new Missing('user');
  //                   ^^^^^^^ 404 sent in-house GET /api/users/:id
  if (!(await hasPermission('read', user.team))) return res.status(401).json({ error: 'Not your team' });
  //                                                               ^^^ 401 sent express GET /api/users/:id ! forbidden-for-authenticated
  if (user.locked) throw new AppError('Locked', Codes.locked);
  //                                                  ^^^^^^ 423 sent in-house GET /api/users/:id
  res.json(user);
}

export const create = async (req: Request, res: Response) => {
  const user = await store.create(req.body);
  res.status(201).location(`/api/users/${user.id}`).json(user);
  //         ^^^ 201 sent express POST /api/users
};
