import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { supportedLanguages } from '../../../client/src/languages.ts';

const projectRoot = join(import.meta.dirname, '../../..');
const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));

suite('The manifest', () => {
  test('activates the extension for the languages that it supports, and for nothing else', () => {
    const expected = supportedLanguages.map((language) => `onLanguage:${language}`);
    assert.deepEqual(manifest.activationEvents, expected);
  });

  test('puts every command into one category', () => {
    for (const { command, category } of manifest.contributes.commands) {
      assert.match(command, /^httpStatus\./);
      assert.equal(category, 'HTTP Status');
    }
  });

  test('lets the extension work in untrusted and virtual workspaces', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    assert.equal(manifest.capabilities.virtualWorkspaces.supported, true);
  });

  test('describes every setting', () => {
    for (const [name, setting] of Object.entries<Record<string, unknown>>(
      manifest.contributes.configuration.properties,
    )) {
      assert.match(name, /^httpStatus\./);
      assert.ok(setting.markdownDescription, name);
    }
  });
});
