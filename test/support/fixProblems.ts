import { fixAll } from '../../server/src/rules/fixes/fixAll.ts';
import type { Finding } from '../../server/src/rules/rule.ts';
import { hasSyntaxError } from './analyser.ts';
import { applyEdits } from './edits.ts';
import { findingsIn } from './findings.ts';

/** Gives what is found in a text that stands, or would stand, in a file. */
export type FindingsIn = (file: string, text: string) => readonly Finding[] | Promise<readonly Finding[]>;

/** Something a fix does and should not. */
export interface FixProblem {
  readonly rule: string;
  readonly line: number;
  readonly problem: string;
}

/**
 * What is wrong with the fixes of a text's findings: one that breaks the syntax, leaves its finding, or brings a new
 * finding at warning or error. Other rules may well have advice on what a fix wrote.
 */
export async function fixProblems(
  file: string,
  text: string,
  findings: FindingsIn = findingsIn,
): Promise<readonly FixProblem[]> {
  const problems: FixProblem[] = [];
  const before = await findings(file, text);
  const wasBroken = await hasSyntaxError(file, text);
  for (const finding of before) {
    const { id } = finding.rule;
    const line = lineOf(text, finding.node.start);
    const add = (problem: string) => problems.push({ rule: id, line, problem });
    const fixes = finding.fixes();
    // for advice the framework at hand may have no idiom
    if (fixes.length === 0 && isStrong(finding)) add('no fix');
    for (const fix of fixes) {
      if (overlap(fix.edits)) {
        add(`“${fix.title}” edits one place twice`);
        continue;
      }
      const fixed = applyEdits(text, fix.edits);
      if (!wasBroken && (await hasSyntaxError(file, fixed))) add(`“${fix.title}” breaks the syntax`);
      const after = await findings(file, fixed);
      if (count(after, id) >= count(before, id)) add(`“${fix.title}” leaves the finding`);
      for (const other of strongIdsMore(before, after)) if (other !== id) add(`“${fix.title}” brings ${other}`);
    }
  }
  return problems;
}

/**
 * What is wrong with all safe fixes of a text together: they break the syntax, leave a finding that has a safe fix, or
 * bring a new one at warning or error.
 */
export async function safeFixProblems(
  file: string,
  text: string,
  findings: (file: string, text: string) => readonly Finding[],
): Promise<readonly FixProblem[]> {
  const problems: FixProblem[] = [];
  const fixesOf = (present: string) => findings(file, present).map((finding) => finding.fixes());
  const edits = fixAll(text, fixesOf);
  if (edits.length === 0) return problems;
  const line = lineOf(text, edits[0]?.start ?? 0);
  const add = (problem: string) => problems.push({ rule: 'all safe fixes', line, problem });
  if (overlap(edits)) add('edit one place twice');
  const fixed = applyEdits(text, edits);
  if (!(await hasSyntaxError(file, text)) && (await hasSyntaxError(file, fixed))) add('break the syntax');
  for (const id of strongIdsMore(findings(file, text), findings(file, fixed))) add(`bring ${id}`);
  if (fixAll(fixed, fixesOf).length > 0) add('change something when they are applied again');
  return problems;
}

/** The rules of warnings and errors that there are more of afterwards. */
function strongIdsMore(before: readonly Finding[], after: readonly Finding[]): readonly string[] {
  const ids = new Set(after.filter(isStrong).map(({ rule }) => rule.id));
  return [...ids].filter((id) => count(after, id) > count(before, id));
}

function isStrong({ rule }: Finding): boolean {
  return rule.severity === 'warning' || rule.severity === 'error';
}

function count(findings: readonly Finding[], id: string): number {
  return findings.filter(({ rule }) => rule.id === id).length;
}

function overlap(edits: readonly { readonly start: number; readonly end: number }[]): boolean {
  const sorted = [...edits].sort((one, other) => one.start - other.start);
  return sorted.some((edit, index) => {
    const next = sorted[index + 1];
    return next !== undefined && next.start < edit.end;
  });
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
