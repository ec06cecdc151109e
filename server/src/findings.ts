import type { Analyser } from './analyser.ts';
import { type Configuration, severityOf } from './configuration/configuration.ts';
import type { Language } from './languages/language.ts';
import type { FileAnalysis } from './responses/analysis.ts';
import type { Fix, TextEdit } from './rules/fixes/fix.ts';
import { fixAll } from './rules/fixes/fixAll.ts';
import { type ReportedFinding, report } from './rules/report.ts';
import type { SourceDocument } from './syntax/document.ts';

/** Told what failed, a rule or its fixes, and how; the others go on. */
export type OnFailure = (subject: string, error: unknown) => void;

/** The findings of a file under a configuration. */
export function findingsOf(
  analysis: FileAnalysis,
  configuration: Configuration,
  onFailure: OnFailure,
): readonly ReportedFinding[] {
  return report(
    analysis,
    (rule) => severityOf(configuration, rule),
    (rule, error) => onFailure(`rule ${rule.id}`, error),
  );
}

/** A finding's fixes, the best first. */
export function fixesOf({ rule, fixes }: ReportedFinding, onFailure: OnFailure): readonly Fix[] {
  try {
    return fixes();
  } catch (error) {
    onFailure(`fixes of ${rule.id}`, error);
    return [];
  }
}

/** The edits of a document's present text that all safe fixes come to. */
export function safeFixes(
  analyser: Analyser,
  language: Language,
  document: SourceDocument,
  configuration: Configuration,
  onFailure: OnFailure,
): readonly TextEdit[] {
  return fixAll(document.text, (text) => {
    const opened = analyser.open(language, document.uri, text);
    try {
      const { analysis } = analyser.analyse(language, opened);
      const findings = analysis ? findingsOf(analysis, configuration, onFailure) : [];
      return findings.map((finding) => fixesOf(finding, onFailure));
    } finally {
      opened.dispose();
    }
  });
}
