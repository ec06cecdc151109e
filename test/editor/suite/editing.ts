import * as assert from 'node:assert/strict';
import { languages, Range, type TextEditor, Uri, window, workspace } from 'vscode';

export const extensionId = 'http-status-assistant.http-status-assistant';

/** Opens a file of the test workspace in the editor. */
export async function open(path: string): Promise<TextEditor> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('The tests need their workspace.');
  const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, path));
  return window.showTextDocument(document);
}

/** Where a piece of the text is. With `within`, the piece inside the first place where that longer one stands. */
export function rangeOf({ document }: TextEditor, text: string, within = text): Range {
  const start = document.getText().indexOf(within);
  if (start < 0) throw new Error(`${document.fileName} does not contain ${within}`);
  const offset = start + within.indexOf(text);
  return new Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

/** Asks again and again until there is an answer. What the editor does after an event takes a moment. */
export async function eventually<Answer>(
  ask: () => Answer | Promise<Answer>,
  patience = 30_000,
): Promise<Exclude<Answer, undefined | null | false>> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (isGiven(answer)) return answer;
    if (Date.now() > end) throw new Error(`Nothing came within ${patience} ms: ${ask}`);
    await new Promise((settle) => setTimeout(settle, 50));
  }
}

/** Waits until these texts are shown; otherwise says which are. */
export async function eventuallyShows(
  ask: () => Promise<readonly string[]>,
  expected: readonly string[],
): Promise<void> {
  let last: readonly string[] = [];
  await eventually(async () => {
    last = await ask();
    return last.join('\n') === expected.join('\n');
  }).catch(() => assert.deepEqual(last, expected));
}

function isGiven<Answer>(answer: Answer): answer is Exclude<Answer, undefined | null | false> {
  return answer !== undefined && answer !== null && answer !== false;
}

/** Checks what the extension reports about a file: line, marked text and rule of every finding, and no other finding. */
export async function expectFindings(editor: TextEditor, expected: readonly string[]): Promise<void> {
  const asExpected = () => findings(editor).join('\n') === expected.join('\n');
  await eventually(asExpected).catch(() => undefined);
  // One finding too many may take its time.
  await new Promise((settle) => setTimeout(settle, 300));
  assert.deepEqual(findings(editor), expected);
}

function findings({ document }: TextEditor): readonly string[] {
  return languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'http-status')
    .map(({ range, code }) => {
      const rule = typeof code === 'object' ? code.value : code;
      return { line: range.start.line + 1, text: document.getText(range), rule: `${rule}` };
    })
    .toSorted((one, other) => one.line - other.line || one.rule.localeCompare(other.rule))
    .map(({ line, text, rule }) => `${line} ${text} ${rule}`);
}
