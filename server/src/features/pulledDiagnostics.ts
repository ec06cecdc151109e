import { type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { ReportedFinding } from '../rules/report.ts';
import { diagnosticsOf } from './diagnostics.ts';
import type { ReadyText } from './openTexts.ts';

/** Answers editors that ask for diagnostics, with a word where nothing has changed since the last time. */
export class PulledDiagnostics {
  /** A list of findings stays the same object as long as text and configuration do. */
  readonly #ids = new WeakMap<readonly ReportedFinding[], string>();
  #lastId = 0;

  report(ready: ReadyText | undefined, previousId: string | undefined): DocumentDiagnosticReport {
    if (!ready) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const { document, findings } = ready;
    const resultId = this.#idOf(findings);
    if (resultId === previousId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(document, findings) };
  }

  #idOf(findings: readonly ReportedFinding[]): string {
    let id = this.#ids.get(findings);
    if (id === undefined) {
      id = `${++this.#lastId}`;
      this.#ids.set(findings, id);
    }
    return id;
  }
}
