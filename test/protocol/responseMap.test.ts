import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { DidChangeWatchedFilesNotification, FileChangeType, WorkDoneProgress } from 'vscode-languageserver/node';
import {
  type ResponseMapResult,
  responseMapChangedNotification,
  responseMapRequest,
  responseMapTextRequest,
} from '../../server/src/protocol.ts';
import { LanguageClient } from './languageClient.ts';

const orders = `import express from 'express';
import { fail } from './fail';
export const app = express();
app.get('/orders/:id', async (req, res) => {
  const order = await orders.findById(req.params.id);
  if (!order) return fail(res, 'No such order');
  res.json(order);
});
app.post('/orders', requireUser, async (req, res) => {
  res.status(201).json(await orders.create(req.body));
});
`;
const fail = `import type { Response } from 'express';

export function fail(res: Response, message: string) {
  return res.status(404).json({ error: message });
}
`;

/** `GET /orders/:id 200 404` */
function lines({ files }: ResponseMapResult): readonly string[] {
  return files.flatMap(({ routes }) =>
    routes.map(({ methods, path, name, responses }) =>
      [...methods, path ?? name, ...responses.map(({ code }) => code ?? '?')].join(' '),
    ),
  );
}

suite('The map of responses', () => {
  let folder = '';
  let uri = '';
  let client: LanguageClient;
  let changes = 0;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'http-status-map-'));
    uri = pathToFileURL(folder).href;
    await writeFile(join(folder, 'orders.js'), orders);
    await writeFile(join(folder, 'fail.ts'), fail);
    await writeFile(join(folder, 'orders.test.js'), "it('answers', () => request(app).get('/orders/1').expect(404));");
    client = await LanguageClient.start({ folder: uri });
    client.connection.onNotification(responseMapChangedNotification, () => {
      changes++;
    });
  });
  after(async () => {
    await client.stop();
    await rm(folder, { recursive: true });
  });

  const ask = (since?: number) =>
    client.ask<ResponseMapResult>(responseMapRequest, since === undefined ? {} : { since });

  test('forgets a folder that is gone, of which editors name no files', async () => {
    const old = join(folder, 'old');
    await mkdir(old);
    await writeFile(
      join(old, 'routes.js'),
      "import express from 'express';\nexpress().get('/old', (req, res) => res.sendStatus(410));\n",
    );
    const told = (path: string, type: FileChangeType) =>
      client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: pathToFileURL(path).href, type }],
      });
    const shown = async (isThere: boolean) => {
      for (let tries = 0; tries < 100; tries++) {
        if (lines(await ask()).includes('GET /old 410') === isThere) return true;
        await wait(50);
      }
      return false;
    };
    await told(join(old, 'routes.js'), FileChangeType.Created);
    assert.ok(await shown(true));
    await rm(old, { recursive: true });
    await told(old, FileChangeType.Deleted);
    assert.ok(await shown(false));
  });

  test('holds routes of files that nobody opened, with what other files answer for them', async () => {
    const map = await ask();
    assert.equal(map.isWhole, true);
    assert.deepEqual(lines(map), ['fail 404', 'GET /orders/:id 200 404', 'POST /orders 201']);
    const route = map.files.flatMap(({ routes }) => routes).find(({ path }) => path === '/orders/:id');
    const missing = route?.responses.find(({ code }) => code === 404);
    assert.equal(missing?.phrase, 'Not Found');
    assert.equal(missing?.reason, 'order was not found');
    assert.deepEqual(missing?.place.start, { line: 5, character: 21 });
    const created = map.files.flatMap(({ routes }) => routes).find(({ path }) => path === '/orders');
    assert.deepEqual(
      created?.responses[0]?.findings.map(({ rule, severity }) => `${rule} ${severity}`),
      ['location-on-201 information'],
    );
  });

  const original = ['fail 404', 'GET /orders/:id 200 404', 'POST /orders 201'];

  /** Waits until the map is as wanted, and checks that the client was told to look again. */
  async function becomes(wanted: readonly string[]): Promise<void> {
    const earlier = changes;
    let found: readonly string[] = [];
    for (let waited = 0; waited < 10_000 && (changes === earlier || `${found}` !== `${wanted}`); waited += 50) {
      await wait(50);
      found = lines(await ask());
    }
    assert.deepEqual(found, wanted);
    assert.ok(changes > earlier, 'The client was told of a change.');
  }

  test('says only what changed, to those who know the rest', async () => {
    const { version } = await ask();
    assert.deepEqual((await ask(version)).files, []);
    await client.open(`${uri}/orders.js`, orders);
    await client.change(`${uri}/orders.js`, 2, { text: orders.replace('status(201)', 'status(202)') });
    await becomes(['fail 404', 'GET /orders/:id 200 404', 'POST /orders 202']);
    const news = await ask(version);
    assert.equal(news.isWhole, false);
    assert.deepEqual(lines(news), ['GET /orders/:id 200 404', 'POST /orders 202']);
    await client.change(`${uri}/orders.js`, 3, { text: orders });
    await becomes(original);
  });

  test('follows what another file says', async () => {
    const { version } = await ask();
    await client.open(`${uri}/fail.ts`, fail, 'typescript');
    await client.change(`${uri}/fail.ts`, 2, { text: fail.replace('404', '410') });
    await becomes(['fail 410', 'GET /orders/:id 200 410', 'POST /orders 201']);
    assert.deepEqual(
      (await ask(version)).files.map((file) => file.uri.slice(uri.length)),
      ['/fail.ts', '/orders.js'],
    );
    await client.change(`${uri}/fail.ts`, 3, { text: fail });
    await becomes(original);
  });

  test('tells of a file whose routes are gone', async () => {
    const { version } = await ask();
    await client.change(`${uri}/orders.js`, 4, { text: 'export {};' });
    await becomes(['fail 404']);
    const gone = (await ask(version)).files.find((file) => file.uri.endsWith('/orders.js'));
    assert.deepEqual(gone?.routes, []);
    await client.change(`${uri}/orders.js`, 5, { text: orders });
    await becomes(original);
  });

  test('is a table, or a part of an OpenAPI document', async () => {
    const map = await ask();
    const file = map.files.find(({ routes }) => routes.length > 1);
    const id = file?.routes[0]?.id;
    const markdown = await client.ask<string>(responseMapTextRequest, { format: 'markdown' });
    assert.match(markdown, /\| `GET \/orders\/:id` \| 200 OK \| {2}\| `orders\.js:7` \|/);
    const route = { uri: file?.uri, id };
    const openapi = await client.ask<string>(responseMapTextRequest, { format: 'openapi', route });
    assert.equal(
      openapi,
      `responses:\n  '200':\n    description: "OK"\n  '404':\n    description: "Not Found: order was not found"\n`,
    );
  });

  test('reports how far it is to who asks for that', async () => {
    const other = await LanguageClient.start({ folder: pathToFileURL(join(import.meta.dirname, '../fixtures')).href });
    const reports: string[] = [];
    other.connection.onProgress(WorkDoneProgress.type, 'mine', (progress) => {
      if (progress.kind === 'report') reports.push(progress.message ?? '');
    });
    await other.ask<ResponseMapResult>(responseMapRequest, { workDoneToken: 'mine' });
    await other.stop();
    assert.match(reports[0] ?? '', /^\d+ of \d+ files$/);
  });
});
