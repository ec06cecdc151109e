import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import { applyEdits } from '../support/edits.ts';
import { findingsIn } from '../support/findings.ts';

/** A handler file: it starts a server on 127.0.0.1 and stops it. */
interface Handlers {
  start(): Promise<{ readonly port: number; readonly stop: () => unknown }>;
}

const folder = path.join(import.meta.dirname, 'handlers');
const fixedFolder = path.join(import.meta.dirname, '.fixed');
const fixed: ReadonlySet<string> = new Set([
  'location-on-201',
  'forbidden-for-authenticated',
  'allow-on-405',
  'no-body-allowed',
  'retry-after-on-503',
]);

/** Applies the best fix of one finding after the other, as someone at the editor would. */
async function fixAll(file: string, text: string): Promise<string> {
  let current = text;
  for (let rounds = 0; rounds < 20; rounds++) {
    const finding = (await findingsIn(file, current)).find(({ rule }) => fixed.has(rule.id));
    if (!finding) return current;
    const [fix] = finding.fixes();
    assert.ok(fix, `${finding.rule.id} has no fix`);
    current = applyEdits(current, fix.edits);
  }
  return assert.fail('The fixes do not come to an end.');
}

async function load(file: string, text: string): Promise<Handlers> {
  const tsconfigRaw = { compilerOptions: { experimentalDecorators: true } };
  const { code } = await transform(text, { loader: file.endsWith('.ts') ? 'ts' : 'js', tsconfigRaw });
  mkdirSync(fixedFolder, { recursive: true });
  const place = path.join(fixedFolder, file.replace(/\.ts$/, '.js'));
  writeFileSync(place, code);
  return (await import(pathToFileURL(place).href)) as Handlers;
}

for (const file of readdirSync(folder)) {
  suite(`${path.parse(file).name}: what the fixes write is sent`, async () => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const reported = new Set((await findingsIn(file, text)).map(({ rule }) => rule.id));

    test('each finding is there before the fixes', () => {
      assert.deepEqual(
        [...fixed].filter((id) => !reported.has(id)),
        [],
      );
    });

    test('and the server keeps to HTTP after them', async () => {
      const { port, stop } = await (await load(file, await fixAll(file, text))).start();
      const ask = (method: string, place: string, headers: Record<string, string> = {}) =>
        fetch(`http://127.0.0.1:${port}${place}`, {
          method,
          headers: { ...(method === 'POST' ? { 'Content-Type': 'application/json' } : {}), ...headers },
          ...(method === 'POST' ? { body: '{"name":"Ada"}' } : {}),
          signal: AbortSignal.timeout(5000),
        });
      try {
        const created = await ask('POST', '/users');
        assert.equal(created.status, 201);
        assert.match(created.headers.get('location') ?? '', /\/users\/7$/);
        assert.match(await created.text(), /"name":"Ada"/);

        assert.equal((await ask('DELETE', '/users/7', { 'x-role': 'guest' })).status, 403);
        assert.equal((await ask('DELETE', '/users/7')).status, 401);

        const refused = await ask('PATCH', '/users/7');
        assert.equal(refused.status, 405);
        assert.match(refused.headers.get('allow') ?? '', /PUT.*DELETE|DELETE.*PUT/);

        const updated = await ask('PUT', '/users/7');
        assert.equal(updated.status, 204);
        assert.equal(await updated.text(), '');

        const down = await ask('GET', '/reports');
        assert.equal(down.status, 503);
        assert.equal(down.headers.get('retry-after'), '120');
      } finally {
        await stop();
      }
    });
  });
}
