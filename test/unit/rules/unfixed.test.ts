import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { findingsIn } from '../../support/findings.ts';

/** A finding for which nothing that could be written would be right. */
interface Unfixed {
  readonly name: string;
  readonly path: string;
  readonly rule: string;
  readonly source: string;
}

const unfixed: readonly Unfixed[] = [
  {
    name: 'a catch-all that answers for the work as well as for the input',
    path: 'src/books.ts',
    rule: 'client-fault-is-4xx',
    source: `app.post('/books', async (req, res) => {
  try {
    if (!req.body.title) throw new Error('The title is missing');
    await books.save(req.body);
    res.json({ saved: true });
  } catch (error) {
    res.status(500).json({ error: 'Failed' });
  }
});
`,
  },
  {
    name: 'a delay that codes would get which know none',
    path: 'src/books.ts',
    rule: 'retry-after-on-503',
    source: `app.post('/books', async (req, res) => {
  try {
    await books.save(req.body);
    res.json({ saved: true });
  } catch (error) {
    res.status(isBusy(error) ? 503 : 400).json({ error: 'Failed' });
  }
});
`,
  },
];

suite('what fixes do not write', () => {
  for (const { name, path, rule, source } of unfixed) {
    test(name, async () => {
      const found = (await findingsIn(path, source)).find((each) => each.rule.id === rule);
      assert.ok(found, `no finding of ${rule}`);
      assert.deepEqual(found.fixes(), []);
    });
  }
});
