import { type HandlerCase, isNoChallenge, reportedOf } from '../../support/handlerCases.ts';

/** Handlers that are handed what was looked up: it came from the call that hands it, as an awaited one gives it. */
const cases: readonly HandlerCase[] = [
  {
    name: 'what the URL names was looked up for a callback',
    source: `app.get('/books/:id', (req, res, next) => {
  Book.findById(req.params.id, (error, book) => {
    if (error) return next(error);
    if (!book) return res.status(400).json({ error: 'No such book' });
    res.json(book);
  });
});
app.get('/shelves/:id', function (req, res) {
  Shelf.findById(req.params.id).lean().exec(function (err, shelf) {
    if (!shelf) return res.status(400).json({ error: 'No such shelf' });
    res.json(shelf);
  });
});
app.get('/loans/:id', (req, res) => {
  Loan.findOne({ _id: req.params.id }).then((loan) => {
    if (!loan) return res.status(400).json({ error: 'No such loan' });
    res.json(loan);
  });
});`,
    findings: ['4 not-found-is-404', '10 not-found-is-404', '16 not-found-is-404'],
  },
  {
    name: 'there is one already',
    source: `app.post('/readers', (req, res) => {
  Reader.findOne({ email: req.body.email }).then((reader) => {
    if (reader) return res.status(400).json({ error: 'This address is taken' });
    res.json({});
  });
});`,
    findings: ['3 conflict-is-409'],
  },
  {
    name: 'what the error says that a callback is handed',
    source: `app.post('/readers', (req, res, next) => {
  Reader.create(req.body, (err) => {
    if (err && err.message.indexOf('duplicate key error') !== -1) return res.status(500).send('This name is taken');
    if (err) return next(err);
    res.status(204).end();
  });
});
app.post('/shelves', (req, res, next) => {
  Shelf.create(req.body).catch((err) => {
    if (err.message.includes('duplicate key')) return res.status(400).send('This name is taken');
    if (err.message.includes('too many')) return res.status(400).send('Too many shelves');
    next(err);
  });
});`,
    findings: ['3 conflict-is-409', '10 conflict-is-409'],
  },
  {
    name: 'what an earlier callback made of it, or a callback is handed that nobody tells of errors, nothing shows',
    source: `app.get('/books/:id', (req, res) => {
  Book.findById(req.params.id).then((book) => check(book)).then((isRight) => {
    if (!isRight) return res.status(400).json({ error: 'Not right' });
    res.json({});
  });
});
app.get('/shelves/:id', (req, res) => {
  Shelf.findEach(req.params.id, (shelf, last) => {
    if (!last) return res.status(400).json({ error: 'Not the last' });
    res.json(shelf);
  });
});`,
    findings: [],
  },
];

const before = "const express = require('express'); const app = express(); ";

reportedOf('what is reported of handlers that are handed what was looked up', cases, {
  before,
  isJudged: isNoChallenge,
});
