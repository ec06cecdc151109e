import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Configurations } from '../../../server/src/features/configurations.ts';
import { Guard } from '../../../server/src/features/guard.ts';
import { OpenTexts } from '../../../server/src/features/openTexts.ts';
import { analyser } from '../../support/analyser.ts';

const source = `import express from 'express';
const app = express();
app.get('/old', (req, res) => { res.status(301).end(); });
`;

function openTexts(log: string[] = []) {
  const configurations = new Configurations({
    askSettings: async () => undefined,
    readText: async () => undefined,
    readPattern: async () => [],
    onFile: () => undefined,
  });
  return new OpenTexts(analyser, new Guard((line) => log.push(line)), configurations);
}

suite('open texts', () => {
  test('are analysed once a version', async () => {
    const texts = openTexts();
    texts.open('file:///a.js', 'javascript', 1, source);
    const first = await texts.ready('file:///a.js');
    const second = await texts.ready('file:///a.js');
    assert.equal(first?.findings.length, 1);
    assert.equal(second?.analysis, first?.analysis);
    assert.equal(second?.findings, first?.findings);
    texts.change('file:///a.js', [{ text: 'const a = 1;' }], 2);
    assert.deepEqual((await texts.ready('file:///a.js'))?.findings, []);
  });

  test('that nobody has asked about for a while are analysed again', async () => {
    const texts = openTexts();
    const uris = Array.from({ length: 40 }, (_, index) => `file:///${index}.js`);
    for (const uri of uris) texts.open(uri, 'javascript', 1, source);
    const all = [];
    for (const uri of uris) all.push((await texts.ready(uri))?.analysis);
    const [firstUri = ''] = uris;
    const again = await texts.ready(firstUri);
    assert.notEqual(again?.analysis, all[0]);
    assert.equal(again?.findings.length, 1);
    const last = uris.at(-1) ?? '';
    assert.equal((await texts.ready(last))?.analysis, all.at(-1));
  });

  test('are gone when they are closed, in another language, or were never open', async () => {
    const texts = openTexts();
    texts.open('file:///a.js', 'javascript', 1, source);
    texts.open('file:///a.txt', 'plaintext', 1, source);
    texts.close('file:///a.js');
    texts.close('file:///never.js');
    texts.change('file:///never.js', [{ text: '' }], 1);
    for (const uri of ['file:///a.js', 'file:///a.txt', 'file:///never.js']) {
      assert.equal(await texts.ready(uri), undefined);
    }
    assert.deepEqual(texts.uris, []);
  });

  test('can be opened again, in another language too', async () => {
    const texts = openTexts();
    texts.open('file:///a.js', 'javascript', 1, source);
    const waiting = texts.ready('file:///a.js');
    texts.open('file:///a.js', 'typescript', 1, source);
    await waiting;
    assert.equal((await texts.ready('file:///a.js'))?.findings.length, 1);
  });
});

suite('faults', () => {
  test('are logged once, and answered with nothing', async () => {
    const log: string[] = [];
    const guard = new Guard((line) => log.push(line));
    const fail = () => {
      throw new Error('broken');
    };
    assert.equal(await guard.run('hover', 'empty', fail), 'empty');
    assert.equal(await guard.run('hover', 'empty', fail), 'empty');
    assert.equal(guard.runNow('diagnostics', 0, fail), 0);
    assert.deepEqual(
      log.map((line) => line.split('\n')[0]),
      ['hover: Error: broken', 'diagnostics: Error: broken'],
    );
  });
});
