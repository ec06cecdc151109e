import { type HandlerCase, isNoChallenge, reportedOf } from '../../support/handlerCases.ts';

/** What TypeScript handlers answer to what services tell them, each beside its neighbour at fault: lines and rules. */
const cases: readonly HandlerCase[] = [
  {
    name: 'the code of an error that a service gives back says that there is one already, where the text does as well',
    source: `import type { Request, Response } from 'express';
function refuse(res: Response, error: ShelfServiceError) {
  const code = error.code;
  switch (code) {
    case 'shelf_exists':
      res.status(400).send({ error: { code: 'invalid_body', message: 'A shelf of this name already exists' } });
      return;
    case 'shelf_not_found':
      res.status(404).send({ error: { code: 'not_found', message: 'No such shelf' } });
      return;
    case 'conflict':
      res.status(400).send({ error: { code: 'invalid_body', message: 'Two of these options cannot be had together' } });
      return;
    default:
      res.status(500).send({ error: { code: 'server_error' } });
  }
}
export async function rename(req: Request, res: Response) {
  const renamed = await shelves.rename(req.params.id, req.body.name);
  if (renamed.isErr() && renamed.error.code === 'name_exists') {
    res.status(400).send({ error: { message: 'The name is taken' } });
    return;
  }
  if (renamed.isErr() && renamed.error.code === 'name_invalid') {
    res.status(400).send({ error: { message: 'The name is invalid' } });
    return;
  }
  res.status(200).send({ data: renamed.value });
}
`,
    findings: ['6 conflict-is-409', '21 conflict-is-409'],
  },
  {
    name: 'whoever exists already does so in either branch of what has become of them',
    source: `import type { Request, Response } from 'express';
export async function join(req: Request, res: Response) {
  const reader = await readers.findByEmail(req.body.email);
  if (reader) {
    if (!reader.isVerified) {
      res.status(400).json({ error: 'There is a reader of this address already: exists, not verified' });
    } else {
      res.status(400).json({ error: 'A reader with this address already exists' });
    }
    return;
  }
  res.status(201).location('/readers/' + (await readers.create(req.body)).id).end();
}
export async function invite(req: Request, res: Response) {
  const reader = await readers.findByEmail(req.body.email);
  if (reader) {
    if (reader.isBlocked) {
      res.status(403).json({ error: 'This reader is blocked' });
    } else {
      res.status(400).json({ error: 'Readers come by themselves' });
    }
    return;
  }
  res.status(202).location('/invitations/1').json({ sent: true });
}
`,
    findings: ['6 conflict-is-409', '8 conflict-is-409'],
  },
  {
    name: 'what a service gives back of what it made, and what a callback is handed of it',
    source: `import { Router } from 'express';
const router = Router();
router.post('/shelves', async (req, res) => {
  const made = await shelfService.create({ name: req.body.name });
  if (made.isErr()) {
    res.status(400).json({ error: 'Not so' });
    return;
  }
  res.status(200).json({ data: shelfToPublic(made.value) });
});
router.post('/books', (req, res) => {
  Book.create(req.body).then((book) => res.status(200).json(book));
});
router.post('/readers', (req, res) => {
  return readers.createReader(req.body).match(
    (reader) => res.status(200).json(reader),
    () => res.status(500).json({ error: 'Failed' }),
  );
});
router.post('/loans', async (req, res) => {
  const loan = await loanService.create(req.body);
  if (!loan.isOk()) {
    res.status(200).json({ customer: loan.error.reader });
    return;
  }
  res.status(200).json({ due: dueOf(loan.value) });
});
router.post('/searches', (req, res) => {
  books.find(req.body).then((found) => res.status(200).json(found));
});
export default router;
`,
    findings: ['9 created-is-201', '12 created-is-201', '16 created-is-201'],
  },
  {
    name: 'a service that asks for the caller whom guards have let through says that no guard was there',
    source: `import { Controller, Get, InternalServerErrorException, Req } from '@nestjs/common';
export class AuthorizationService {
  callerOf(req): Reader {
    const reader = req.user as Reader;
    if (!reader) throw new InternalServerErrorException('No reader in the context of the request');
    return reader;
  }
}
@Controller('shelves')
export class ShelvesController {
  constructor(private readonly shelves: ShelfService) {}
  @Get()
  list(@Req() req) {
    if (!req.user) throw new InternalServerErrorException('Nobody is there');
    return this.shelves.of(req.user);
  }
}
`,
    findings: ['14 client-fault-is-4xx'],
  },
  {
    name: 'what cannot be deleted is there, an account that middleware forgot is the fault of the server, and so is an unknown error',
    source: `import { Router } from 'express';
const router = Router();
router.delete('/shelves/:id', async (req, res) => {
  if (!(await removeShelf(req.params.id))) return res.status(400).json({ error: 'This shelf cannot be deleted' });
  res.status(204).end();
});
router.delete('/books/:id', async (req, res) => {
  if (!(await removeBook(req.params.id))) return res.status(400).json({ error: 'No such book' });
  res.status(204).end();
});
router.get('/loans', async (req, res) => {
  const account = res.locals.account;
  if (!account) return res.status(500).json({ error: { code: 'server_error', message: 'Account context is required' } });
  const reader = req.user;
  if (!reader) return res.status(500).json({ error: 'Log in first' });
  res.json(await loans.of(account, reader));
});
router.post('/confirmations', async (req, res) => {
  const found = await readers.getUserByToken(req.body.token);
  if (found.isErr()) {
    const error = found.error;
    if (error.message === 'token_expired') res.status(400).json({ error: 'The token has expired' });
    else res.status(500).json({ error: 'There was a problem' });
    return;
  }
  res.json({ confirmed: true });
});
export default router;
`,
    findings: ['8 not-found-is-404', '15 client-fault-is-4xx'],
  },
  {
    name: 'a number of an application is no status, and a limiter sets its field whenever it is given its handler',
    source: `import { type Options, rateLimit } from 'express-rate-limit';
enum Codes {
  nameTaken = 120004,
}
class ShelfError extends Error {
  constructor(message: string, public code: Codes) {
    super(message);
  }
}
class NameTaken extends ShelfError {
  constructor(message: string) {
    super(message, Codes.nameTaken);
  }
}
export function toError(error: MongoError) {
  if (error.code === 11000) return new NameTaken('The name is taken already');
  return new ShelfError('Failed', 190001);
}
export function limit(options: Partial<Options>) {
  const defaults: Partial<Options> = {
    max: 1200,
    handler: (req, res) => {
      res.status(429).json({ error: 'Slowly' });
    },
  };
  return rateLimit({ ...defaults, ...options });
}
export const refuse = (req, res) => {
  res.status(429).json({ error: 'Slowly' });
};
`,
    findings: ['29 retry-after-on-503'],
  },
];

reportedOf('what TypeScript handlers answer', cases, { path: 'src/books.controller.ts', isJudged: isNoChallenge });
