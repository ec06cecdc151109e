import { type HandlerCase, isNoChallenge, reportedOf } from '../../support/handlerCases.ts';

/** Handlers that answer where a promise fails: what failed is why, as in a `try`. */
const cases: readonly HandlerCase[] = [
  {
    name: 'a store that fails, in whichever way its promise is handed who answers',
    source: `app.get('/books', (req, res) => {
  Book.find({}).then((books) => res.json(books)).catch((error) => res.status(400).json({ error: 'Failed' }));
});
app.get('/shelves', (req, res) => {
  return client.query('select 1').then(
    (rows) => res.json(rows),
    function (error) {
      res.status(400).json({ error: 'Failed' });
    },
  );
});
app.post('/books', async (req, res) => {
  await Book.create(req.body)
    .then((book) => res.status(201).location('/books/1').json(book))
    .catch(() => {
      res.status(404).json({ error: 'Failed' });
    });
});`,
    findings: ['2 server-fault-is-5xx', '8 server-fault-is-5xx', '16 server-fault-is-5xx'],
  },
  {
    name: 'a function that hands its answer to a callback',
    path: 'functions/books.js',
    source: `const store = require('faunadb');
const client = new store.Client({ secret: 'none' });
exports.handler = (event, context, callback) => {
  return client.query(store.query.Create('books', {}))
    .then((book) => callback(null, { statusCode: 200, body: JSON.stringify(book) }))
    .catch((error) => callback(null, { statusCode: 400, body: 'Failed' }));
};`,
    findings: ['6 server-fault-is-5xx'],
  },
  {
    name: 'an error that is given a code and handed on',
    source: `app.post('/books', async (req, res) => {
  try {
    res.status(201).location('/books/1').json(await Book.create(req.body));
  } catch (error) {
    error.status = 400;
    throw error;
  }
});
app.post('/shelves', (req, res, next) => {
  Shelf.create(req.body).then((shelf) => res.status(201).location('/shelves/1').json(shelf)).catch((error) => {
    error.status = 400;
    next(error);
  });
});
app.post('/loans', async (req, res) => {
  try {
    res.status(201).location('/loans/1').json(await Loan.create(req.body));
  } catch (error) {
    error.status = 502;
    throw error;
  }
});`,
    findings: ['5 server-fault-is-5xx', '11 server-fault-is-5xx'],
  },
  {
    name: 'who meets the failure of one call where it is called knows what it fails for',
    source: `app.get('/covers/:name', (req, res) => {
  covers.handleStream(req.params.name, res).catch(() => res.status(404).end('No such cover'));
});
app.get('/pages/:name', (req, res) => {
  pages.handleStream(req.params.name, res).catch(() => res.status(400).end('Failed'));
});`,
    findings: ['5 server-fault-is-5xx'],
  },
  {
    name: 'what is thrown or rejected on the way, or kept before, may be another matter',
    source: `app.get('/books/:id', (req, res) => {
  Book.findById(req.params.id)
    .then((book) => book || Promise.reject(new Error('None')))
    .catch(() => res.status(404).json({ error: 'No such book' }));
});
app.get('/shelves/:id', (req, res) => {
  Shelf.findById(req.params.id)
    .then((shelf) => {
      if (!shelf) throw new Error('None');
      res.json(shelf);
    })
    .catch(() => res.status(404).json({ error: 'No such shelf' }));
});
app.get('/loans/:id', (req, res) => {
  Loan.findById(req.params.id).orFail()
    .then((loan) => res.json(loan))
    .catch(() => res.status(404).json({ error: 'No such loan' }));
});
app.get('/covers/:id', (req, res) => {
  loadCover(req.params.id).then((cover) => res.send(cover)).catch(() => res.status(404).json({ error: 'No such cover' }));
});
app.get('/marks', (req, res) => {
  Mark.find({}).catch(() => []).then((marks) => format(marks)).catch(() => res.status(400).json({ error: 'Format' }));
});
app.post('/lists', (req, res) => {
  parseList(req.body).then((list) => res.json(list)).catch(() => res.status(400).json({ error: 'No list' }));
});`,
    findings: [],
  },
];

const before = "const express = require('express'); const app = express(); ";

reportedOf('what is reported of handlers that a promise calls when it fails', cases, {
  before,
  isJudged: isNoChallenge,
});
