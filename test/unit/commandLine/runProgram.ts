import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { env, execPath } from 'node:process';
import { text as readAll } from 'node:stream/consumers';
import { after } from 'node:test';

const program = join(import.meta.dirname, '../../../server/src/cli.ts');
const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** A folder with files. */
export async function project(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'http-status-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

export interface Outcome {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

export async function run(
  folder: string,
  programArguments: readonly string[],
  input = '',
  environment: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  const child = spawn(execPath, [program, ...programArguments], {
    cwd: folder,
    env: { ...env, NO_COLOR: '1', ...environment },
  });
  child.stdin.end(input);
  const closed = new Promise<number | null>((settle) => child.on('close', settle));
  const [output, errors, code] = await Promise.all([readAll(child.stdout), readAll(child.stderr), closed]);
  return { code, output, errors };
}

/** The findings as `file:line rule`. */
export async function lint(folder: string, ...more: readonly string[]) {
  const { code, output, errors } = await run(folder, ['lint', '--format', 'json', ...more]);
  const list: readonly { file: string; line: number; rule: string }[] = output === '' ? [] : JSON.parse(output);
  return { code, errors, findings: list.map(({ file, line, rule }) => `${file}:${line} ${rule}`) };
}

/** A redirect that does not say where to go, in line 4. */
export const redirect = `import express from 'express';
const app = express();
app.get('/old', (req, res) => {
  res.status(301).end();
});
`;
export const fine = redirect.replace('.end()', ".location('/new').end()");
