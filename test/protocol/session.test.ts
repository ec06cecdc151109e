import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { LanguageClient } from './languageClient.ts';

suite('A session', () => {
  test('tells what the server can do', async () => {
    await using client = await LanguageClient.start();
    const { capabilities } = client.initialized;
    assert.equal(capabilities.hoverProvider, true);
    assert.equal(capabilities.positionEncoding ?? 'utf-16', 'utf-16');
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
    assert.ok(capabilities.codeActionProvider);
    assert.ok(capabilities.diagnosticProvider);
    // for anything else the bundles leave out what the client would need: see bundles.mjs
    assert.deepEqual(Object.keys(capabilities).sort(), [
      'codeActionProvider',
      'codeLensProvider',
      'completionProvider',
      'diagnosticProvider',
      'documentLinkProvider',
      'hoverProvider',
      'inlayHintProvider',
      'positionEncoding',
      'textDocumentSync',
      'workspace',
    ]);
    assert.deepEqual(Object.keys(capabilities.workspace ?? {}), ['workspaceFolders']);
  });

  test('ends with exit code 0 when it is shut down', async () => {
    await using client = await LanguageClient.start();
    assert.equal(await client.stop(), 0);
  });

  test('has nothing to say about a document that is not open, or of another language', async () => {
    await using client = await LanguageClient.start();
    const uri = 'file:///shop/notes.md';
    assert.equal(await client.hover(uri, { line: 0, character: 0 }), null);
    await client.open(uri, 'res.status(404)', 'markdown');
    assert.equal(await client.hover(uri, { line: 0, character: 12 }), null);
    assert.deepEqual(await client.diagnostics(uri), []);
  });

  test('survives text that is no code', async () => {
    await using client = await LanguageClient.start();
    const texts = ['', '\u0000\u0001res.status(', '{'.repeat(5_000), 'res.status(404'.repeat(500), '`${'.repeat(300)];
    for (const [index, text] of texts.entries()) {
      const uri = `file:///shop/broken${index}.js`;
      await client.open(uri, text);
      assert.ok(Array.isArray(await client.diagnostics(uri)));
      await client.hover(uri, { line: 0, character: 12 });
    }
    assert.equal(await client.stop(), 0);
  });
});
