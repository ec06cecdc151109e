import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  type GuideOutcome,
  type GuideResult,
  guideOutcomeRequest,
  guidePageRequest,
  guideRequest,
} from '../../server/src/protocol.ts';
import { LanguageClient, rangeIn } from './languageClient.ts';

const uri = 'file:///shop/orders.js';
const text = `import express from 'express';
const app = express();
app.get('/orders/:id', async (req, res) => {
  const order = await orders.findById(req.params.id);
  if (!order) {

  }
  res.status(200).json(order);
});
`;

suite('The guide', () => {
  test('begins where the code at the cursor is, and writes what it ends in', async () => {
    const client = await LanguageClient.start();
    await client.open(uri, text);
    const place = { textDocument: { uri }, position: { line: 5, character: 0 } };
    const { first, root, reason, shown } = await client.ask<GuideResult>(guideRequest, place);
    assert.deepEqual([root, first, reason, shown], ['outcome', 'missing', 'order was not found', ['GET /orders/:id']]);
    const outcome = await client.ask<GuideOutcome>(guideOutcomeRequest, { ...place, code: 404 });
    assert.equal(outcome.title, '404 Not Found');
    assert.deepEqual(outcome.writing?.edits, [
      {
        range: { start: place.position, end: place.position },
        newText: "    return res.status(404).json({ error: 'not_found', message: 'Not Found' });",
      },
    ]);
    const changed = { textDocument: { uri }, position: rangeIn(text, '200').start, code: 206 };
    assert.equal((await client.ask<GuideOutcome>(guideOutcomeRequest, changed)).writing?.kind, 'change');
    await client.stop();
  });

  test('works without a document', async () => {
    const client = await LanguageClient.start();
    const { first, root, steps, suggestions, shown } = await client.ask<GuideResult>(guideRequest, {});
    assert.equal(first, root);
    assert.ok(steps.length > 10);
    assert.deepEqual([suggestions, shown], [[], []]);
    const outcome = await client.ask<GuideOutcome>(guideOutcomeRequest, { code: 428 });
    assert.equal(outcome.writing, undefined);
    assert.equal(await client.ask(guideOutcomeRequest, { code: 299 }), null);
    assert.match(await client.ask<string>(guidePageRequest, {}), /^# Which status code/);
    await client.stop();
  });
});
