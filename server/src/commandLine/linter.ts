import { writeFileSync } from 'node:fs';
import type { Configuration, PartialConfiguration } from '../configuration/configuration.ts';
import { findingsOf, fixesOf, type OnFailure, safeFixes } from '../findings.ts';
import type { Fix, TextEdit } from '../rules/fixes/fix.ts';
import type { SourceDocument } from '../syntax/document.ts';
import type { FoundFix, LintFinding, Place } from './formats/lintResult.ts';
import { ProjectConfigurations } from './projectConfiguration.ts';
import type { Scan, ScannedFile } from './scan.ts';

/** What `lint` wants of a file. */
export interface LintWork {
  readonly kind: 'findings';
  /** What the command line says; it counts more than what projects say. */
  readonly given: PartialConfiguration;
  /** Files are fixed as well, and what is left is found. */
  readonly fix: boolean;
}

/** Finds and fixes in scanned files what their configuration asks for. */
export class Linter {
  readonly #scan: Scan;
  readonly #fix: boolean;
  readonly #configurations: ProjectConfigurations;
  readonly #onFailure: OnFailure;

  constructor(scan: Scan, { given, fix }: LintWork, onFailure: OnFailure) {
    this.#scan = scan;
    this.#fix = fix;
    this.#configurations = new ProjectConfigurations(scan.configurationFiles, given);
    this.#onFailure = onFailure;
  }

  /** The findings of a file, of those that are left when it was to be fixed. */
  async findings(scanned: ScannedFile): Promise<readonly LintFinding[]> {
    const { configuration, isIgnored } = await this.#configurations.of(scanned.path);
    if (isIgnored) return [];
    const fixed = this.#fix ? this.#fixedText(scanned, configuration) : undefined;
    if (fixed === undefined) return this.#findingsIn(scanned, configuration);
    const { path, language, marked } = scanned;
    writeFileSync(path, `${marked ? '\uFEFF' : ''}${fixed}`);
    let left: readonly LintFinding[] = [];
    await this.#scan.text(path, language, fixed, async (present) => {
      left = this.#findingsIn(present, configuration);
    });
    return left;
  }

  /** The text of a file after all safe fixes; undefined where there are none. */
  async fixed(scanned: ScannedFile): Promise<string | undefined> {
    const { configuration, isIgnored } = await this.#configurations.of(scanned.path);
    return isIgnored ? undefined : this.#fixedText(scanned, configuration);
  }

  #findingsIn({ document, analysis }: ScannedFile, configuration: Configuration): readonly LintFinding[] {
    return findingsOf(analysis, configuration, this.#onFailure).map((finding) => {
      const { id, description, severity } = finding.rule;
      return {
        ...placeOf(document, finding.node),
        rule: { id, description, severity },
        severity: finding.severity,
        message: finding.message,
        evidence: (finding.evidence ?? []).map(({ node, message }) => ({ ...placeOf(document, node), message })),
        fixes: fixesOf(finding, this.#onFailure).map((fix) => foundFix(document, fix)),
      };
    });
  }

  #fixedText({ document, language }: ScannedFile, configuration: Configuration): string | undefined {
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
