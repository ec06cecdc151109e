import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { LanguageClient, markdownOf, rangeIn } from './languageClient.ts';

const uri = 'file:///shop/orders.js';
const text = `import express from 'express';
const app = express();
/* 🛒 */ app.get('/orders/:id', async (req, res) => {
  const order = await orders.findById(req.params.id);
  if (!order) return /* 🛒🛒 */ res.status(404).json({ error: 'No such order' });
  setTimeout(() => audit(order), 500);
  res.json(order);
});
`;

suite('Hover', () => {
  let client: LanguageClient;

  before(async () => {
    client = await LanguageClient.start();
    await client.open(uri, text);
  });
  after(() => client.stop());

  test('explains a code, and its range is the code alone', async () => {
    const place = rangeIn(text, '404');
    const hover = await client.hover(uri, { line: place.start.line, character: place.start.character + 1 });
    assert.match(markdownOf(hover), /^\*\*404 Not Found\*\*|^#+ 404 Not Found/);
    assert.match(markdownOf(hover), /GET \/orders\/:id/);
    assert.deepEqual(hover?.range, place);
  });

  test('holds at both ends of the code', async () => {
    const { start, end } = rangeIn(text, '404');
    assert.notEqual(await client.hover(uri, start), null);
    assert.equal(await client.hover(uri, { line: end.line, character: end.character + 1 }), null);
  });

  test('is silent over a number that is no status', async () => {
    assert.equal(await client.hover(uri, rangeIn(text, '500').start), null);
  });

  test('follows edits', async () => {
    await client.change(uri, 2, { range: rangeIn(text, '404'), text: '410' });
    const hover = await client.hover(uri, rangeIn(text, '404').start);
    assert.match(markdownOf(hover), /410 Gone/);
  });
});
