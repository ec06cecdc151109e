import type { Configuration } from '../configuration/configuration.ts';
import { findingsOf, fixesOf, type OnFailure, safeFixes } from '../findings.ts';
import type { Fix, TextEdit } from '../rules/fixes/fix.ts';
import type { SourceDocument } from '../syntax/document.ts';
import type { FoundFix, LintFinding, Place } from './formats/lintResult.ts';
import type { Scan, ScannedFile } from './scan.ts';

/** Finds and fixes in scanned files what a configuration asks for. */
export class Linter {
  readonly #scan: Scan;
  readonly #onFailure: OnFailure;

  constructor(scan: Scan, onFailure: OnFailure) {
    this.#scan = scan;
    this.#onFailure = onFailure;
  }

  findings({ document, analysis }: ScannedFile, configuration: Configuration): readonly LintFinding[] {
    return findingsOf(analysis, configuration, this.#onFailure).map((finding) => ({
      ...placeOf(document, finding.node),
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      evidence: (finding.evidence ?? []).map(({ node, message }) => ({ ...placeOf(document, node), message })),
      fixes: fixesOf(finding, this.#onFailure).map((fix) => foundFix(document, fix)),
    }));
  }

  /** The text of a file after all safe fixes; undefined where there are none. */
  fixed({ document, language }: ScannedFile, configuration: Configuration): string | undefined {
    const edits = safeFixes(this.#scan.analyser, language, document, configuration, this.#onFailure);
    return edits.length === 0 ? undefined : applied(document.text, edits);
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
