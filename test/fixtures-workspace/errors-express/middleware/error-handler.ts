import type { NextFunction, Request, Response } from 'express';
import { QuietError, ShopError } from '../errors';

export function showError(err: Error, req: Request, res: Response, next: NextFunction) {
  if (res.headersSent) return next(err);
  if (err instanceof ShopError) return res.status(err.status).json({ error: err.message });
  if (err instanceof QuietError) return res.status(err.status).json({ error: 'Something went wrong' });
  const message = process.env.NODE_ENV === 'production' ? 'Something went wrong' : err.message;
  return res.status(500).json({ error: message });
  //                ^^^ 500 sent express
}
