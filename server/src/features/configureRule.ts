import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import { configurationFileName } from '../configuration/configurationFile.ts';
import type { FoundConfiguration } from '../configuration/configurationFiles.ts';
import { withSeverity } from '../configuration/editConfiguration.ts';
import { t } from '../localisation.ts';
import type { ReportedFinding } from '../rules/report.ts';
import { SourceDocument } from '../syntax/document.ts';
import { diagnosticOf } from './diagnostics.ts';
import type { ReadyText } from './openTexts.ts';
import { rangeOf } from './positions.ts';

/** Actions that turn off the rules of findings for the whole project: in its configuration file, or in a new one. */
export function turnOffActions(
  { document, configurationFile, folder }: ReadyText,
  findings: readonly ReportedFinding[],
  canCreateFiles: boolean,
): CodeAction[] {
  const path = configurationFile?.path ?? (canCreateFiles && folder ? `${folder}/${configurationFileName}` : undefined);
  if (path === undefined) return [];
  // several findings of one rule need one decision
  const firsts = findings.filter(({ rule }, index) => findings.findIndex((other) => other.rule === rule) === index);
  return firsts.map((finding) => ({
    title: t('Turn off {0} in {1}', finding.rule.id, configurationFileName),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(document, finding)],
    edit: editOf(path, configurationFile, finding.rule.id),
  }));
}

function editOf(uri: string, file: FoundConfiguration | undefined, ruleId: string): WorkspaceEdit {
  const text = file?.text ?? '';
  const document = new SourceDocument(uri, 'json', text);
  const edit = {
    range: rangeOf(document, { start: 0, end: text.length }),
    newText: withSeverity(file?.text, ruleId, 'off'),
  };
  if (file) return { changes: { [uri]: [edit] } };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [edit] },
    ],
  };
}
