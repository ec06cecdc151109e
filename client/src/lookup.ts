import {
  CancellationTokenSource,
  commands,
  env,
  l10n,
  type QuickInputButton,
  type QuickPick,
  type TextEditor,
  Uri,
  window,
} from 'vscode';
import { insertConstant, insertNumber } from './insert.ts';
import {
  bestFirst,
  type CodeItem,
  copyButton,
  groupedByClass,
  insertConstantButton,
  insertNumberButton,
  isCode,
  isGuide,
  type LookupItem,
  openReferenceButton,
} from './lookupItems.ts';
import type { StatusPage } from './page.ts';
import { pageOf, search } from './questions.ts';
import type { Server } from './server.ts';

/** Lets the author find a code by number, phrase, meaning or intent. Settles when the list is closed. */
export function lookUp(server: Server, page: StatusPage, query = ''): Promise<void> {
  const editor = window.activeTextEditor;
  const list = window.createQuickPick<LookupItem>();
  list.title = l10n.t('HTTP status codes');
  list.placeholder = l10n.t('A number, a name or what you mean: 404, conflict, rate limit, already exists');
  list.matchOnDescription = true;
  // The order is the server's, by relevance.
  Object.assign(list, { sortByLabel: false });

  const find = searcher(server, list, editor !== undefined);
  list.onDidChangeValue(find);
  list.onDidTriggerItemButton(({ item, button }) => {
    if (!isCode(item)) return;
    list.hide();
    return press(button, item, server, editor);
  });
  list.onDidAccept(() => {
    const [item] = list.selectedItems;
    if (isGuide(item)) return commands.executeCommand('httpStatus.guide');
    if (!isCode(item)) return;
    list.hide();
    return page.show(item.code);
  });

  list.value = query;
  list.show();
  find(query);
  return new Promise((settle) => {
    list.onDidHide(() => {
      list.dispose();
      settle();
    });
  });
}

/** Fills the list for the last query typed. An answer to an earlier one that comes late is dropped. */
function searcher(server: Server, list: QuickPick<LookupItem>, insertable: boolean): (query: string) => void {
  let asked = new CancellationTokenSource();
  return async (query) => {
    asked.cancel();
    asked = new CancellationTokenSource();
    const { token } = asked;
    list.busy = true;
    try {
      const results = await search(server, query.trim(), token);
      if (token.isCancellationRequested) return;
      const words = query.trim();
      list.items = words === '' ? groupedByClass(results, insertable) : bestFirst(results, words, insertable);
      list.busy = false;
    } catch (error) {
      if (token.isCancellationRequested) return;
      list.hide();
      await window.showErrorMessage(l10n.t('HTTP Status: the server does not answer ({0}).', String(error)));
    }
  };
}

async function press(
  button: QuickInputButton,
  { code }: CodeItem,
  server: Server,
  editor: TextEditor | undefined,
): Promise<void> {
  if (button === copyButton) return env.clipboard.writeText(`${code}`);
  if (button === openReferenceButton) return openReference(server, code);
  if (editor === undefined) return;
  if (button === insertNumberButton) return insertNumber(editor, code);
  if (button === insertConstantButton) return insertConstant(server, editor, code);
}

async function openReference(server: Server, code: number): Promise<void> {
  const reference = (await pageOf(server, code))?.reference;
  if (reference === undefined) await window.showInformationMessage(l10n.t('No specification defines {0}.', code));
  else await env.openExternal(Uri.parse(reference));
}
