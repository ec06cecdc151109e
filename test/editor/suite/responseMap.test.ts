import * as assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { commands, env, Range, Selection, type TextEditor, window } from 'vscode';
import { eventually, eventuallyShows, open, rangeOf } from './editing.ts';
import { closePages } from './pages.ts';
import { click, hasScreen, needsScreen, press, see } from './screen.ts';

const tree = '.pane-body [aria-label="HTTP Responses"]';
const labels = `${tree} .monaco-list-row .label-name`;

const rows = async () => (await see(labels)).map((label) => label.trim());
const descriptions = () => see(`${tree} .monaco-list-row`);

/** Does something to a document and takes all changes back. Some editors save by themselves: there is nothing to revert to. */
async function tryOn({ document, edit }: TextEditor, work: () => Promise<void>): Promise<void> {
  const text = document.getText();
  await work();
  const whole = new Range(document.positionAt(0), document.positionAt(document.getText().length));
  await edit((change) => change.replace(whole, text));
}

const foldersOfExplorer = '.explorer-viewlet .pane-header';

suite('The view of responses', () => {
  suiteSetup(async function () {
    needsScreen(this);
    await open('src/orders.ts');
    // a tree shows the rows only for which there is room
    await commands.executeCommand('workbench.view.explorer');
    await click(foldersOfExplorer);
  });
  suiteTeardown(async () => {
    if (!hasScreen) return;
    await click(foldersOfExplorer);
    await commands.executeCommand('httpStatus.responses.clearFilter');
    await commands.executeCommand('httpStatus.responses.groupByFile');
    await closePages();
  });

  test('shows the routes of all files with what they answer', async () => {
    await commands.executeCommand('httpStatus.responses.focus');
    await eventually(async () => (await rows()).includes('POST /orders'));
    assert.ok((await rows()).includes('invoices.ts'), 'Nobody opened that file.');
    assert.ok((await descriptions()).some((row) => /POST \/orders\s*201 400/.test(row)));
  });

  test('works by keyboard: opens a route, goes to a response', async () => {
    await press('Home');
    for (let tries = 0; tries < 40; tries++) {
      const focused = (await see(`${tree} .monaco-list-row.focused`)).join();
      if (focused.includes('GET /invoices/:number')) break;
      await press('ArrowDown');
    }
    await press('ArrowRight');
    await eventually(async () => (await rows()).includes('404 Not Found'));
    await press('ArrowDown', 'ArrowDown', 'Enter');
    const editor = await eventually(() =>
      window.activeTextEditor?.document.fileName.endsWith('invoices.ts') ? window.activeTextEditor : undefined,
    );
    await eventually(() => editor.document.getText(editor.selection) === 'NOT_FOUND');
  });

  test('says to screen readers what is shown by shapes and colours', async () => {
    const spoken = await eventually(async () => {
      const found = await see(`${tree} .monaco-list-row[aria-label*="404 Not Found, client error, sent because"]`);
      return found.length > 0 && found;
    });
    assert.equal(spoken.length, 1);
  });

  test('keeps what is open when the code changes', async () => {
    const editor = await open('src/invoices.ts');
    await tryOn(editor, async () => {
      const place = rangeOf(editor, 'StatusCodes.NOT_FOUND');
      await editor.edit((edit) => edit.replace(place, 'StatusCodes.GONE'));
      await eventually(async () => (await rows()).includes('410 Gone'));
      assert.ok(!(await rows()).includes('404 Not Found'));
    });
    await eventually(async () => (await rows()).includes('404 Not Found'));
  });

  test('groups by path', async () => {
    await commands.executeCommand('httpStatus.responses.groupByPath');
    await eventually(async () => (await rows()).includes('/orders/:id'));
    assert.ok((await rows()).includes('DELETE'));
  });

  test('filters by class', async () => {
    void commands.executeCommand('httpStatus.responses.filterByClass');
    await eventually(async () => (await see('.quick-input-list .label-name')).includes('3xx'));
    await click('.quick-input-list .monaco-list-row[aria-label*="3xx"]');
    await eventually(async () => (await see('.quick-input-count')).join().startsWith('1 '));
    await press('Enter');
    await eventuallyShows(rows, ['/archive', 'GET']);
    assert.ok((await see('.pane-body .tree-explorer-viewlet-tree-view .message')).join().includes('Shown: 3xx'));
    await commands.executeCommand('httpStatus.responses.clearFilter');
    await eventually(async () => (await rows()).includes('/orders/:id'));
  });

  test('is copied as a table and as OpenAPI', async () => {
    await commands.executeCommand('httpStatus.responses.copyAsMarkdown');
    assert.match(await env.clipboard.readText(), /\| `GET \/invoices\/:number` \| 200 OK \|/);
    await commands.executeCommand('httpStatus.responses.copyAsOpenApi');
    assert.match(await env.clipboard.readText(), /^ {2}\/orders\/\{id\}:$/m);
  });
});

suite('The guide', () => {
  suiteSetup(function () {
    needsScreen(this);
  });
  suiteTeardown(closePages);

  const answers = '.quick-input-list .monaco-list-row .label-name';

  const title = async () => (await see('.quick-input-title')).join();
  const choose = async (text: string) => {
    await eventually(async () => (await see(answers)).some((answer) => answer.includes(text)));
    await click(`.quick-input-list .monaco-list-row[aria-label*="${text}"]`);
  };

  test('begins with why the response at the cursor is sent, and changes it', async () => {
    const editor = await open('src/sessions.js');
    await tryOn(editor, async () => {
      const { start } = rangeOf(editor, '403');
      editor.selection = new Selection(start, start);
      const walked = commands.executeCommand('httpStatus.guide');
      await eventually(async () => (await title()).includes('What is known of the caller?'));
      await press('Enter');
      await eventually(async () => (await see(answers)).join().includes('Answer 401 here'));
      await press('Enter');
      await walked;
      await eventually(() => !editor.document.getText().includes('403'));
    });
  });

  test('goes from question to question and back, and inserts the response', async () => {
    const editor = await open('src/invoices.ts');
    await tryOn(editor, async () => {
      const { start } = rangeOf(editor, 'if (invoice.sent)');
      editor.selection = new Selection(start, start);
      void commands.executeCommand('httpStatus.guide');
      await choose('as it was sent');
      await choose('What was sent');
      await eventually(async () => (await title()).includes('What is wrong with what was sent'));
      await click('.quick-input-titlebar [aria-label^="Back"]');
      await choose('The present state');
      await choose('A lock, and nothing else');
      await choose('Insert the response');
      await eventually(() => editor.document.getText().includes('return res.status(StatusCodes.LOCKED).json({ error:'));
    });
  });

  test('is a page as well', async () => {
    void commands.executeCommand('httpStatus.guide');
    await eventually(async () => (await see(answers)).length > 0);
    await click('.quick-input-titlebar [aria-label^="All Questions on One Page"]');
    const tabs = () => window.tabGroups.all.flatMap((group) => group.tabs).map(({ label }) => label);
    await eventually(() => tabs().includes('Which Code Should I Use?'));
  });
});
