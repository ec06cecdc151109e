import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Mocha from 'mocha';
import { env } from 'vscode';
import type { TestResult, TestResults } from '../testResults.ts';
import { activationTime } from './activationTime.ts';

/** What the editor calls to run the tests. Fails when one of them does. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 120_000, color: false, reporter: 'spec' });
  const { EDITOR_TEST_FILTER, EDITOR_TEST_RESULTS } = process.env;
  if (EDITOR_TEST_FILTER) mocha.fgrep(EDITOR_TEST_FILTER);
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.cjs') && localeOf(file) === env.language) mocha.addFile(join(__dirname, file));
  }
  const { tests, leftOut } = await runAll(mocha);
  const notes = [activationTime(), leftOut > 0 ? `${leftOut} tests left out: this editor cannot run them` : undefined];
  const results: TestResults = { tests, notes: notes.filter((note) => note !== undefined) };
  if (EDITOR_TEST_RESULTS) await writeFile(EDITOR_TEST_RESULTS, JSON.stringify(results));
  const failures = tests.filter(({ error }) => error !== undefined).length;
  if (failures > 0) throw new Error(`${failures} of the editor tests failed.`);
}

/** `words.zh-cn.test.cjs` is for an editor in that language, a file that names none for one in English. */
function localeOf(file: string): string {
  return /\.([a-z-]+)\.test\.cjs$/.exec(file)?.[1] ?? 'en';
}

function runAll(mocha: Mocha): Promise<{ readonly tests: readonly TestResult[]; readonly leftOut: number }> {
  return new Promise((settle) => {
    const tests: TestResult[] = [];
    let leftOut = 0;
    const result = (test: Mocha.Test) => ({ name: test.titlePath().join(' › '), milliseconds: test.duration ?? 0 });
    mocha
      .run(() => settle({ tests, leftOut }))
      .on('pass', (test) => tests.push(result(test)))
      .on('pending', () => leftOut++)
      .on('fail', (test, error: Error) => tests.push({ ...result(test), error: error.stack ?? error.message }));
  });
}
