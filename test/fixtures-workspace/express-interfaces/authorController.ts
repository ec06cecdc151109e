import type { Request, Response } from 'express';

export class AuthorController {
  async remove(req: Request, res: Response) {
    res.status(204).end();
    //         ^^^ 204 sent express DELETE /authors/:id
  }
}
