import { type Configuration, severityOf } from '../configuration/configuration.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { Fix, TextEdit } from '../rules/fixes/fix.ts';
import { fixAll } from '../rules/fixes/fixAll.ts';
import { type ReportedFinding, report } from '../rules/report.ts';
import type { SourceDocument } from '../syntax/document.ts';
import type { FoundFix, LintFinding, Place } from './formats/lintResult.ts';
import type { Scan, ScannedFile } from './scan.ts';

/** Finds and fixes in scanned files what a configuration asks for. */
export class Linter {
  readonly #scan: Scan;
  readonly #onFailure: (subject: string, error: unknown) => void;

  constructor(scan: Scan, onFailure: (subject: string, error: unknown) => void) {
    this.#scan = scan;
    this.#onFailure = onFailure;
  }

  findings({ document, analysis }: ScannedFile, configuration: Configuration): readonly LintFinding[] {
    return this.#report(analysis, configuration).map((finding) => ({
      ...placeOf(document, finding.node),
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      evidence: (finding.evidence ?? []).map(({ node, message }) => ({ ...placeOf(document, node), message })),
      fixes: this.#fixesOf(finding).map((fix) => foundFix(document, fix)),
    }));
  }

  /** The text of a file after all safe fixes; undefined where there are none. */
  fixed({ document, language }: ScannedFile, configuration: Configuration): string | undefined {
    const { analyser } = this.#scan;
    const { text } = document;
    const edits = fixAll(text, (present) => {
      const opened = analyser.open(language, document.uri, present);
      try {
        const { analysis } = analyser.analyse(language, opened);
        return analysis ? this.#report(analysis, configuration).map((finding) => this.#fixesOf(finding)) : [];
      } finally {
        opened.dispose();
      }
    });
    return edits.length === 0 ? undefined : applied(text, edits);
  }

  #report(analysis: FileAnalysis, configuration: Configuration): readonly ReportedFinding[] {
    return report(
      analysis,
      (rule) => severityOf(configuration, rule),
      (rule, error) => this.#onFailure(`rule ${rule.id}`, error),
    );
  }

  #fixesOf({ rule, fixes }: ReportedFinding): readonly Fix[] {
    try {
      return fixes();
    } catch (error) {
      this.#onFailure(`fixes of ${rule.id}`, error);
      return [];
    }
  }
}

function foundFix(document: SourceDocument, { title, safety, edits }: Fix): FoundFix {
  return {
    title,
    safe: safety === 'safe',
    edits: edits.map((edit) => ({ ...placeOf(document, edit), text: edit.text })),
  };
}

function placeOf(document: SourceDocument, place: { readonly start: number; readonly end: number }): Place {
  const start = document.positionAt(place.start);
  const end = document.positionAt(place.end);
  return { line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

/** Edits are in the order of the text and do not overlap. */
function applied(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, text: replacement } of edits) {
    result += text.slice(from, start) + replacement;
    from = end;
  }
  return result + text.slice(from);
}
