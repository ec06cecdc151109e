import type { ReportedSeverity } from '../../rules/report.ts';
import type { Rule } from '../../rules/rule.ts';

/** Lines and columns from 1, columns in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface FoundFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly (Place & { readonly text: string })[];
}

/** What there is to say about a rule. */
export type LintRule = Pick<Rule, 'id' | 'description' | 'severity'>;

/** A finding that can outlive the syntax tree it was made from, and leave the thread: plain data. */
export interface LintFinding extends Place {
  readonly rule: LintRule;
  readonly severity: ReportedSeverity;
  readonly message: string;
  readonly evidence: readonly (Place & { readonly message: string })[];
  readonly fixes: readonly FoundFix[];
}

/** The findings of one file. */
export interface LintedFile {
  /** Relative to the working folder, with `/` between its parts. */
  readonly file: string;
  readonly findings: readonly LintFinding[];
}

export interface LintResult {
  readonly filesRead: number;
  /** Only files with findings. */
  readonly files: readonly LintedFile[];
}
