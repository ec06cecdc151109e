import * as assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { type CodeAction, CodeActionKind, commands, type Range, type TextEditor, workspace } from 'vscode';
import { eventually, findings, open, rangeOf } from './editing.ts';

async function quickFixes(editor: TextEditor, place: Range): Promise<readonly CodeAction[]> {
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    place,
    CodeActionKind.QuickFix.value,
  );
  return actions.filter(({ diagnostics = [] }) => diagnostics.some(({ source }) => source === 'http-status'));
}

/** Applies the fix that the editor offers first and answers the lines that it changed. */
async function applyPreferred(editor: TextEditor, place: Range): Promise<readonly string[]> {
  const before = editor.document.getText().split('\n');
  const [first] = await eventually(async () => {
    const fixes = await quickFixes(editor, place);
    return fixes.length > 0 && fixes;
  });
  assert.equal(first?.isPreferred, true);
  assert.ok(first.edit);
  assert.ok(await workspace.applyEdit(first.edit));
  const after = editor.document.getText().split('\n');
  return after.filter((line) => !before.includes(line)).map((line) => line.trim());
}

suite('Fixes', () => {
  test('add the Location that 201 wants', async () => {
    const editor = await open('src/orders.ts');
    const changed = await applyPreferred(editor, rangeOf(editor, '201'));
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the fix writes a template
    const location = 'res.status(201).location(`${req.originalUrl}/${order.id}`).json(order);';
    assert.deepEqual(changed, [location]);
    assert.equal((await findings(editor, 3)).length, 3);
  });

  test('answer 403 to a caller who is known but may not', async () => {
    const editor = await open('src/orders.ts');
    const changed = await applyPreferred(editor, rangeOf(editor, '401'));
    assert.deepEqual(changed, ["return res.status(403).json({ error: 'Only administrators may delete an order' });"]);
    const rules = await findings(editor, 2);
    assert.equal(rules.length, 2);
  });
});
