import * as assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { commands } from 'vscode';
import { eventually, extensionId } from './editing.ts';
import { needsScreen, see } from './screen.ts';

suite('First run', () => {
  test('a walkthrough shows three steps', async function () {
    needsScreen(this);
    await commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#start`);
    const titles = await eventually(async () => {
      const seen = await see('.gettingStartedContainer .step-title');
      return seen.length > 0 && seen;
    });
    assert.deepEqual(
      titles.map((title) => title.trim()),
      ['Hover a status code', 'Mend what contradicts HTTP', 'Find the code you need'],
    );
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
