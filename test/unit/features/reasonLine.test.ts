import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { referenceAt } from '../../../server/src/features/hover.ts';
import { reasonLine } from '../../../server/src/features/reasonLine.ts';
import { atCursor, ready } from '../../support/ready.ts';

/** What the hover of a code says of why it is sent: the handler starts on line 3. */
interface Case {
  readonly name: string;
  readonly source: string;
  readonly line: string | undefined;
}

const cases: readonly Case[] = [
  {
    name: 'nobody is logged in',
    source: `app.get('/a', async (req, res) => {
  const session = await getServerSession(req);
  if (!session) return res.status(4|01).end();
});`,
    line: 'Sent because the caller is not known: `session` is missing (lines 4 and 5).',
  },
  {
    name: 'credentials that do not hold',
    source: `app.post('/login', async (req, res) => {
  if (!(await bcrypt.compare(req.body.password, hash))) return res.status(4|01).end();
});`,
    line: 'Sent because `bcrypt.compare` shows no valid credentials (line 4).',
  },
  {
    name: 'what a check said is not missing',
    source: `app.post('/login', async (req, res) => {
  const matches = await bcrypt.compare(req.body.password, hash);
  if (!matches) return res.status(4|01).end();
});`,
    line: 'Sent because `matches` shows no valid credentials (lines 4 and 5).',
  },
  {
    name: 'a choice of where to go is no fault',
    source: `app.get('/login', async (req, res) => {
  if (req.query.page === 'all') return res.json(await all());
  return res.redirect(3|03, '/books');
});`,
    line: undefined,
  },
  {
    name: 'a part of the URL that is missing',
    source: `app.get('/books', async (req, res) => {
  const shelf = url.searchParams.get('shelf');
  if (!shelf) return res.status(4|00).end();
});`,
    line: 'Sent because `shelf` is missing (lines 4 and 5).',
  },
  {
    name: 'a body where none is taken',
    source: `app.get('/books', async (req, res) => {
  if (req.headers['content-length'] > 0) return res.status(4|15).end();
});`,
    line: "Sent because `req.headers['content-length']` is not valid (line 4).",
  },
  {
    name: 'a request for access is a thing of its own',
    source: `app.get('/requests/:id', async (req, res) => {
  const accessRequest = await requests.findOne(req.params.id);
  if (!accessRequest) return res.status(4|04).end();
});`,
    line: 'Sent because `accessRequest` was not found (lines 4 and 5).',
  },
  {
    name: 'what failed, where it is called over several lines',
    source: `app.get('/books', async (req, res) => {
  try {
    res.json(
      await prisma.book.findFirst({
        where: { id: req.query.id },
      }),
    );
  } catch {
    return res.status(5|00).end();
  }
});`,
    line: 'Sent because `prisma.book.findFirst` failed (lines 6 and 10).',
  },
  {
    name: 'a permission that is missing',
    source: `app.delete('/books/:id', requireAuth, async (req, res) => {
  if (req.user.role !== 'admin') return res.status(4|03).end();
});`,
    line: 'Sent because the caller lacks permission: `req.user.role` (line 4), for a caller whom `requireAuth` authenticated (line 3).',
  },
  {
    name: 'a caller who is nobody, or may not',
    source: `app.delete('/books/:id', async (req, res) => {
  if (!(req.user && req.user.isAdmin)) return res.status(4|03).end();
});`,
    line: 'Sent because the caller is not known: `req.user` is missing, or because the caller lacks permission: `req.user.isAdmin` (line 4).',
  },
  {
    name: 'an error that was left to whoever writes errors',
    source: `app.use((err, req, res, next) => {
  if (res.headersSent) return next(err);
  res.status(5|00).end();
});`,
    line: 'Sent because an error came here: `err` (line 3).',
  },
  {
    name: 'an error that whoever writes errors tells apart',
    source: `app.use((err, req, res, next) => {
  if (err instanceof ValidationError) res.status(4|00).end();
  else next(err);
});`,
    line: 'Sent because the input is not valid: `ValidationError` (line 4).',
  },
  {
    name: 'a request that comes from elsewhere',
    source: `app.post('/hook', async (req, res) => {
  if (!verifySignature(req)) return res.status(4|01).end();
});`,
    line: 'Sent because `verifySignature` does not prove where the request comes from (line 4).',
  },
  {
    name: 'something that is missing',
    source: `app.get('/books/:id', async (req, res) => {
  const book = await Book.findById(req.params.id);
  if (!book) return res.status(4|04).end();
});`,
    line: 'Sent because `book` was not found (lines 4 and 5).',
  },
  {
    name: 'input that is missing',
    source: `app.post('/books', async (req, res) => {
  if (!req.body.title) return res.status(4|00).end();
});`,
    line: 'Sent because `req.body.title` is missing (line 4).',
  },
  {
    name: 'input that is not valid',
    source: `app.post('/books', async (req, res) => {
  const book = schema.safeParse(req.body);
  if (!book.success) return res.status(4|22).end();
});`,
    line: 'Sent because `req.body` is not valid (lines 4 and 5).',
  },
  {
    name: 'a list that is none',
    source: `app.post('/orders', async (req, res) => {
  const { items } = req.body;
  if (!Array.isArray(items)) return res.status(4|00).end();
});`,
    line: 'Sent because `items` is not valid (line 5).',
  },
  {
    name: 'a text that has not the form it should have',
    source: `app.post('/users', async (req, res) => {
  if (!/^.+@.+$/.test(req.body.email)) return res.status(4|00).end();
});`,
    line: 'Sent because `req.body.email` is not valid (line 4).',
  },
  {
    name: 'a state that stands against the request',
    source: `app.put('/invoices/:number', async (req, res) => {
  const invoice = await invoices.find(req.params.number);
  if (invoice.sent) return res.status(4|09).json({ error: 'This invoice was sent already' });
});`,
    line: 'Probably sent because its present state does not allow it: `invoice.sent` (lines 4 and 5).',
  },
  {
    name: 'something that is there already',
    source: `app.post('/books', async (req, res) => {
  const existing = await Book.findOne({ isbn: req.body.isbn });
  if (existing) return res.status(4|09).json({ error: 'This book exists already' });
});`,
    line: 'Sent because it exists already: `existing` (lines 4 and 5).',
  },
  {
    name: 'something that a chain of calls finds',
    source: `app.post('/books', async (req, res) => {
  if (await Book.query().where({ isbn: req.body.isbn }).first())
    return res.status(4|09).json({ error: 'This book exists already' });
});`,
    line: 'Sent because it exists already: `Book.query().where({ isbn: req.body.isbn }).first()` (line 4).',
  },
  {
    name: 'an error that says that nothing was found',
    source: `app.get('/books/:id', async (req, res) => {
  try {
    res.json(await Book.get(req.params.id));
  } catch (error) {
    if (error instanceof NotFoundError) return res.status(4|04).end();
    throw error;
  }
});`,
    line: 'Sent because nothing was found: `NotFoundError` (line 7).',
  },
  {
    name: 'input that a call does not take',
    source: `app.post('/books', async (req, res) => {
  let book;
  try {
    book = JSON.parse(req.body);
  } catch {
    return res.status(4|00).end();
  }
});`,
    line: 'Sent because the input is not valid: `JSON.parse(req.body)` (lines 6 and 7).',
  },
  {
    name: 'a link that has expired',
    source: `app.post('/reset/:id', async (req, res) => {
  const link = await links.findOne({ id: req.params.id });
  if (link.expiresAt < new Date()) return res.status(4|10).end();
});`,
    line: 'Sent because `link.expiresAt` has passed (lines 4 and 5).',
  },
  {
    name: 'a version that has changed',
    source: `app.put('/books/:id', async (req, res) => {
  const etag = req.get('If-Match');
  if (!etag) return res.status(428).end();
  if (etag !== book.etag) return res.status(4|12).end();
});`,
    line: 'Sent because what the request requires does not hold: `etag` (lines 4 and 6).',
  },
  {
    name: 'a version that is not given',
    source: `app.put('/books/:id', async (req, res) => {
  if (!req.headers['if-match']) return res.status(4|28).end();
});`,
    line: "Sent because the request does not say what it requires: `req.headers['if-match']` is missing (line 4).",
  },
  {
    name: 'what the client has already',
    source: `app.get('/books/:id', async (req, res) => {
  if (req.headers['if-none-match'] === book.etag) return res.status(3|04).end();
});`,
    line: "Sent because the client has it already: `req.headers['if-none-match']` (line 4).",
  },
  {
    name: 'a file that is too large',
    source: `app.post('/covers', upload.single('cover'), async (req, res) => {
  if (req.file.size > maximumSize) return res.status(4|13).end();
});`,
    line: 'Sent because `req.file.size` is over the limit (line 4).',
  },
  {
    name: 'a type that is not taken',
    source: `app.post('/books', async (req, res) => {
  if (!req.is('json')) return res.status(4|15).end();
});`,
    line: 'Sent because content of this type is not taken: `req.is` (line 4).',
  },
  {
    name: 'a client that accepts nothing there is',
    source: `app.get('/books', async (req, res) => {
  if (!req.accepts('json')) return res.status(4|06).end();
});`,
    line: 'Sent because there is nothing that the client accepts: `req.accepts` (line 4).',
  },
  {
    name: 'a method that is not served',
    source: `app.all('/books', async (req, res) => {
  switch (req.method) {
    case 'GET':
      return res.json([]);
    default:
      res.set('Allow', 'GET');
      return res.status(4|05).end();
  }
});`,
    line: 'Sent because the resource has no such method: `req.method` (line 4).',
  },
  {
    name: 'a limit that is reached',
    source: `app.post('/login', async (req, res) => {
  const { success } = await rateLimiter.limit(req.ip);
  if (!success) return res.status(4|29).end();
});`,
    line: 'Sent because `rateLimiter.limit` lets no more through (lines 4 and 5).',
  },
  {
    name: 'maintenance',
    source: `app.use((req, res, next) => {
  if (maintenanceMode) return res.status(5|03).end();
});`,
    line: 'Sent because the service is closed for now: `maintenanceMode` (line 4).',
  },
  {
    name: 'a setting that is missing',
    source: `app.post('/mail', async (req, res) => {
  if (!process.env.SMTP_URL) return res.status(5|00).end();
});`,
    line: 'Sent because the server lacks `process.env.SMTP_URL` (line 4).',
  },
  {
    name: 'anything that may go wrong',
    source: `app.post('/books', async (req, res) => {
  try {
    await book.save();
  } catch {
    return res.status(5|00).end();
  }
});`,
    line: 'Sent because `book.save()` failed (lines 5 and 6).',
  },
  {
    name: 'another service that failed',
    source: `app.get('/rates', async (req, res) => {
  const response = await fetch(url);
  if (!response.ok) return res.status(5|02).end();
});`,
    line: 'Sent because another service failed: `fetch` (lines 4 and 5).',
  },
  {
    name: 'another service that does not answer',
    source: `app.get('/rates', async (req, res) => {
  try {
    res.json(await fetch(url));
  } catch (error) {
    if (error.name === 'TimeoutError') return res.status(5|04).end();
  }
});`,
    line: 'Sent because another service took too long: `TimeoutError` (line 7).',
  },
  {
    name: 'something that was made',
    source: `app.post('/books', async (req, res) => {
  const book = await Book.create(req.body);
  res.status(2|01).json(book);
});`,
    line: 'Sent because `Book.create` made something new (line 4).',
  },
  {
    name: 'work that was taken on',
    source: `app.post('/reports', async (req, res) => {
  const { id } = await reportQueue.add('monthly', req.body);
  res.status(2|02).json({ id });
});`,
    line: 'Sent because `reportQueue.add` takes the work on, to be done later (line 4).',
  },
  {
    name: 'what is done',
    source: `app.put('/books/:id', async (req, res) => {
  const book = await Book.update(req.params.id, req.body);
  res.status(2|00).json(book);
});`,
    line: 'Sent because `Book.update` is done (line 4).',
  },
  {
    name: 'what is done and leaves nothing to say',
    source: `app.delete('/books/:id', async (req, res) => {
  await book.destroy();
  res.status(2|04).end();
});`,
    line: 'Sent because `book.destroy` is done, and there is nothing more to say (line 4).',
  },
  {
    name: 'a choice',
    source: `app.get('/books', async (req, res) => {
  if (!req.query.page) return res.status(2|00).json(all);
});`,
    line: undefined,
  },
];

const before = "import express from 'express';\nconst app = express();\n";

suite('why a response is sent, in the hover', () => {
  for (const { name, source, line } of cases) {
    test(`says of ${name}`, async () => {
      const { text, offset } = atCursor(before + source);
      const { document, analysis } = await ready(text);
      const { response } = referenceAt(analysis, offset) ?? assert.fail('There is a code.');
      assert.ok(analysis);
      assert.equal(reasonLine(analysis, response, document), line);
    });
  }
});
