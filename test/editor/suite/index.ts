import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Mocha from 'mocha';
import type { TestResult, TestResults } from '../testResults.ts';
import { activationTime } from './activationTime.ts';

/** What the editor calls to run the tests. Fails when one of them does. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 120_000, color: false, reporter: 'spec' });
  const { EDITOR_TEST_FILTER, EDITOR_TEST_RESULTS } = process.env;
  if (EDITOR_TEST_FILTER) mocha.fgrep(EDITOR_TEST_FILTER);
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.cjs')) mocha.addFile(join(__dirname, file));
  }
  const tests = await runAll(mocha);
  const time = activationTime();
  const results: TestResults = { tests, notes: time === undefined ? [] : [time] };
  if (EDITOR_TEST_RESULTS) await writeFile(EDITOR_TEST_RESULTS, JSON.stringify(results));
  const failures = tests.filter(({ error }) => error !== undefined).length;
  if (failures > 0) throw new Error(`${failures} of the editor tests failed.`);
}

function runAll(mocha: Mocha): Promise<readonly TestResult[]> {
  return new Promise((settle) => {
    const tests: TestResult[] = [];
    const result = (test: Mocha.Test) => ({ name: test.titlePath().join(' › '), milliseconds: test.duration ?? 0 });
    mocha
      .run(() => settle(tests))
      .on('pass', (test) => tests.push(result(test)))
      .on('fail', (test, error: Error) => tests.push({ ...result(test), error: error.stack ?? error.message }));
  });
}
