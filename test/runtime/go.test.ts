import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { frameworkTests } from './frameworkTests.ts';
import { servedProgram } from './servedProgram.ts';

const folder = path.join(import.meta.dirname, 'go');
const run = promisify(execFile);

frameworkTests({
  folder,
  ...(existsSync(path.join(folder, '.fixed', 'installed')) ? {} : { lacks: 'Go’s frameworks are not installed' }),
  handlers: Object.fromEntries(
    readdirSync(path.join(folder, 'handlers')).map((name) => [name, path.join('handlers', name, 'main.go')]),
  ),
  serve: async (file) => {
    const program = path.join(path.dirname(file), 'server');
    await run('go', ['build', '-tags', 'nomsgpack', '-o', program, file], { cwd: folder });
    return servedProgram(program, [], folder);
  },
});
