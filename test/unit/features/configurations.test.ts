import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver';
import { ConfigurationProblems } from '../../../server/src/features/configurationProblems.ts';
import { Configurations } from '../../../server/src/features/configurations.ts';

import { analyser } from '../../support/analyser.ts';

const uri = 'file:///work/src/a.ts';

function configurationsOf(texts: Record<string, string>, askSettings: (uri: string) => Promise<unknown>) {
  const published: [uri: string, messages: unknown[]][] = [];
  const publish = (path: string, diagnostics: readonly Diagnostic[]) => {
    published.push([path, diagnostics.map(({ message }) => message)]);
  };
  const problems = new ConfigurationProblems({ publish, isCheckedByEditor: () => false });
  const configurations = new Configurations({
    askSettings,
    readText: async (path) => texts[path],
    readPattern: (source) => analyser.readProjectPattern(source),
    onFile: problems.show,
  });
  configurations.folders = ['file:///work'];
  return { configurations, problems, published };
}

suite('what applies to a document', () => {
  test('is asked for once, until the settings change', async () => {
    let asked = 0;
    const { configurations } = configurationsOf({}, async () => ({ preset: asked++ === 0 ? 'quiet' : 'strict' }));
    const first = await configurations.of(uri);
    assert.equal(first.configuration.preset, 'quiet');
    assert.equal(await configurations.of(uri), first);
    configurations.settingsChanged(undefined);
    assert.equal((await configurations.of(uri)).configuration.preset, 'strict');
    assert.equal(asked, 2);
  });

  test('is what was sent along, where the editor cannot be asked', async () => {
    const { configurations } = configurationsOf({}, async () => undefined);
    configurations.settingsChanged({ preset: 'quiet', enable: false });
    const { configuration, settings } = await configurations.of(uri);
    assert.deepEqual([configuration.preset, settings.enable], ['quiet', false]);
  });

  test('does not wait for an editor that fails or is silent', async () => {
    const failing = configurationsOf({}, async () => Promise.reject(new Error('no')));
    assert.equal((await failing.configurations.of(uri)).configuration.preset, 'recommended');
    const silent = configurationsOf({}, () => new Promise(() => undefined));
    assert.equal((await silent.configurations.of(uri)).configuration.preset, 'recommended');
  });

  test('is what the file says rather than the settings, and the file as it is now', async () => {
    const file = 'file:///work/http-status.config.json';
    const texts: Record<string, string> = { [file]: '{ "preset": "strict", "ignore": ["src/"] }' };
    const { configurations } = configurationsOf(texts, async () => ({ preset: 'quiet' }));
    const { configuration, isIgnored } = await configurations.of(uri);
    assert.deepEqual([configuration.preset, isIgnored], ['strict', true]);
    delete texts[file];
    assert.equal((await configurations.of(uri)).configuration.preset, 'strict');
    configurations.filesChanged();
    assert.equal((await configurations.of(uri)).configuration.preset, 'quiet');
  });

  test('and a file says what is wrong with it, as long as it is', async () => {
    const file = 'file:///work/http-status.config.json';
    const texts: Record<string, string> = { [file]: '{ "preset": "loud" }' };
    const { configurations, problems, published } = configurationsOf(texts, async () => undefined);
    await configurations.of(uri);
    await configurations.of('file:///work/b.ts');
    const problem = 'A preset is one of “recommended”, “strict”, “quiet”.';
    assert.deepEqual(published, [[file, [problem]]]);
    texts[file] = '{}';
    problems.forget();
    configurations.filesChanged();
    await configurations.of(uri);
    assert.deepEqual(published.slice(1), [
      [file, []],
      [file, []],
    ]);
  });
});
