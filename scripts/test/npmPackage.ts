import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { command } from './command.ts';
import type { Stage } from './stage.ts';

const handlers = `import express from 'express';
const app = express();
app.get('/old', (req, res) => {
  res.status(301).end();
});
`;

/** What npm would publish, unpacked where nothing else is installed: its programs have to run. */
export const npmPackage: Stage = {
  name: 'npm package',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'http-status-package-'));
    try {
      // The stage before has built what is packed.
      const packed = await command('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], 2);
      const [archive] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
      const handlersFile = join(folder, 'handlers.js');
      await writeFile(handlersFile, handlers);
      const unpacked = await command('tar', ['-xzf', join(folder, `${archive}`), '-C', folder], 2);
      const run = (name: string, ...more: readonly string[]) =>
        command(execPath, [join(folder, 'package/dist', name), ...more], 2);
      const explained = await run('cli.js', 'explain', '404');
      const linted = await run('cli.js', 'lint', '--format', 'json', handlersFile);
      const thread = await run('scanThread.js');
      const server = await run('server.js', '--version');
      const outcomes = [
        ['npm pack', packed.succeeded && unpacked.succeeded, packed],
        ['http-status explain', explained.output.includes('Not Found'), explained],
        ['http-status lint', !linted.succeeded && linted.output.includes('location-on-redirect'), linted],
        ['threads of http-status', thread.succeeded && thread.output.startsWith('This is a part of'), thread],
        ['http-status-language-server', server.succeeded && /^\d+\.\d+\.\d+\n$/.test(server.output), server],
      ] as const;
      const failed = outcomes.filter(([, isRight]) => !isRight);
      for (const [name, , { output }] of failed) console.log(`✖ ${name}\n${output.trim()}`);
      return { passed: outcomes.length - failed.length, failed: failed.length };
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};
