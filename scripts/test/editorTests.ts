import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execPath } from 'node:process';
import type { TestResults } from '../../test/editor/testResults.ts';
import { editorCache } from '../host/places.ts';
import { provideChromium } from '../host/provideChromium.ts';
import { provideEditor } from '../host/provideEditor.ts';
import { command } from './command.ts';
import type { Stage } from './stage.ts';

/** The tests in a real VS Code, where extensions have Node.js. */
export const editorTests = testsIn('editor tests', []);

/** The same VS Code where extensions run in a browser. */
export const webTests = testsIn('web tests', ['--web']);

/** VS Code in a language that the extension speaks as well. */
export const translatedTests = testsIn('editor tests in Chinese', ['--locale=zh-cn']);

function testsIn(name: string, options: readonly string[]): Stage {
  return {
    name,
    run: async () => {
      // Whatever has to be fetched is no part of the time that the tests may take.
      await provideEditor();
      await provideChromium();
      const resultsFile = join(editorCache, `${name.replaceAll(' ', '-')}.json`);
      await rm(resultsFile, { force: true });
      const { succeeded, output } = await command(execPath, ['test/editor/runEditorTests.ts', ...options], 8, {
        EDITOR_TEST_RESULTS: resultsFile,
      });
      const { tests, notes } = await readResults(resultsFile);
      for (const note of notes) console.log(`  ${note}`);
      if (!succeeded) console.log(output.trim());
      const failed = tests.filter(({ error }) => error !== undefined).length;
      return { passed: tests.length - failed, failed: succeeded ? failed : Math.max(1, failed) };
    },
  };
}

async function readResults(file: string): Promise<TestResults> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return { tests: [], notes: [] };
  }
}
