import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver/node';
import { LanguageClient } from './languageClient.ts';

const text = `{ "preset": "loud", "status": ["if STATUS then"] }`;
const inSchema = 'A preset is one of “recommended”, “strict”, “quiet”.';
const notInSchema = 'This is no call in a language that is read.';

suite('What is wrong with a configuration file', () => {
  const path = mkdtempSync(join(tmpdir(), 'http-status-configuration-'));
  const folder = pathToFileURL(path).href;
  const uri = `${folder}/http-status.config.json`;
  const handlers = `${folder}/handlers.js`;
  writeFileSync(join(path, 'http-status.config.json'), text);
  after(() => rmSync(path, { recursive: true }));

  async function started(initializationOptions: object, opensHandlers = true) {
    const client = await LanguageClient.start({ folder, initializationOptions });
    const says = (...messages: readonly string[]) =>
      client.published(uri, (diagnostics) => diagnostics.map(({ message }) => message).join() === messages.join());
    if (opensHandlers) {
      await client.open(
        handlers,
        "import express from 'express';\nexpress().get('/', (req, res) => res.sendStatus(204));\n",
      );
      await client.diagnostics(handlers);
    }
    return { client, says };
  }

  test('is said whether it is open or not', async () => {
    const { client, says } = await started({});
    const [problem] = await says(inSchema, notInSchema);
    const start = text.indexOf('"loud"');
    assert.deepEqual(problem?.range, {
      start: { line: 0, character: start },
      end: { line: 0, character: start + '"loud"'.length },
    });
    await client.open(uri, text, 'json');
    await client.hover(uri, { line: 0, character: 0 });
    await says(inSchema, notInSchema);
    await client.stop();
  });

  test('is said where nothing else is open, and after it has changed', async () => {
    const { client, says } = await started({}, false);
    await client.open(uri, text, 'json');
    await says(inSchema, notInSchema);
    writeFileSync(join(path, 'http-status.config.json'), '{ "preset": "loud" }');
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri, type: FileChangeType.Changed }],
    });
    await says(inSchema);
    writeFileSync(join(path, 'http-status.config.json'), text);
    await client.stop();
  });

  test('is said but once where the editor checks open files by their schema', async () => {
    const { client, says } = await started({ checksSchemas: true });
    await says(inSchema, notInSchema);
    await client.open(uri, text, 'jsonc');
    await says(notInSchema);
    await client.close(uri);
    await says(inSchema, notInSchema);
    await client.stop();
  });
});
