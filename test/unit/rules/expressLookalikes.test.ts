import { type HandlerCase, reportedOf } from '../../support/handlerCases.ts';

/** Pairs that look alike in handlers of Express: what is right says nothing, what is wrong stands beside it and is found. */
const cases: readonly HandlerCase[] = [
  {
    name: 'what has ended may end once more',
    source: `import express from 'express';
const app = express();
app.get('/', (req, res) => {
  res.redirect('/shelves');
  res.end();
});
app.get('/old', (req, res) => {
  res.redirect('/shelves');
  res.end('Moved');
});
`,
    findings: ['8 response-after-response'],
  },
  {
    name: 'the state that comes back from a provider names nothing here',
    source: `import express from 'express';
const app = express();
app.get('/callback/:state', (req, res) => {
  const { state } = req.params;
  const begun = cache.get(state);
  if (!begun) return res.status(400).json({ error: 'Log in anew' });
  res.json(begun);
});
app.get('/books/:isbn', (req, res) => {
  const { isbn } = req.params;
  const book = cache.get(isbn);
  if (!book) return res.status(400).json({ error: 'No such book' });
  res.json(book);
});
`,
    findings: ['12 not-found-is-404'],
  },
  {
    name: 'a catch-all that names what is wrong with what it was given, and one that blames the request as a whole',
    source: `import express from 'express';
const app = express();
app.get('/shelves/:mark', async (req, res) => {
  let shelf;
  try {
    shelf = await Shelf.findByPk(readMark(req.params.mark));
  } catch {
    return res.status(400).json({ error: 'Invalid mark' });
  }
  try {
    res.json(await Book.findAll({ where: { shelf: shelf.id } }));
  } catch {
    res.status(400).json({ error: 'Invalid request' });
  }
});
`,
    findings: ['13 server-fault-is-5xx'],
  },
  {
    name: 'a code that is sent where it is chosen is none of what is sent behind it',
    source: `import express from 'express';
const app = express();
app.put('/books/:id', async (req, res) => {
  try {
    await shelf.saveBook(req.params.id);
    res.json({ saved: true });
  } catch (error) {
    let status = 500;
    if (error.message && error.message.indexOf('No such book') > -1) {
      status = 404;
      res.status(status).send('No such book');
      return;
    }
    res.status(status).send('Failed');
  }
});
app.put('/loans/:id', async (req, res) => {
  try {
    await shelf.saveLoan(req.params.id);
    res.json({ saved: true });
  } catch {
    res.status(404).send('No such loan');
  }
});
`,
    findings: ['22 server-fault-is-5xx'],
  },
  {
    name: 'what conflicts and may not be replaced by who calls',
    source: `import express from 'express';
const app = express();
app.post('/shelves/:id', async (req, res) => {
  const shelf = await shelves.get(req.params.id);
  const other = await shelves.findOne({ where: { name: req.body.name } });
  if (other && !req.body.replace) return res.status(403).json({ error: 'A shelf of that name exists already' });
  if (other) return res.status(403).json({ error: 'Not allowed to replace what exists already' });
  res.json(await shelf.rename(req.body.name));
});
`,
    findings: ['6 conflict-is-409'],
  },
  {
    name: 'a fault that has a rule of its own is told once',
    source: `import express from 'express';
const app = express();
app.get('/books/:id', async (req, res) => {
  const book = await books.findById(req.params.id);
  if (!book) return res.status(500).send('No such book');
  res.json(book);
});
app.post('/books', async (req, res) => {
  if (!req.body.title) return res.status(500).send('The title is missing');
  const other = await books.findOne({ where: { title: req.body.title } });
  if (other) return res.status(500).send('The book exists already');
  res.json(await books.rename(req.body.title));
});
`,
    findings: ['5 not-found-is-404', '9 client-fault-is-4xx', '11 conflict-is-409'],
  },
  {
    name: 'what a look-up is called by its kind may throw when it finds nothing',
    source: `import express from 'express';
const app = express();
app.get('/books/:id', async (req, res) => {
  try {
    res.json(await orm.queries.getBook(req.params.id));
  } catch {
    res.status(404).json({ error: 'No such book' });
  }
});
app.get('/loans/:id', async (req, res) => {
  try {
    res.json(await orm.loans.getMany(req.params.id));
  } catch {
    res.status(404).json({ error: 'No such loan' });
  }
});
`,
    findings: ['14 server-fault-is-5xx'],
  },
];

reportedOf('what looks alike in handlers of Express', cases, { isJudged: ({ severity }) => severity !== 'hint' });
