import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { project, redirect, run } from './runProgram.ts';

const files = {
  'app.js': redirect,
  'errors.js': 'exports.Gone = class Gone extends Error {\n  constructor() { super("gone"); this.status = 500; }\n};\n',
  'things.js': `const { Gone } = require('./errors');
const router = require('express').Router();
router.get('/:id', async (req, res) => {
  const thing = await things.findById(req.params.id);
  if (!thing) throw new Gone();
  res.json(thing);
});
module.exports = router;
`,
};

type Files = Readonly<Record<string, string>>;

/** Files that were written long ago: those written just now are never taken for unchanged. */
async function settled(content: Files): Promise<string> {
  const folder = await project(content);
  settle(folder, Object.keys(content), 60);
  return folder;
}

/** `age` is in seconds. */
function settle(folder: string, names: readonly string[], age: number): void {
  const time = Date.now() / 1000 - age;
  for (const name of names) utimesSync(join(folder, name), time, time);
}

function write(folder: string, content: Files, age = 30): void {
  for (const [name, text] of Object.entries(content)) writeFileSync(join(folder, name), text);
  settle(folder, Object.keys(content), age);
}

/** What a command prints with what is kept in the folder's `kept`. */
async function kept(folder: string, command = 'lint', ...more: readonly string[]): Promise<string> {
  return (await run(folder, [command, '--cache-folder', join(folder, 'kept'), ...more])).output;
}

/** What it prints when it reads all. */
async function anew(folder: string, command = 'lint', ...more: readonly string[]): Promise<string> {
  return (await run(folder, [command, '--no-cache', ...more])).output;
}

suite('what was found in files is kept for the next run', () => {
  test('a file that is what it was is not read', async () => {
    const folder = await settled(files);
    const { mtime } = statSync(join(folder, 'app.js'));
    const first = await kept(folder);
    assert.match(first, /app\.js\n\s+4:\d+ .*location-on-redirect/);
    // of the same size, as if it had been written at the same time
    writeFileSync(join(folder, 'app.js'), redirect.replace('301', '200'));
    utimesSync(join(folder, 'app.js'), mtime, mtime);
    assert.equal(await kept(folder), first);
    assert.doesNotMatch(await anew(folder), /app\.js/);
  });

  const changes: readonly (readonly [name: string, change: (folder: string) => void])[] = [
    ['a file that has changed', (folder) => write(folder, { 'app.js': redirect.replace('301', '200') })],
    ['a file of another size and the same time', (folder) => write(folder, { 'app.js': `\n${redirect}` }, 60)],
    ['a file that is new', (folder) => write(folder, { 'other.js': redirect })],
    [
      'what another file says to one that has not changed',
      (folder) => write(folder, { 'errors.js': files['errors.js'].replace('500', '404') }),
    ],
    [
      'a configuration that turns a rule off',
      (folder) => write(folder, { 'http-status.config.json': '{ "rules": { "location-on-redirect": "off" } }' }),
    ],
    [
      'a configuration that ignores a file',
      (folder) => write(folder, { 'http-status.config.json': '{ "ignore": ["app.js"] }' }),
    ],
    [
      'what came to harm',
      (folder) => spoil(folder, (text) => text.replace('location-on-redirect', 'location-on-redirekt')),
    ],
    ['what was cut off', (folder) => spoil(folder, (text) => text.slice(0, -10))],
    ['what another version wrote', (folder) => spoil(folder, (text) => text.replace(/^\S+/, '0.0.0'))],
  ];
  for (const [name, change] of changes) {
    test(`${name} is not taken from it`, async () => {
      const folder = await settled(files);
      await kept(folder);
      change(folder);
      const found = await anew(folder);
      assert.equal(await kept(folder), found);
      assert.equal(await kept(folder), found);
    });
  }

  test('each thing that is asked for is kept by itself', async () => {
    const folder = await settled(files);
    const asked: readonly (readonly [command: string, ...more: readonly string[]])[] = [
      ['lint'],
      ['lint', '--rule', 'location-on-redirect=hint'],
      ['lint', 'things.js', '--context', '.'],
      ['responses'],
    ];
    const found = new Map<string, string>();
    for (const each of asked) found.set(each.join(' '), await anew(folder, ...each));
    assert.equal(new Set(found.values()).size, asked.length, 'two of them find the same');
    for (const each of [...asked, ...asked]) assert.equal(await kept(folder, ...each), found.get(each.join(' ')));
  });

  test('a file that was not reported is judged when it is to be', async () => {
    const folder = await settled(files);
    assert.doesNotMatch(await kept(folder, 'lint', 'things.js', '--context', '.'), /app\.js/);
    assert.match(await kept(folder, 'lint', '.'), /app\.js/);
  });

  test('files are fixed whatever is known of them', async () => {
    const text = redirect.replace('301', '204').replace('end()', 'json({ deleted: true })');
    const folder = await settled({ 'app.js': text });
    await kept(folder);
    await kept(folder, 'lint', '--fix');
    assert.notEqual(readFileSync(join(folder, 'app.js'), 'utf8'), text);
  });

  test('a file that was written just now is read again', async () => {
    const folder = await project({ 'app.js': redirect });
    const now = new Date();
    utimesSync(join(folder, 'app.js'), now, now);
    await kept(folder);
    writeFileSync(join(folder, 'app.js'), redirect.replace('301', '200'));
    // as coarse as times are in some file systems
    utimesSync(join(folder, 'app.js'), now, now);
    assert.equal(await kept(folder), await anew(folder));
  });

  test('what went wrong is said each time', async () => {
    const folder = await settled({ 'bad/http-status.config.json': '{ "preset": "loud" }', 'bad/app.js': redirect });
    const cache = ['lint', '--cache-folder', join(folder, 'kept')];
    const first = await run(folder, cache);
    assert.match(first.errors, /preset/);
    assert.deepEqual(await run(folder, cache), first);
  });

  test('where nothing can be kept, all is read', async () => {
    const folder = await settled({ ...files, kept: 'a file, no folder' });
    const first = await run(folder, ['lint', '--cache-folder', join(folder, 'kept')]);
    assert.equal(first.errors, '');
    assert.equal(first.output, await anew(folder));
  });
});

/** Changes what was kept. */
function spoil(folder: string, change: (text: string) => string): void {
  const names = readdirSync(join(folder, 'kept'));
  assert.ok(names.length > 0, 'nothing was kept');
  for (const name of names) {
    const path = join(folder, 'kept', name);
    const text = readFileSync(path, 'utf8');
    assert.notEqual(change(text), text);
    writeFileSync(path, change(text));
  }
}
