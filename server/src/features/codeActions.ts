import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { AnalysedText } from '../analyser.ts';
import type { TextEdit } from '../rules/fixes/fix.ts';
import { suppressOnLine } from '../rules/fixes/suppress.ts';
import type { ReportedFinding } from '../rules/report.ts';
import { unusedSuppression } from '../rules/unused-suppression.ts';
import type { SourceDocument } from '../syntax/document.ts';
import { diagnosticOf, diagnosticSource } from './diagnostics.ts';
import { rangeOf } from './positions.ts';

/**
 * What can be done about the findings in a range or among the diagnostics that the editor asks about: their fixes, the
 * best of each preferred, then comments that suppress them.
 */
export function quickFixes(
  { document, analysis }: AnalysedText,
  findings: readonly ReportedFinding[],
  range: Range,
  asked: readonly Diagnostic[],
): CodeAction[] {
  if (!analysis) return [];
  const start = document.offsetAt(range.start);
  const end = Math.max(start, document.offsetAt(range.end));
  const concerned = findings.filter(
    (finding) =>
      (finding.node.start <= end && start <= finding.node.end) ||
      asked.some((diagnostic) => isSame(document, diagnostic, finding)),
  );
  const fixes = concerned.flatMap((finding) =>
    finding
      .fixes()
      .map((fix, index) => action(document, finding, fix.title, fix.edits, index === 0 ? { isPreferred: true } : {})),
  );
  const suppressions = concerned
    .filter(({ rule }) => rule !== unusedSuppression)
    .flatMap((finding) => {
      const edits = suppressOnLine(analysis, finding.rule.id, finding.node.start);
      return edits ? [action(document, finding, `Suppress ${finding.rule.id} on this line`, edits)] : [];
    });
  return [...fixes, ...suppressions];
}

function action(
  document: SourceDocument,
  finding: ReportedFinding,
  title: string,
  edits: readonly TextEdit[],
  more: Partial<CodeAction> = {},
): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(document, finding)],
    edit: workspaceEdit(document, edits),
    ...more,
  };
}

/** Edits of the text at hand as the protocol has them. */
export function workspaceEdit(document: SourceDocument, edits: readonly TextEdit[]): WorkspaceEdit {
  return {
    changes: { [document.uri]: edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.text })) },
  };
}

function isSame(document: SourceDocument, diagnostic: Diagnostic, { rule, node }: ReportedFinding): boolean {
  if (diagnostic.source !== diagnosticSource || diagnostic.code !== rule.id) return false;
  return document.offsetAt(diagnostic.range.start) === node.start;
}
