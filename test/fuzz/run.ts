/** Runs the fuzz tests for minutes, where `npm test` runs them for seconds: `npm run fuzz -- [factor] [seed]`. */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { argv, env, execPath, exit } from 'node:process';

const [factor = '50', seed = String(Date.now() % 1_000_000)] = argv.slice(2);
const files = globSync(join(import.meta.dirname, '*.test.ts'));
console.log(`${factor} times the rounds of npm test, from seed ${seed}`);
const { status } = spawnSync(execPath, ['--test', ...files], {
  env: { ...env, FUZZ_FACTOR: factor, FUZZ_SEED: seed },
  stdio: 'inherit',
});
exit(status ?? 1);
