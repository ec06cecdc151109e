/**
 * Runs the editor tests in a real VS Code: its server in a headless Chromium, or with `--desktop` a desktop VS Code that
 * @vscode/test-electron downloads, or with `--web` the extension in the worker that hosts extensions in a browser. With
 * `--locale=zh-cn` the tests of that language are run. A word on the command line runs only the tests whose names
 * contain it.
 */
import { cp, readFile, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { argv, env, execPath, exit, platform } from 'node:process';
import { runTests } from '@vscode/test-electron';
import { editorCache, projectRoot } from '../../scripts/host/places.ts';
import { compiledTests, compileEditorTests } from './compile.ts';
import type { TestResults } from './testResults.ts';
import { makeWebExtension } from './webExtension.ts';

const filter = argv.slice(2).find((word) => !word.startsWith('--'));
const web = argv.includes('--web');
const locale = argv.find((word) => word.startsWith('--locale='));
const desktop = !web && (argv.includes('--desktop') || platform !== 'linux');
const workspace = join(editorCache, 'test-workspace');
const resultsFile = join(editorCache, 'editor-tests.json');

await compileEditorTests();
await rm(workspace, { recursive: true, force: true });
await rm(resultsFile, { force: true });
await cp(join(projectRoot, 'test', 'workspace'), workspace, { recursive: true });

const extensionDevelopmentPath = web ? await makeWebExtension() : projectRoot;

let failure: unknown;
try {
  await runTests({
    ...(desktop ? {} : { vscodeExecutablePath: join(import.meta.dirname, 'host', 'browserEditor.ts') }),
    extensionDevelopmentPath,
    extensionTestsPath: web ? join(extensionDevelopmentPath, 'tests.js') : join(compiledTests, 'index.cjs'),
    extensionTestsEnv: {
      PATH: [dirname(execPath), env.PATH].join(delimiter),
      EDITOR_TEST_RESULTS: env.EDITOR_TEST_RESULTS ?? resultsFile,
      EDITOR_TEST_FILTER: filter,
    },
    launchArgs: [workspace, ...(locale === undefined ? [] : [locale]), ...(desktop ? ['--disable-extensions'] : [])],
  });
} catch (error) {
  failure = error;
}

const results = await readResults();
for (const { name, milliseconds, error } of results?.tests ?? []) {
  console.log(`${error === undefined ? '✔' : '✖'} ${name} (${milliseconds} ms)`);
  if (error !== undefined) console.log(error.replace(/^/gm, '    '));
}
for (const note of results?.notes ?? []) console.log(`ℹ ${note}`);
if (failure !== undefined) {
  console.error(failure instanceof Error ? failure.message : failure);
  console.error(`The console of the editor is in ${join(editorCache, 'editor-tests.log')}`);
  exit(1);
}

async function readResults(): Promise<TestResults | undefined> {
  try {
    return JSON.parse(await readFile(env.EDITOR_TEST_RESULTS ?? resultsFile, 'utf8'));
  } catch {
    return undefined;
  }
}
