import { commands, l10n, window } from 'vscode';
import { isSupported } from './languages.ts';
import type { StatusPage } from './page.ts';
import { codeAt } from './questions.ts';
import type { Server } from './server.ts';

/** Opens the page of the code that the cursor is on. */
export async function explainAtCursor(server: Server, page: StatusPage): Promise<void> {
  const editor = window.activeTextEditor;
  const found =
    editor !== undefined && isSupported(editor.document)
      ? await codeAt(server, editor.document, editor.selection.active)
      : null;
  if (found !== null) return page.show(found.code);
  const lookUp = l10n.t('Look Up Code…');
  const answer = await window.showInformationMessage(l10n.t('There is no status code at the cursor.'), lookUp);
  if (answer === lookUp) await commands.executeCommand('httpStatus.lookUp');
}
