import type { CodeAction, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The text of a document after a code action. */
export function appliedTo(text: string, uri: string, action: CodeAction | undefined): string {
  return TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), editsOf(action, uri));
}

/** An action names its edits in one of two ways, as the client can take them. */
function editsOf(action: CodeAction | undefined, uri: string): TextEdit[] {
  const { changes = {}, documentChanges = [] } = action?.edit ?? {};
  const versioned = documentChanges.flatMap((change) =>
    'edits' in change && change.textDocument.uri === uri ? change.edits.filter((edit) => 'newText' in edit) : [],
  );
  return [...(changes[uri] ?? []), ...versioned];
}
