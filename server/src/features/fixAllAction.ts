import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Analyser } from '../analyser.ts';
import { fixesOf, type OnFailure, safeFixes } from '../findings.ts';
import { t } from '../localisation.ts';
import type { ReadyText } from './openTexts.ts';
import type { EditWriter } from './workspaceEdits.ts';

/** Editors apply it on save for whoever asks them to. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.httpStatus`;

/** The action that applies all safe fixes, its edit left for {@link resolvedFixAll}: none where there is nothing to fix. */
export function fixAllActions({ document, findings }: ReadyText, onFailure: OnFailure): CodeAction[] {
  const isFixable = findings.some((finding) => fixesOf(finding, onFailure).some(({ safety }) => safety === 'safe'));
  return isFixable
    ? [{ title: t('Apply all safe fixes for HTTP status codes'), kind: fixAllKind, data: { uri: document.uri } }]
    : [];
}

export function resolvedFixAll(
  action: CodeAction,
  { language, document, configuration, findings }: ReadyText,
  analyser: Analyser,
  write: EditWriter,
  onFailure: OnFailure,
): CodeAction {
  if (findings.length === 0) return action;
  const edits = safeFixes(analyser, language, document, configuration, onFailure);
  return { ...action, edit: write(document, edits) };
}
