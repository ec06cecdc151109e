import * as assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { commands, extensions } from 'vscode';
import { eventually, extensionId, open } from './editing.ts';

suite('Activation', () => {
  test('waits for a document of a supported language', async () => {
    const extension = extensions.getExtension(extensionId);
    assert.ok(extension);
    await open('README.md');
    assert.equal(extension.isActive, false);
    await open('src/health.js');
    await eventually(() => extension.isActive);
  });

  test('registers every command of the manifest', async () => {
    const manifest = extensions.getExtension(extensionId)?.packageJSON;
    const registered = new Set(await commands.getCommands(true));
    for (const { command } of manifest.contributes.commands) assert.ok(registered.has(command), command);
  });
});
