import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { documentOf } from '../rules/documents.ts';
import type { ReportedFinding, ReportedSeverity } from '../rules/report.ts';
import type { SourceDocument } from '../syntax/document.ts';
import { rangeOf } from './positions.ts';

/** Who found it, as editors show it beside the message. */
export const diagnosticSource = 'http-status';

const severities: Readonly<Record<ReportedSeverity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** How editors draw the place of some rules' findings: struck through, or faded. */
const tags: Readonly<Record<string, DiagnosticTag>> = {
  'deprecated-status': DiagnosticTag.Deprecated,
  'unused-suppression': DiagnosticTag.Unnecessary,
};

export function diagnosticsOf(document: SourceDocument, findings: readonly ReportedFinding[]): Diagnostic[] {
  return findings.map((finding) => diagnosticOf(document, finding));
}

export function diagnosticOf(document: SourceDocument, finding: ReportedFinding): Diagnostic {
  const { rule, node, message, severity, evidence = [] } = finding;
  const tag = tags[rule.id];
  return {
    range: rangeOf(document, node),
    severity: severities[severity],
    source: diagnosticSource,
    code: rule.id,
    codeDescription: { href: documentOf(rule) },
    message,
    ...(tag === undefined ? {} : { tags: [tag] }),
    ...(evidence.length === 0
      ? {}
      : {
          relatedInformation: evidence.map(({ node: place, message: text }) => ({
            location: { uri: document.uri, range: rangeOf(document, place) },
            message: text,
          })),
        }),
  };
}
