import type { NextFunction, Request, Response } from 'express';

export function gate(req: Request, res: Response, next: NextFunction) {
  const token = req.headers.authorization;
  if (!token) return res.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'Log in first' });
  //                            ^^^ 401 sent express
  next();
}
