import * as assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { commands, type Hover, MarkdownString, type Range, type TextEditor } from 'vscode';
import { eventually, open, rangeOf } from './editing.ts';

async function hoverOver(editor: TextEditor, place: Range): Promise<Hover | undefined> {
  const uri = editor.document.uri;
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    place.start.translate(0, 1),
  );
  return hovers.find((hover) => textOf(hover).includes('Not Found') || textOf(hover).includes('Created'));
}

function textOf({ contents }: Hover): string {
  return contents.map((content) => (content instanceof MarkdownString ? content.value : String(content))).join('\n');
}

suite('Hover', () => {
  test('explains the code under the pointer, and marks just the code', async () => {
    const editor = await open('src/orders.ts');
    const place = rangeOf(editor, '404');
    const hover = await eventually(() => hoverOver(editor, place));
    assert.match(textOf(hover), /404 Not Found/);
    assert.match(textOf(hover), /rfc-editor\.org/);
    assert.deepEqual(hover.range, place);
  });

  test('says what is the matter with this response', async () => {
    const editor = await open('src/orders.ts');
    const hover = await eventually(() => hoverOver(editor, rangeOf(editor, '201')));
    assert.match(textOf(hover), /201 Created/);
    assert.match(textOf(hover), /Location/);
  });
});
