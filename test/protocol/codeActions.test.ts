import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { CodeActionKind } from 'vscode-languageserver/node';
import { appliedTo } from './appliedTo.ts';
import { LanguageClient, rangeIn } from './languageClient.ts';

const uri = 'file:///shop/orders.js';
const text = `const express = require("express")
const app = express()
app.post("/orders", async (req, res) => {
  const order = await orders.create(req.body)
  res.status(201).json(order)
})
app.delete("/orders/:id", requireUser, async (req, res) => {
  if (req.user.role !== "admin") {
    return res.status(401).json({ error: "Only administrators may" })
  }
  res.status(204).json({ deleted: true })
})
`;

suite('Code actions', () => {
  let client: LanguageClient;

  before(async () => {
    client = await LanguageClient.start();
    await client.open(uri, text);
  });
  after(() => client.stop());

  test('offer the best fix first, and prefer it', async () => {
    const [first, ...others] = await client.codeActions(uri, rangeIn(text, '201'));
    assert.equal(first?.isPreferred, true);
    assert.equal(first.kind, CodeActionKind.QuickFix);
    assert.equal(first.diagnostics?.[0]?.code, 'location-on-201');
    assert.ok(others.every(({ isPreferred }) => !isPreferred));
  });

  test('write in the idiom of the file', async () => {
    const [location] = await client.codeActions(uri, rangeIn(text, '201'));
    assert.match(
      appliedTo(text, uri, location),
      /^ {2}res\.status\(201\)\.location\(`\$\{req\.originalUrl\}\/\$\{order\.id\}`\)\.json\(order\)$/m,
    );
    const [forbidden] = await client.codeActions(uri, rangeIn(text, '401'));
    assert.match(
      appliedTo(text, uri, forbidden),
      /^ {4}return res\.status\(403\)\.json\(\{ error: "Only administrators may" \}\)$/m,
    );
  });

  test('clear their finding', async () => {
    for (const code of ['201', '401', '204']) {
      const [fix] = await client.codeActions(uri, rangeIn(text, code));
      const rule = fix?.diagnostics?.[0]?.code;
      const fixed = `file:///shop/fixed-${code}.js`;
      await client.open(fixed, appliedTo(text, uri, fix));
      const rules = (await client.diagnostics(fixed)).map((diagnostic) => diagnostic.code);
      assert.ok(!rules.includes(rule), `${rule} is still reported`);
    }
  });

  test('offer a comment that suppresses the finding', async () => {
    const actions = await client.codeActions(uri, rangeIn(text, '201'));
    const suppress = actions.find(({ title }) => title.startsWith('Suppress'));
    const suppressed = appliedTo(text, uri, suppress);
    assert.match(suppressed, /^ {2}\/\/ http-status-ignore-next-line location-on-201\n {2}res\.status\(201\)/m);
  });

  test('offer another code, another spelling and problem details where nothing is wrong', async () => {
    const order = 'file:///shop/order.js';
    const show = `const express = require("express")
const app = express()
app.get("/orders/:id", async (req, res) => {
  const order = await orders.findById(req.params.id)
  if (!order) return res.status(404).json({ error: "No such order" })
  res.json(order)
})
`;
    await client.open(order, show);
    const actions = await client.codeActions(order, rangeIn(show, '404'));
    assert.ok(actions.every(({ kind }) => kind === CodeActionKind.RefactorRewrite));
    const gone = actions.find(({ title }) => title === 'Change to 410 Gone');
    assert.match(appliedTo(show, order, gone), /res\.status\(410\)/);
    const problem = actions.find(({ title }) => title.includes('RFC 9457'));
    assert.match(appliedTo(show, order, problem), /title: "Not Found", status: 404, detail: "No such order"/);
  });

  test('offer nothing where nothing is reported', async () => {
    assert.deepEqual(await client.codeActions(uri, rangeIn(text, 'express')), []);
  });
});
