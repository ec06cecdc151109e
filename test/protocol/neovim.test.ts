import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { env, execPath } from 'node:process';
import { test } from 'node:test';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
/** Another Neovim than the one on the path. */
const { NEOVIM: neovim = 'nvim' } = env;
const isMissing = spawnSync(neovim, ['--version']).error !== undefined;

const handlers = `import express from 'express';
const app = express();
app.delete('/users/:id', async (req, res) => {
  await users.remove(req.params.id);
  res.status(204).json({ deleted: true });
});
`;

test('Neovim, set up as the docs say, shows findings and hovers and applies a fix', {
  skip: isMissing && 'nvim is not installed',
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'http-status-neovim-'));
  try {
    const page = await readFile(join(root, 'docs/editors.md'), 'utf8');
    const [, setup = ''] = /```lua\n(.*?)```/s.exec(page) ?? [];
    await writeFile(join(folder, 'init.lua'), setup);
    await writeFile(join(folder, 'users.js'), handlers);
    await mkdir(join(folder, 'bin'));
    const program = join(folder, 'bin/http-status-language-server');
    await writeFile(program, `#!/bin/sh\nexec '${execPath}' '${join(root, 'dist/server.js')}' "$@"\n`);
    await chmod(program, 0o755);

    const session = join(import.meta.dirname, 'neovim.lua');
    await promisify(execFile)(
      neovim,
      ['--headless', '-i', 'NONE', '-n', '-u', join(folder, 'init.lua'), '-c', `luafile ${session}`],
      {
        cwd: folder,
        timeout: 90_000,
        env: {
          ...env,
          PATH: [join(folder, 'bin'), env.PATH].join(delimiter),
          SESSION_FOLDER: folder,
          XDG_CONFIG_HOME: folder,
          XDG_DATA_HOME: folder,
          XDG_STATE_HOME: folder,
          XDG_CACHE_HOME: folder,
        },
      },
    );
    const said = JSON.parse(await readFile(join(folder, 'said.json'), 'utf8'));
    assert.equal(said.fault, undefined);
    assert.deepEqual(said.finding, { rule: 'no-body-allowed', source: 'http-status', line: 5 });
    assert.match(said.hover, /204 No Content/);
    assert.equal(said.text, handlers.trimEnd().replace('json({ deleted: true })', 'end()'));
    assert.equal(said.left, 0);
  } finally {
    await rm(folder, { recursive: true });
  }
});
