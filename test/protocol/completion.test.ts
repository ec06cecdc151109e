import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { type CompletionItem, CompletionResolveRequest } from 'vscode-languageserver/node';
import { LanguageClient, rangeIn } from './languageClient.ts';

const uri = 'file:///shop/orders.js';
const text = `import express from 'express';
const app = express();
app.post('/orders', (req, res) => {
  setTimeout(report, 100);
  res.status(
});
`;

suite('Completion', () => {
  let client: LanguageClient;

  before(async () => {
    client = await LanguageClient.start();
    await client.open(uri, text);
  });
  after(() => client.stop());

  test('offers codes in half-typed code, the likeliest first', async () => {
    const items = await client.completion(uri, rangeIn(text, 'status(').end);
    const sorted = items.toSorted((one, other) => (one.sortText ?? '').localeCompare(other.sortText ?? ''));
    assert.deepEqual(
      sorted.slice(0, 3).map(({ label }) => label),
      ['201', '400', '409'],
    );
  });

  test('explains a code when asked to', async () => {
    const items = await client.completion(uri, rangeIn(text, 'status(').end);
    const created = items.find(({ label }) => label === '201');
    assert.equal(created?.documentation, undefined);
    const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, created as CompletionItem);
    assert.match((resolved.documentation as { value: string }).value, /^\*\*201 Created\*\*/);
  });

  test('offers the header fields that a status owes', async () => {
    const orders = 'file:///shop/headers.js';
    const owing = text.replace('res.status(', "res.status(405).set('').end();");
    await client.open(orders, owing);
    const items = await client.completion(orders, rangeIn(owing, "set('").end);
    assert.equal(items.find(({ sortText }) => sortText === '000')?.label, 'Allow');
  });

  test('is silent where no status can stand', async () => {
    assert.deepEqual(await client.completion(uri, rangeIn(text, '100').start), []);
    assert.deepEqual(await client.completion(uri, { line: 1000, character: 0 }), []);
    assert.deepEqual(await client.completion('file:///unknown.js', { line: 0, character: 0 }), []);
  });

  test('follows the text', async () => {
    await client.change(uri, 2, { range: rangeIn(text, 'report'), text: 'report, 4' });
    assert.equal((await client.completion(uri, rangeIn(text, 'status(').end)).length > 20, true);
  });

  test('can be switched off', async () => {
    const quiet = await LanguageClient.start({ configuration: () => ({ completion: { enable: false } }) });
    await quiet.open(uri, text);
    assert.deepEqual(await quiet.completion(uri, rangeIn(text, 'status(').end), []);
    await quiet.stop();
  });
});
