import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from 'node:process';
import { test } from 'node:test';
import { handlers, inHome, mendedHandlers, setupInDocs } from './otherEditor.ts';
import { Terminal } from './terminal.ts';

/** Another Helix than the one on the path. */
const { HELIX: helix = 'hx' } = env;
const missing = [
  ...(spawnSync(helix, ['--version']).error === undefined ? [] : ['hx']),
  ...(Terminal.isMissing ? ['tmux'] : []),
];

test(
  'Helix, set up as the docs say, shows findings and hovers and applies a fix',
  {
    skip: missing.length > 0 && `${missing.join(' and ')} not installed`,
  },
  () =>
    inHome('helix', async (home) => {
      await mkdir(join(home.folder, 'helix'));
      await writeFile(join(home.folder, 'helix/languages.toml'), await setupInDocs('toml'));
      const file = join(home.folder, 'users.ts');
      await writeFile(file, handlers);
      const terminal = await Terminal.open(home, `'${helix}' users.ts`);
      try {
        await terminal.shows(/^● +5 .*204 cannot have a body/m);
        await terminal.press(']', 'd');
        await terminal.shows(/ 5:16$/m);
        await terminal.press('Space', 'k');
        await terminal.shows(/204 No Content · 2xx Successful[\s\S]*DELETE \/users\/:id · Express/);
        await terminal.press('Escape');
        await terminal.shows(/^ +6 +\}\);$/m);
        await terminal.press('Space', 'a');
        await terminal.shows(/Send no body/);
        await terminal.press('Enter');
        // without the mark of a finding
        await terminal.shows(/^ +5 +res\.status\(204\)\.end\(\);$/m);
        await terminal.press(':w', 'Enter');
        await terminal.shows(/'users\.ts' written/);
        assert.equal(await readFile(file, 'utf8'), mendedHandlers);
      } finally {
        await terminal.close();
      }
    }),
);
