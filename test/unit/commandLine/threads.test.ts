import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { project, redirect, run } from './runProgram.ts';

const preload = pathToFileURL(join(import.meta.dirname, 'threadFault.ts')).href;

/** Files that answer by themselves, that answer by what another says, and those that something is wrong with. */
const files: Record<string, string> = {
  'errors.js': 'exports.Gone = class Gone extends Error {\n  constructor() { super("gone"); this.status = 500; }\n};\n',
  'app.js': `const express = require('express');
const app = express();
${Array.from({ length: 12 }, (_, index) => `app.use('/things${index}', require('./things${index}'));`).join('\n')}
`,
  'bad/http-status.config.json': '{ "preset": "loud" }',
  'bad/a.js': redirect,
  'ignored/http-status.config.json': '{ "ignore": ["a.js"] }',
  'ignored/a.js': redirect,
};
for (let index = 0; index < 12; index++) {
  files[`things${index}.js`] = `const { Gone } = require('./errors');
const router = require('express').Router();
router.get('/:id', async (req, res) => {
  const thing = await things.findById(req.params.id);
  if (!thing) throw new Gone();
  res.json(thing);
});
router.post('/', async (req, res) => {
  res.status(201).json(await things.create(req.body));
});
module.exports = router;
`;
}

const commands: readonly (readonly [command: string, fault?: string])[] = [
  ['lint --format json'],
  ['lint --format json', 'start'],
  ['lint --format json', 'first look'],
  ['lint --format json', 'second look'],
  ['responses --format json'],
];

suite('several threads say what one says', () => {
  for (const [command, fault] of commands) {
    const name = fault === undefined ? '' : `, the others ending at their ${fault}`;
    test(`${command}${name}`, async () => {
      const folder = await project(files);
      const alone = await run(folder, [...command.split(' '), '--threads', '1']);
      assert.ok(alone.output.includes('things11'), alone.output);
      const began = join(folder, 'began');
      const together = await run(folder, [...command.split(' '), '--threads', fault ? '2' : '3'], '', {
        NODE_OPTIONS: `--import ${preload}`,
        THREAD_BEGAN: began,
        ...(fault === undefined ? {} : { THREAD_FAULT: fault }),
      });
      assert.deepEqual(together, alone);
      assert.ok(existsSync(began), 'no other thread took part');
    });
  }

  test('lint --fix', async () => {
    const hop = redirect.replace('301', '204').replace('end()', 'json({ deleted: true })');
    const folder = await project(Object.fromEntries([...'abcdef'].map((name) => [`${name}.js`, hop])));
    const began = join(folder, 'began');
    const environment = { NODE_OPTIONS: `--import ${preload}`, THREAD_BEGAN: began };
    const fixed = await run(folder, ['lint', '--fix', '--threads', '2'], '', environment);
    assert.deepEqual([fixed.code, fixed.output], [0, '0 findings in 6 files\n']);
    assert.ok(existsSync(began), 'no other thread took part');
  });

  test('as many as somebody wants', async () => {
    const folder = await project({ 'a.js': redirect });
    for (const wrong of ['0', '-1', 'x', '1.5', '100']) {
      const { code, output } = await run(folder, ['lint', '--threads', wrong]);
      assert.deepEqual([code, output], [2, '']);
    }
    assert.equal((await run(folder, ['lint', '--threads', '3'])).code, 1);
  });
});
