/** What tests of other editors share: the set-up that the docs give, a file of handlers, the server on the path. */
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { env, execPath } from 'node:process';

const root = join(import.meta.dirname, '../..');

export const handlers = `import express from 'express';
const app = express();
app.delete('/users/:id', async (req, res) => {
  await users.remove(req.params.id);
  res.status(204).json({ deleted: true });
});
`;

export const mendedHandlers = handlers.replace('json({ deleted: true })', 'end()');

/** A home of its own, in which nothing of the person who runs the tests is read or written. */
export interface Home {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
}

export async function inHome(name: string, work: (home: Home) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), `http-status-${name}-`));
  try {
    const programs = join(folder, 'bin');
    await mkdir(programs);
    const program = join(programs, 'http-status-language-server');
    await writeFile(program, `#!/bin/sh\nexec '${execPath}' '${join(root, 'dist/server.js')}' "$@"\n`);
    await chmod(program, 0o755);
    await work({
      folder,
      environment: {
        ...env,
        PATH: [programs, env.PATH].join(delimiter),
        XDG_CONFIG_HOME: folder,
        XDG_DATA_HOME: folder,
        XDG_STATE_HOME: folder,
        XDG_CACHE_HOME: folder,
      },
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The text that the docs tell people to put into a file of this language. */
export async function setupInDocs(language: string): Promise<string> {
  const page = await readFile(join(root, 'docs/editors.md'), 'utf8');
  const [, setup = ''] = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(page) ?? [];
  return setup;
}
