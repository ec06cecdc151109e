import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type CallToolResult, callToolRequest } from '../../server/src/protocol.ts';
import { LanguageClient } from './languageClient.ts';

const folder = pathToFileURL(join(import.meta.dirname, '../fixtures-workspace/controllers')).href;
const path = 'controllers/users.ts';

suite('Tools for language models', () => {
  const call = (client: LanguageClient, name: string, input: unknown) =>
    client.ask<CallToolResult>(callToolRequest, { name, input });

  test('answer what the editor asks for a model', async () => {
    const client = await LanguageClient.start({ folder: `${folder}/` });
    assert.match((await call(client, 'explain_status_code', { code: 404 })).text, /^# 404 Not Found/);
    assert.match((await call(client, 'suggest_status_code', { situation: 'rate limit' })).text, /^## 429 /);
    const stored = await call(client, 'review_responses', { path });
    assert.match(stored.text, /^controllers\/users\.ts: [\s\S]*rule forbidden-for-authenticated/);
    await client.stop();
  });

  test('see what is not saved yet', async () => {
    const client = await LanguageClient.start({ folder });
    await client.open(`${folder}/${path}`, '', 'typescript');
    const empty = await call(client, 'review_responses', { path });
    const text =
      "import { Response } from 'express';\nconst gone = (res: Response) => res.status(204).json({ ok: true });";
    await client.change(`${folder}/${path}`, 2, { text });
    const typed = await call(client, 'review_responses', { path });
    await client.stop();
    assert.match(empty.text, /Nothing is found/);
    assert.match(typed.text, /rule no-body-allowed/);
  });

  test('read nothing outside the workspace', async () => {
    const client = await LanguageClient.start({ folder });
    for (const outside of ['../guards/package.json', '/etc/passwd', import.meta.filename]) {
      const refused = await call(client, 'review_responses', { path: outside });
      assert.match(refused.text, /is outside the project/);
      assert.equal(refused.isError, true);
    }
    await client.stop();
    const alone = await LanguageClient.start();
    assert.match((await call(alone, 'review_responses', { path })).text, /^There is no folder/);
    await alone.stop();
  });
});
