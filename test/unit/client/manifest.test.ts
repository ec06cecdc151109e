import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { suite, test } from 'node:test';
import { supportedLanguages } from '../../../client/src/languages.ts';
import { projectAddress } from '../../../server/src/rules/documents.ts';

const projectRoot = join(import.meta.dirname, '../../..');
const texts = readJson('package.nls.json');
/** As people read it: with the texts for its keys. */
const manifest = readJson('package.json', (_, value) =>
  typeof value === 'string' ? value.replace(/^%(.+)%$/, (_key, key) => texts[key]) : value,
);

function readJson(name: string, reviver?: (key: string, value: unknown) => unknown) {
  return JSON.parse(readFileSync(join(projectRoot, name), 'utf8'), reviver);
}

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

  test('describes every setting, in groups that have titles', () => {
    for (const { title, properties } of manifest.contributes.configuration) {
      assert.match(title, /^[A-Z]/);
      for (const [name, setting] of Object.entries<Record<string, unknown>>(properties)) {
        assert.match(name, /^httpStatus\./);
        assert.ok(setting.markdownDescription, name);
        const choices = setting.enum as readonly string[] | undefined;
        if (choices && name !== 'httpStatus.trace.server') {
          assert.equal((setting.enumDescriptions as readonly string[]).length, choices.length, name);
        }
      }
    }
  });

  test('shows who starts what there is, with pictures that are shipped and commands that exist', () => {
    const shipped = readFileSync(join(projectRoot, '.vscodeignore'), 'utf8').split('\n');
    const own = new Set(manifest.contributes.commands.map(({ command }: { command: string }) => command));
    const [walkthrough] = manifest.contributes.walkthroughs;
    assert.equal(walkthrough.steps.length, 3);
    for (const { description, media, completionEvents } of walkthrough.steps) {
      assert.deepEqual(Object.keys(media.image), ['light', 'dark', 'hc', 'hcLight']);
      for (const picture of Object.values<string>(media.image)) {
        assert.ok(existsSync(join(projectRoot, picture)), picture);
        assert.ok(shipped.includes(`!${dirname(picture)}/*.png`), picture);
      }
      assert.ok(media.altText);
      const commands = [...`${description} ${completionEvents}`.matchAll(/[cC]ommand:([\w.]+)/g)].map(
        ([, name]) => name,
      );
      assert.ok(commands.length > 0);
      for (const name of commands) assert.ok(name?.startsWith('workbench.') || own.has(name), name);
    }
  });

  test('says where the project is, so that pictures of the README are found', () => {
    assert.equal(manifest.repository.url, `${projectAddress}.git`);
  });
});
