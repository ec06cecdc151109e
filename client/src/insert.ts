import { l10n, type TextEditor, window } from 'vscode';
import { isSupported } from './languages.ts';
import { spellingOf } from './questions.ts';
import type { Server } from './server.ts';

/** Writes the number of a code where the cursors are. */
export async function insertNumber(editor: TextEditor, code: number): Promise<void> {
  await insert(editor, `${code}`);
}

/** Writes the constant by which the file names codes. Where it has none, the author decides about the number. */
export async function insertConstant(server: Server, editor: TextEditor, code: number): Promise<void> {
  const { document, selection } = editor;
  const spelling = isSupported(document) ? await spellingOf(server, code, document, selection.active) : undefined;
  if (spelling?.constant !== undefined) {
    await insert(editor, spelling.constant);
    return;
  }
  const insertInstead = l10n.t('Insert {0}', code);
  const answer = await window.showInformationMessage(
    l10n.t('This file imports no constant for {0}.', code),
    insertInstead,
  );
  if (answer === insertInstead) await insertNumber(editor, code);
}

/** Writes a text where the cursors are. */
export async function insert(editor: TextEditor, text: string): Promise<void> {
  await editor.edit((edit) => {
    for (const selection of editor.selections) edit.replace(selection, text);
  });
}
