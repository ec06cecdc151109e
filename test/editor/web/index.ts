/** What the editor calls to run tests in the web worker that hosts extensions in a browser. */
import '../suite/findings.test.ts';
import '../suite/fixes.test.ts';
import '../suite/hover.test.ts';
import '../suite/languageModelTools.test.ts';
import { extensions } from 'vscode';
import { extensionId } from '../suite/editing.ts';
import type { TestResult, TestResults } from '../testResults.ts';
import { suite, test, tests } from './mocha.ts';

suite('The web host', () => {
  test('has no Node.js, and runs the extension', async () => {
    if ('process' in globalThis && 'versions' in globalThis.process) throw new Error('This is a host with Node.js.');
    await extensions.getExtension(extensionId)?.activate();
  });
});

/** Fails when a test does. The results are a line of the console: there is no file to write them to. */
export async function run(): Promise<void> {
  const results: TestResult[] = [];
  for (const { name, run: runTest } of tests) {
    const start = performance.now();
    const error = await Promise.resolve()
      .then(runTest)
      .then(
        () => undefined,
        (fault: unknown) => (fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)),
      );
    const milliseconds = Math.round(performance.now() - start);
    results.push({ name: `in the browser › ${name}`, milliseconds, ...(error === undefined ? {} : { error }) });
    // where one fails the others often wait in vain, each for half a minute
    if (error !== undefined) break;
  }
  const everything: TestResults = { tests: results, notes: [] };
  console.log(`editor test results ${JSON.stringify(everything)}`);
  const failures = results.filter(({ error }) => error !== undefined).length;
  if (failures > 0) throw new Error(`${failures} of the editor tests failed.`);
}
