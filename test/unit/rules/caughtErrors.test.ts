import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { defaultConfiguration } from '../../../server/src/configuration/configuration.ts';
import { ready } from '../../support/ready.ts';

/** What a `catch` knows of the error it answers for. */
interface Case {
  readonly name: string;
  readonly source: string;
  /** Lines and rules. */
  readonly findings: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'what lets all others go on answers for one error alone',
    source: `app.get('/books/:id', async (req, res) => {
  try {
    const book = await shelf.open(req.params.id);
    await book.save();
    res.json({ title: book.title });
  } catch (error) {
    if (!(error instanceof BookNotFound)) throw error;
    res.status(404).json({ error: 'No such book' });
  }
});
app.put('/books/:id', async (req, res) => {
  try {
    await books.update(req.params.id, req.body);
    res.status(204).end();
  } catch (error) {
    if (error.code !== 'E_LOCKED') throw error;
    res.status(423).json({ error: 'Locked' });
  }
});
app.patch('/books/:id', async (req, res) => {
  try {
    await books.update(req.params.id, req.body);
    res.status(204).end();
  } catch (error) {
    if (!isRefused(error)) return res.status(500).json({ error: 'Failed' });
    res.status(400).json({ error: 'Refused' });
  }
});
app.delete('/books/:id', async (req, res) => {
  try {
    await books.update(req.params.id, { gone: true });
    res.status(204).end();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    res.status(404).json({ error: 'No such book' });
  }
});`,
    findings: ['35 server-fault-is-5xx'],
  },
  {
    name: 'a code that the error itself chooses, and what is left beside it',
    source: `app.post('/scans', async (req, res) => {
  try {
    await scans.save(req.body);
    res.status(204).end();
  } catch (error) {
    res.status(isTooLong(error) ? 413 : 500).json({ error: 'Failed' });
  }
});
app.post('/covers', async (req, res) => {
  try {
    await covers.save(req.body);
    res.status(204).end();
  } catch (error) {
    res.status(isTooLong(error) ? 413 : 400).json({ error: 'Failed' });
  }
});
app.post('/pages', async (req, res) => {
  try {
    await pages.save(req.body);
    res.status(204).end();
  } catch (error) {
    res.status(!isTooLong(error) ? 400 : 413).json({ error: 'Failed' });
  }
});`,
    findings: ['14 server-fault-is-5xx', '22 server-fault-is-5xx'],
  },
  {
    name: 'what a function of the project throws may be what fails in it, what a library throws says what is wrong',
    source: `app.use(async (req, res, next) => {
  try {
    const checked = await tokens.validateToken(req.headers.authorization);
    if (!checked.valid) return res.status(401).json({ error: 'No token' });
    next();
  } catch (error) {
    res.status(500).json({ error: 'Could not be checked' });
  }
});
app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, key);
  } catch (error) {
    return res.status(500).json({ error: 'Could not be checked' });
  }
  next();
});
app.get('/shelves/:id/check', async (req, res) => {
  try {
    res.json({ valid: await this.shelves.validateShelf(req.params.id) });
  } catch (error) {
    res.status(500).json({ error: 'Could not be checked' });
  }
});`,
    findings: ['14 client-fault-is-4xx'],
  },
];

const before = "import express from 'express'; import jwt from 'jsonwebtoken'; const app = express(); ";

suite('what is reported of errors that are caught', () => {
  for (const { name, source, findings } of cases) {
    test(name, async () => {
      const { document, findings: found } = await ready(`${before}${source}\n`, defaultConfiguration, 'books.ts');
      const judged = found.filter(({ rule }) => rule.id !== 'www-authenticate-on-401');
      assert.deepEqual(
        judged.map(({ node, rule }) => `${document.positionAt(node.start).line + 1} ${rule.id}`),
        findings,
      );
    });
  }
});
