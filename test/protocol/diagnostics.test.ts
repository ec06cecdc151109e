import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import { LanguageClient, rangeIn } from './languageClient.ts';

const uri = 'file:///shop/orders.js';
const text = `import express from 'express';
const app = express();
app.post('/orders', async (req, res) => {
  const order = await orders.create(req.body);
  res.status(201).json(order);
});
app.delete('/orders/:id', requireUser, async (req, res) => {
  if (req.user.role !== 'admin') {
    return res.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'Only administrators may' });
  }
  res.sendStatus(204);
});
`;

suite('Diagnostics', () => {
  test('are pulled: source, rule, severity, range, evidence', async () => {
    const client = await LanguageClient.start();
    await client.open(uri, text);
    const [location, forbidden, ...others] = await client.diagnostics(uri);
    assert.deepEqual(others, []);
    assert.equal(location?.source, 'http-status');
    assert.equal(location.code, 'location-on-201');
    assert.equal(location.severity, DiagnosticSeverity.Information);
    assert.deepEqual(location.range, rangeIn(text, '201'));
    assert.equal(forbidden?.code, 'forbidden-for-authenticated');
    assert.equal(forbidden.severity, DiagnosticSeverity.Warning);
    assert.deepEqual(forbidden.range, rangeIn(text, '401'));
    const places = forbidden.relatedInformation?.map(({ location: { range } }) => range.start.line);
    assert.deepEqual(places, [rangeIn(text, 'requireUser').start.line, rangeIn(text, 'req.user.role').start.line]);
    await client.stop();
  });

  test('are pushed to a client that does not pull, and go with the document', async () => {
    const client = await LanguageClient.start({ capabilities: {} });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    await client.open(uri, text);
    const pushed = await client.published(uri, (diagnostics) => diagnostics.length > 0);
    assert.deepEqual(
      pushed.map(({ code }) => code),
      ['location-on-201', 'forbidden-for-authenticated'],
    );
    await client.close(uri);
    await client.published(uri, (diagnostics) => diagnostics.length === 0);
    await client.stop();
  });

  test('are silenced by a comment that says so', async () => {
    const client = await LanguageClient.start();
    await client.open(uri, text.replace('  res.status(201)', '  // http-status-ignore-next-line location-on-201\n$&'));
    const rules = (await client.diagnostics(uri)).map(({ code }) => code);
    assert.deepEqual(rules, ['forbidden-for-authenticated']);
    await client.stop();
  });

  test('obey the settings of the editor', async () => {
    const client = await LanguageClient.start({
      configuration: () => ({ rules: { 'location-on-201': 'off', 'forbidden-for-authenticated': 'error' } }),
    });
    await client.open(uri, text);
    const diagnostics = await client.diagnostics(uri);
    assert.deepEqual(
      diagnostics.map(({ code, severity }) => [code, severity]),
      [['forbidden-for-authenticated', DiagnosticSeverity.Error]],
    );
    await client.stop();
  });
});
