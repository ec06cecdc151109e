import * as assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import { commands, type Hover, Selection } from 'vscode';
import { eventually, open, rangeOf } from './editing.ts';
import { closePages, pageTitle } from './pages.ts';

suite('Commands', () => {
  teardown(closePages);

  test('Explain Code at Cursor opens the page of the code the cursor is on', async () => {
    const editor = await open('src/orders.ts');
    const { start } = rangeOf(editor, '404');
    editor.selection = new Selection(start, start);
    await commands.executeCommand('httpStatus.explainAtCursor');
    assert.equal(await eventually(pageTitle), '404 Not Found');
  });

  test('Restart Server brings back a server that answers', async () => {
    const editor = await open('src/orders.ts');
    await commands.executeCommand('httpStatus.restartServer');
    const place = rangeOf(editor, '404').start;
    const hovers = await eventually(async () => {
      const answer = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', editor.document.uri, place);
      return answer.length > 0 && answer;
    });
    assert.ok(hovers.length > 0);
  });
});
