import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver';
import { fixesOf, type OnFailure } from '../findings.ts';
import { t } from '../localisation.ts';
import type { TextEdit } from '../rules/fixes/fix.ts';
import { suppressOnLine } from '../rules/fixes/suppress.ts';
import type { ReportedFinding, ReportedSeverity } from '../rules/report.ts';
import { unusedSuppression } from '../rules/unused-suppression.ts';
import type { SourceDocument } from '../syntax/document.ts';
import { diagnosticOf, diagnosticSource } from './diagnostics.ts';
import type { ReadyText } from './openTexts.ts';
import type { EditWriter } from './workspaceEdits.ts';

/**
 * The findings that the editor asks about by their diagnostics; where it names none of them, those in a range. What
 * weighs most comes first.
 */
export function findingsAt(
  { document, findings }: ReadyText,
  range: Range,
  asked: readonly Diagnostic[],
): readonly ReportedFinding[] {
  const start = document.offsetAt(range.start);
  const end = Math.max(start, document.offsetAt(range.end));
  const named = findings.filter((finding) => asked.some((diagnostic) => isSame(document, diagnostic, finding)));
  const there = findings.filter(({ node }) => node.start <= end && start <= node.end);
  return (named.length > 0 ? named : there).toSorted((one, other) => weightOf(one) - weightOf(other));
}

function weightOf({ severity }: ReportedFinding): number {
  return weights.indexOf(severity);
}

const weights: readonly ReportedSeverity[] = ['error', 'warning', 'information', 'hint'];

/**
 * What can be done about findings: their fixes, then comments that suppress them. The best fix of the first finding at a place
 * is preferred, and no other: editors put those first, and those of one finding belong together.
 */
export function quickFixes(
  text: ReadyText,
  findings: readonly ReportedFinding[],
  write: EditWriter,
  onFailure: OnFailure,
): CodeAction[] {
  if (findings.length === 0) return [];
  const { document, analysis } = text;
  if (!analysis) return [];
  const action = (finding: ReportedFinding, title: string, edits: readonly TextEdit[]): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(document, finding)],
    edit: write(document, edits),
  });
  const settled = new Set<number>();
  const fixes = findings.flatMap((finding) =>
    fixesOf(finding, onFailure).map(({ title, edits }) => {
      const isPreferred = !settled.has(finding.node.start);
      settled.add(finding.node.start);
      return isPreferred ? { ...action(finding, title, edits), isPreferred } : action(finding, title, edits);
    }),
  );
  const suppressions = findings
    .filter(({ rule }) => rule !== unusedSuppression)
    .flatMap((finding) => {
      const edits = suppressOnLine(analysis, finding.rule.id, finding.node.start);
      return edits ? [action(finding, t('Suppress {0} on this line', finding.rule.id), edits)] : [];
    });
  return [...fixes, ...suppressions];
}

function isSame(document: SourceDocument, diagnostic: Diagnostic, { rule, node }: ReportedFinding): boolean {
  if (diagnostic.source !== diagnosticSource || diagnostic.code !== rule.id) return false;
  return document.offsetAt(diagnostic.range.start) === node.start;
}
