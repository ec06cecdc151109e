import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../host/places.ts';
import { command } from './command.ts';
import { failedOnce, passedOnce, type Stage } from './stage.ts';

const fail = `import type { Response } from 'express';
export const fail = (res: Response, status: number, error: string) => res.status(status).json({ error });
`;
/** What is wrong with it is known from the other file alone. */
const users = `import { fail } from './fail';
export const show = async (req, res) => {
  try { res.json(await find(req.params.id)); }
  catch (error) { fail(res, 500, error.message); }
};
`;
const old = `import express from 'express';
const app = express();
app.get('/old', (req, res) => res.status(301).end());
`;

/** The hook as pre-commit installs it from git, in a repository with findings in a file that is committed and in one that is not. */
export const preCommitHook: Stage = {
  name: 'pre-commit hook',
  run: async () => {
    const missing = ['pre-commit', 'git'].find((program) => spawnSync(program, ['--version']).error !== undefined);
    if (missing !== undefined) {
      console.log(`– not run. ${missing} is not installed.`);
      return { passed: 0, failed: 0 };
    }
    const folder = await mkdtemp(join(tmpdir(), 'http-status-hook-'));
    try {
      const repository = join(folder, 'repository');
      await mkdir(repository);
      execFileSync('git', ['init', '--quiet'], { cwd: repository });
      for (const [name, text] of Object.entries({ 'fail.ts': fail, 'users.ts': users, 'old.js': old }))
        await writeFile(join(repository, name), text);
      await writeFile(join(repository, 'notes.md'), '404\n');
      const hook = ['try-repo', projectRoot, 'http-status', '--color', 'never', '--files', 'users.ts', 'notes.md'];
      const { output } = await command('pre-commit', hook, 5, { PRE_COMMIT_HOME: join(folder, 'home') }, repository);
      const isRight =
        /^HTTP status codes\.+Failed$/m.test(output) &&
        /^users\.ts\n +4:\d+ .* error-detail-leak$/m.test(output) &&
        output.includes('1 finding in 1 file');
      if (!isRight) console.log(output.trim());
      return isRight ? passedOnce : failedOnce;
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};
