import * as assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import { commands, Selection, window } from 'vscode';
import { eventually, open, rangeOf } from './editing.ts';
import { closePages, pageTitle } from './pages.ts';
import { click, hasScreen, needsScreen, press, see, type } from './screen.ts';

const rows = '.quick-input-list .monaco-list-row .label-name';

suite('Lookup', () => {
  teardown(closePages);

  test('finds a code by what is meant, and opens its page', async () => {
    await open('src/orders.ts');
    const closed = commands.executeCommand('httpStatus.lookUp', 'rate limit');
    await eventually(async () => !hasScreen || (await see(rows)).at(0)?.startsWith('429'));
    // Where nothing is seen of the list, it gets the time to fill.
    if (!hasScreen) await new Promise((settle) => setTimeout(settle, 2_000));
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await closed;
    assert.equal(await eventually(pageTitle), '429 Too Many Requests');
  });

  test('works by keyboard alone', async function () {
    needsScreen(this);
    await open('src/orders.ts');
    await press('F1');
    await eventually(async () => (await see('.quick-input-widget')).length > 0);
    await type('HTTP Status: Look Up');
    await eventually(async () => (await see(rows)).some((row) => row.includes('Look Up Code')));
    await press('Enter');
    await eventually(async () => (await see(rows)).some((row) => row.startsWith('100')));
    await type('already exists');
    await eventually(async () => (await see(rows)).at(0)?.startsWith('409'));
    await press('Enter');
    assert.equal(await eventually(pageTitle), '409 Conflict');
    await eventually(async () => (await see('h1')).some((heading) => heading.includes('409 Conflict')));
  });

  for (const [button, written] of [
    ['Insert Number', '409'],
    ['Insert Named Constant', 'StatusCodes.CONFLICT'],
  ] as const) {
    test(`has a button to ${button.toLowerCase()}`, async function () {
      needsScreen(this);
      const editor = await open('src/invoices.ts');
      const place = rangeOf(editor, 'StatusCodes.NOT_FOUND');
      editor.selection = new Selection(place.start, place.end);
      void commands.executeCommand('httpStatus.lookUp', '409');
      await eventually(async () => (await see(rows)).at(0)?.startsWith('409'));
      await click(`.quick-input-list .monaco-list-row.focused [aria-label="${button}"]`);
      await eventually(() => editor.document.getText().includes(`res.status(${written}).json({ error: 'No such`));
      await commands.executeCommand('workbench.action.files.revert');
    });
  }

  test('shows the next code on the same page', async () => {
    await open('src/orders.ts');
    await commands.executeCommand('httpStatus.showPage', 404);
    await eventually(() => pageTitle() === '404 Not Found');
    await commands.executeCommand('httpStatus.showPage', 410);
    await eventually(() => pageTitle() === '410 Gone');
    assert.equal(window.tabGroups.all.length, 2);
    assert.equal(window.activeTextEditor?.document.fileName.endsWith('orders.ts'), true);
    if (hasScreen) {
      const isClicked = () =>
        click('main a[href^="command:"]').then(
          () => true,
          () => false,
        );
      await eventually(isClicked);
      await eventually(() => pageTitle() !== '410 Gone');
    }
  });
});
