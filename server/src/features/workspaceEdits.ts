import type { WorkspaceEdit } from 'vscode-languageserver';
import type { TextEdit } from '../rules/fixes/fix.ts';
import type { SourceDocument } from '../syntax/document.ts';
import { rangeOf } from './positions.ts';

/** Turns edits of a document's present text into what the protocol has for them. */
export type EditWriter = (document: SourceDocument, edits: readonly TextEdit[]) => WorkspaceEdit;

/** For any editor. */
export const writeChanges: EditWriter = (document, edits) => ({
  changes: { [document.uri]: textEdits(document, edits) },
});

/** For editors that refuse edits of a text that has changed since. */
export const writeVersionedChanges: EditWriter = (document, edits) => ({
  documentChanges: [
    { textDocument: { uri: document.uri, version: document.version }, edits: textEdits(document, edits) },
  ],
});

function textEdits(document: SourceDocument, edits: readonly TextEdit[]) {
  return edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.text }));
}
