import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from 'node:process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { handlers, inHome, mendedHandlers, setupInDocs } from './otherEditor.ts';

/** Another Neovim than the one on the path. */
const { NEOVIM: neovim = 'nvim' } = env;
const isMissing = spawnSync(neovim, ['--version']).error !== undefined;

test(
  'Neovim, set up as the docs say, shows findings and hovers and applies a fix',
  {
    skip: isMissing && 'nvim is not installed',
  },
  () =>
    inHome('neovim', async ({ folder, environment }) => {
      await writeFile(join(folder, 'init.lua'), await setupInDocs('lua'));
      await writeFile(join(folder, 'users.js'), handlers);
      const session = join(import.meta.dirname, 'neovim.lua');
      await promisify(execFile)(
        neovim,
        ['--headless', '-i', 'NONE', '-n', '-u', join(folder, 'init.lua'), '-c', `luafile ${session}`],
        { cwd: folder, timeout: 90_000, env: { ...environment, SESSION_FOLDER: folder } },
      );
      const said = JSON.parse(await readFile(join(folder, 'said.json'), 'utf8'));
      assert.equal(said.fault, undefined);
      assert.deepEqual(said.finding, { rule: 'no-body-allowed', source: 'http-status', line: 5 });
      assert.match(said.hover, /204 No Content/);
      assert.equal(said.text, mendedHandlers.trimEnd());
      assert.equal(said.left, 0);
    }),
);
