import { documentOf } from '../../rules/documents.ts';
import type { LintResult } from './lintResult.ts';

/** For programs: one list of findings. */
export function json({ files }: LintResult): string {
  const findings = files.flatMap(({ file, findings: found }) =>
    found.map(({ rule, severity, message, line, column, endLine, endColumn, evidence, fixes }) => ({
      file,
      line,
      column,
      endLine,
      endColumn,
      severity,
      rule: rule.id,
      message,
      documentation: documentOf(rule),
      evidence,
      fixes,
    })),
  );
  return `${JSON.stringify(findings, null, 2)}\n`;
}
