/** Runs every check and test of the project, or the stages named on the command line. The last line counts them all. */
import { argv, execPath, exit } from 'node:process';
import { check } from './check.ts';
import { editorTests, translatedTests, webTests } from './editorTests.ts';
import { grammarTests } from './grammarTests.ts';
import { nodeTests } from './nodeTests.ts';
import { npmPackage } from './npmPackage.ts';
import { packaging } from './package.ts';
import { preCommitHook } from './preCommitHook.ts';
import { runtimeTests } from './runtimeTests.ts';
import { failedOnce, type Outcome, type Stage } from './stage.ts';

const stages: readonly Stage[] = [
  check('generate', execPath, 'scripts/generate.mjs'),
  check('build', execPath, 'esbuild.mjs'),
  check('types', 'tsc', '--noEmit'),
  check('lint', 'biome', 'check', '--error-on-warnings', '--max-diagnostics=20', '.'),
  nodeTests('unit tests', 'test/unit/**/*.test.ts'),
  grammarTests,
  nodeTests('protocol tests', 'test/protocol/**/*.test.ts'),
  nodeTests('fuzz tests', 'test/fuzz/*.test.ts'),
  runtimeTests,
  editorTests,
  webTests,
  translatedTests,
  packaging,
  npmPackage,
  preCommitHook,
];

async function runStage({ name, run }: Stage): Promise<Outcome> {
  console.log(`▶ ${name}`);
  const start = performance.now();
  const outcome = await run().catch((error: unknown) => {
    console.log(error);
    return failedOnce;
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const { passed, failed } = outcome;
  console.log(
    `${failed === 0 ? '✔' : '✖'} ${name}: ${passed} passed${failed === 0 ? '' : `, ${failed} failed`} in ${seconds} s\n`,
  );
  return outcome;
}

// What runs then is ended at exit.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => exit(1));

const wanted = argv.slice(2);
const chosen = stages.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));
let passed = 0;
let failed = chosen.length === 0 ? 1 : 0;
for (const stage of chosen) {
  const outcome = await runStage(stage);
  passed += outcome.passed;
  failed += outcome.failed;
}
console.log(`${passed} passed, ${failed} failed`);
exit(failed === 0 ? 0 : 1);
