import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type CodeLens,
  CodeLensRequest,
  CodeLensResolveRequest,
  type InlayHint,
  InlayHintRequest,
  InlayHintResolveRequest,
} from 'vscode-languageserver/node';
import { showPlacesCommand } from '../../server/src/protocol.ts';
import { LanguageClient } from './languageClient.ts';

const folder = pathToFileURL(join(import.meta.dirname, '../fixtures-workspace/controllers')).href;
const controller = `${folder}/controllers/users.ts`;
const everything = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

async function opened(
  context: TestContext,
  settings: object,
  commands: readonly string[] = [],
): Promise<LanguageClient> {
  const client = await LanguageClient.start({
    folder,
    configuration: () => settings,
    capabilities: { workspace: { configuration: true }, textDocument: { diagnostic: {} }, experimental: { commands } },
  });
  context.after(() => client.stop());
  await client.open(controller, readFileSync(fileURLToPath(controller), 'utf8'), 'typescript');
  // they are given when the workspace has been read
  await client.diagnostics(controller);
  return client;
}

async function lensOf(client: LanguageClient): Promise<CodeLens> {
  const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: controller } });
  const [lens] = lenses ?? [];
  if (!lens) throw new Error('There is no lens.');
  assert.equal(lens.command, undefined);
  return client.connection.sendRequest(CodeLensResolveRequest.type, lens);
}

async function hintsOf(client: LanguageClient): Promise<readonly InlayHint[]> {
  const parameters = { textDocument: { uri: controller }, range: everything };
  return (await client.connection.sendRequest(InlayHintRequest.type, parameters)) ?? [];
}

suite('Lenses and hints', () => {
  test('a lens says route and codes, and leads to them where the client can', async (context) => {
    const client = await opened(context, {}, [showPlacesCommand]);
    const { command } = await lensOf(client);
    assert.equal(command?.title, 'GET /api/users/:id → 200 · 401 ⚠ · 404 · 423');
    assert.equal(command.command, showPlacesCommand);
    assert.equal(command.arguments?.[2].length, 4);
  });

  test('a lens is text where the client has no such command', async (context) => {
    const client = await opened(context, {});
    assert.equal((await lensOf(client)).command?.command, '');
  });

  test('a hint says the route that stands in another file, where no lens does', async (context) => {
    const client = await opened(context, { codeLens: { enable: false } });
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: controller } });
    assert.deepEqual(lenses, []);
    const labels = (await hintsOf(client)).map(({ label }) => label);
    assert.ok(labels.includes('GET /api/users/:id'), labels.join());
  });

  test('a hint explains itself when asked to', async (context) => {
    const client = await opened(context, { inlayHints: { phrase: true } });
    const hint = (await hintsOf(client)).find(({ data }) => data === 401 || data === 403 || data === 404);
    const resolved = await client.connection.sendRequest(InlayHintResolveRequest.type, hint as InlayHint);
    assert.match((resolved.tooltip as { value: string }).value, /^\*\*40\d /);
  });
});
