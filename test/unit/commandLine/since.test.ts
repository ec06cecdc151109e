import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { fine, lint, project, redirect, run } from './runProgram.ts';

const gitIsMissing = spawnSync('git', ['--version']).error !== undefined;

function git(folder: string, ...gitArguments: readonly string[]): void {
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...author, ...gitArguments], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
}

function commit(folder: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'a change');
}

suite('lint --since', { skip: gitIsMissing && 'git is not installed' }, () => {
  const rule = '4 location-on-redirect';

  /** A repository whose `main` has two files with a finding each, and nothing changed since. */
  async function repository() {
    const folder = await project({
      'old.js': redirect,
      'src/touched.js': fine,
      'src/gone.js': redirect,
      'a b ü.js': fine,
    });
    git(folder, 'init', '--quiet', '--initial-branch', 'main');
    commit(folder);
    return folder;
  }

  test('reports what is committed, staged, changed or new since', async () => {
    const folder = await repository();
    assert.deepEqual(await lint(folder, '--since', 'main'), { code: 0, errors: '', findings: [] });
    git(folder, 'switch', '--quiet', '--create', 'feature');
    await writeFile(join(folder, 'committed.js'), redirect);
    await rm(join(folder, 'src/gone.js'));
    commit(folder);
    await writeFile(join(folder, 'staged.js'), redirect);
    git(folder, 'add', 'staged.js');
    await writeFile(join(folder, 'a b ü.js'), redirect);
    await writeFile(join(folder, 'src/new.js'), redirect);
    assert.deepEqual(await lint(folder, '--since', 'main'), {
      code: 1,
      errors: '',
      findings: [`a b ü.js:${rule}`, `committed.js:${rule}`, `src/new.js:${rule}`, `staged.js:${rule}`],
    });
    assert.deepEqual((await lint(folder, 'src', '--since', 'main')).findings, [`src/new.js:${rule}`]);
    assert.deepEqual((await lint(join(folder, 'src'), '--since', 'HEAD')).findings, [`new.js:${rule}`]);
  });

  test('reports everything before the first commit', async () => {
    const folder = await project({ 'a.js': redirect, 'new.js': redirect });
    git(folder, 'init', '--quiet');
    git(folder, 'add', 'a.js');
    assert.deepEqual((await lint(folder, '--since', 'HEAD')).findings, [`a.js:${rule}`, `new.js:${rule}`]);
    assert.deepEqual((await lint(folder, '--since', 'HEAD', 'a.js')).findings, [`a.js:${rule}`]);
  });

  test('leaves out what changed on the other branch alone', async () => {
    const folder = await repository();
    git(folder, 'branch', 'feature');
    await writeFile(join(folder, 'old.js'), redirect.replace('/old', '/older'));
    commit(folder);
    git(folder, 'switch', '--quiet', 'feature');
    assert.deepEqual((await lint(folder, '--since', 'main')).findings, []);
  });

  test('knows what files that did not change say to those that did', async () => {
    const folder = await project({
      'failures.ts': `import type { Response } from 'express';
export function deny(res: Response) {
  res.status(400).json({ error: 'no such user' });
}
`,
      'routes.ts': "import express from 'express';\n",
    });
    git(folder, 'init', '--quiet');
    commit(folder);
    await writeFile(
      join(folder, 'routes.ts'),
      `import express from 'express';
import { deny } from './failures';
const app = express();
app.get('/users/:id', async (req, res) => {
  const user = await User.findById(req.params.id);
  if (!user) return deny(res);
  res.json(user);
});
`,
    );
    assert.deepEqual((await lint(folder, '--since', 'HEAD')).findings, ['routes.ts:6 not-found-is-404']);
    assert.deepEqual((await lint(folder, '--since', 'HEAD', 'routes.ts')).findings, ['routes.ts:6 not-found-is-404']);
    assert.deepEqual((await lint(folder, '--since', 'HEAD', 'failures.ts')).findings, []);
  });

  test('ends with 2 and says why where git cannot tell', async () => {
    const folder = await repository();
    const unknown = await lint(folder, '--since', 'no-such-branch');
    assert.deepEqual([unknown.code, unknown.errors], [2, '--since no-such-branch: git knows no such revision.\n']);
    const option = await lint(folder, '--since', '--output=x');
    assert.deepEqual([option.code, option.errors], [2, '--since --output=x: git knows no such revision.\n']);
    const elsewhere = await lint(await project({ 'a.js': redirect }), '--since', 'HEAD');
    assert.equal(elsewhere.code, 2);
    assert.match(elsewhere.errors, /^--since needs a git repository, and .* is in none\.\n$/);
    const path = join(folder, 'empty');
    const missing = await run(folder, ['lint', '--since', 'HEAD'], '', { PATH: path });
    assert.deepEqual([missing.code, missing.errors], [2, '--since needs git, which is not installed here.\n']);
    const stdin = await run(folder, ['lint', '--stdin', '--since', 'HEAD'], redirect);
    assert.equal(stdin.code, 2);
    const shallow = await project({});
    git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'second');
    git(shallow, 'clone', '--quiet', '--depth', '1', `file://${folder}`, 'clone');
    assert.match((await lint(join(shallow, 'clone'), '--since', 'HEAD~1')).errors, /This clone is shallow/);
  });
});
