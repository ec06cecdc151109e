import * as assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { type CodeAction, CodeActionKind, commands, type Range, Selection, type TextEditor, workspace } from 'vscode';
import { eventually, expectFindings, open, rangeOf } from './editing.ts';
import { hasScreen, press, see } from './screen.ts';

/** Applies the fix that the editor offers first for a place, and answers the lines that it wrote. */
async function applyFirstFix(editor: TextEditor, place: Range): Promise<readonly string[]> {
  const before = editor.document.getText();
  if (hasScreen) await useLightbulb(editor, place);
  else await applyPreferred(editor, place);
  await eventually(() => editor.document.getText() !== before);
  const lines = before.split('\n');
  return editor.document
    .getText()
    .split('\n')
    .filter((line) => !lines.includes(line))
    .map((line) => line.trim());
}

/** As a person does: the cursor on the code, then Ctrl+. and Enter. */
async function useLightbulb(editor: TextEditor, place: Range): Promise<void> {
  editor.selection = new Selection(place.start, place.start);
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  const isOpen = async () => (await see('.action-widget .monaco-list-row')).length > 0;
  await eventually(async () => {
    // The editor drops the request when news about the text arrive meanwhile.
    await press('Control+.');
    return eventually(isOpen, 2_000).catch(() => false);
  });
  await press('Enter');
}

/** As the lightbulb does, where no screen is there to see it. */
async function applyPreferred({ document }: TextEditor, place: Range): Promise<void> {
  const [first] = await eventually(async () => {
    const kind = CodeActionKind.QuickFix.value;
    const fixes = await commands.executeCommand<readonly CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      place,
      kind,
    );
    return fixes.length > 0 && fixes;
  });
  assert.equal(first?.isPreferred, true);
  assert.ok(first.edit);
  assert.ok(await workspace.applyEdit(first.edit));
}

suite('Fixes', () => {
  test('add the Location that 201 wants', async () => {
    const editor = await open('src/orders.ts');
    const written = await applyFirstFix(editor, rangeOf(editor, '201'));
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the fix writes a template
    assert.deepEqual(written, ['res.status(201).location(`${req.originalUrl}/${order.id}`).json(order);']);
    await expectFindings(editor, [
      '26 401 forbidden-for-authenticated',
      '29 204 no-body-allowed',
      '33 405 allow-on-405',
    ]);
  });

  test('answer 403 to a caller who is known but may not', async () => {
    const editor = await open('src/orders.ts');
    const written = await applyFirstFix(editor, rangeOf(editor, '401'));
    assert.deepEqual(written, ["return res.status(403).json({ error: 'Only administrators may delete an order' });"]);
    await expectFindings(editor, ['29 204 no-body-allowed', '33 405 allow-on-405']);
  });
});
