import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { LanguageClient, markdownOf, rangeIn } from './languageClient.ts';

const folder = pathToFileURL(join(import.meta.dirname, '../fixtures-workspace/controllers')).href;
const controller = `${folder}/controllers/users.ts`;
const gate = `${folder}/middleware/gate.ts`;

function textOf(uri: string): string {
  return readFileSync(fileURLToPath(uri), 'utf8');
}

suite('The files of a workspace', () => {
  test('say to each other how requests come to a handler', async () => {
    const client = await LanguageClient.start({ folder });
    const text = textOf(controller);
    await client.open(controller, text, 'typescript');
    const findings = await client.diagnostics(controller);
    assert.ok(findings.some(({ code }) => code === 'forbidden-for-authenticated'));
    const hover = await client.hover(controller, rangeIn(text, 'Missing', "Missing('user')").start);
    assert.match(markdownOf(hover), /404[\s\S]*GET \/api\/users\/:id/);
    await client.stop();
  });

  test('are remembered at the next start, unless what is kept has come to harm', async () => {
    const storage = mkdtempSync(join(tmpdir(), 'storage-'));
    const kept = join(storage, 'summaries');
    const findings = async () => {
      const client = await LanguageClient.start({
        folder,
        initializationOptions: { storageFolder: pathToFileURL(storage).href },
      });
      await client.open(controller, textOf(controller), 'typescript');
      const found = await client.diagnostics(controller);
      for (let tries = 0; tries < 50 && !existsSync(kept); tries++) await wait(50);
      await client.stop();
      return found;
    };
    try {
      const first = await findings();
      assert.ok(first.some(({ code }) => code === 'forbidden-for-authenticated'));
      const written = readFileSync(kept, 'utf8');
      assert.match(written, /users/);
      assert.deepEqual(await findings(), first);
      assert.equal(readFileSync(kept, 'utf8'), written);
      writeFileSync(kept, written.slice(0, -20));
      assert.deepEqual(await findings(), first);
    } finally {
      rmSync(storage, { recursive: true });
    }
  });

  test('are heard while they are edited', async () => {
    const client = await LanguageClient.start({ folder });
    await client.open(controller, textOf(controller), 'typescript');
    const isReported = async () =>
      (await client.diagnostics(controller)).some(({ code }) => code === 'forbidden-for-authenticated');
    assert.ok(await isReported());
    await client.open(gate, textOf(gate), 'typescript');
    await client.change(gate, 2, { text: 'export const gate = (req, res, next) => next();' });
    for (let tries = 0; tries < 50 && (await isReported()); tries++) await wait(50);
    assert.equal(await isReported(), false);
    await client.close(gate);
    for (let tries = 0; tries < 50 && !(await isReported()); tries++) await wait(50);
    assert.ok(await isReported(), 'It was not saved.');
    await client.stop();
  });
});
