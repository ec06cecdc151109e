// Runs the grammar tests against the grammars VS Code itself ships for the host languages.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const { resolve } = createRequire(import.meta.url);
const hosts = ['javascript', 'jsx', 'typescript', 'tsx', 'python', 'go', 'java', 'php', 'ruby', 'csharp'];
const embedding = ['json', 'markdown'];

const run = spawnSync(
  process.execPath,
  [
    resolve('vscode-tmgrammar-test/dist/unit.js'),
    '--compact',
    ...[...hosts, ...embedding].flatMap((name) => ['--grammar', resolve(`tm-grammars/grammars/${name}.json`)]),
    'test/grammar/fixtures/*',
  ],
  { cwd: fileURLToPath(new URL('../..', import.meta.url)), encoding: 'utf8', stdio: ['ignore', 'inherit', 'pipe'] },
);

// Markdown can embed dozens of languages; those that no test uses are not loaded.
process.stderr.write(run.stderr.replace(/^grammar not found for .*\n/gm, ''));
process.exit(run.status ?? 1);
