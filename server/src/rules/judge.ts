import { rules } from '../generated/rules.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { Fix } from './fixes/fix.ts';
import { isGenerated } from './generatedFiles.ts';
import type { Finding, Report, Rule } from './rule.ts';

/** Told of a rule that threw; the others go on. */
export type OnFailure = (rule: Rule, error: unknown) => void;

/** What all rules that are switched on report of a file, in the order of the text. */
export function judge(file: FileAnalysis, isOn: (rule: Rule) => boolean, onFailure: OnFailure): readonly Finding[] {
  // whoever generates it decides: a change would not last
  if (isGenerated(file.context.text)) return [];
  const findings: Finding[] = [];
  for (const rule of rules) {
    if (!isOn(rule)) continue;
    try {
      for (const report of reportsOf(rule, file)) {
        findings.push({ ...report, rule, fixes: () => report.fixes().map((fix) => withImports(file, fix)) });
      }
    } catch (error) {
      onFailure(rule, error);
    }
  }
  return withoutRepetition(findings).sort((a, b) => a.node.start - b.node.start || a.rule.id.localeCompare(b.rule.id));
}

function* reportsOf(rule: Rule, file: FileAnalysis): Iterable<Report> {
  if (rule.response) {
    for (const response of file.responses) {
      for (const option of response.status?.options ?? []) {
        const report = rule.response(response, option, file);
        if (report) yield report;
      }
    }
  }
  if (rule.statusReference) {
    for (const reference of file.references) {
      const report = rule.statusReference(reference, file);
      if (report) yield report;
    }
  }
  if (rule.file) yield* rule.file(file);
}

/** A fix with what its edits demand of the imports. */
export function withImports({ context }: FileAnalysis, fix: Fix): Fix {
  const edits = context.language.importEdits?.(context.imports, context.text, fix.edits) ?? [];
  return edits.length === 0 ? fix : { ...fix, edits: [...fix.edits, ...edits] };
}

/** Two responses can share the token that sets their status: one finding says it all. */
function withoutRepetition(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, node }) => {
    const key = `${rule.id} ${node.start}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
