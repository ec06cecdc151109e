import type { Finding } from '../../server/src/rules/rule.ts';
import { hasSyntaxError } from './analyser.ts';
import { applyEdits } from './edits.ts';
import { findingsIn } from './findings.ts';

/**
 * What is wrong with the fixes of a text's findings: one that breaks the syntax, leaves its finding, or brings a new
 * finding at warning or error. Other rules may well have advice on what a fix wrote.
 */
export async function fixProblems(file: string, text: string): Promise<readonly string[]> {
  const problems: string[] = [];
  const before = await findingsIn(file, text);
  const wasBroken = await hasSyntaxError(file, text);
  for (const finding of before) {
    const fixes = finding.fixes();
    const { line } = positionOf(text, finding.node.start);
    const name = `${finding.rule.id} at line ${line}`;
    // for advice the framework at hand may have no idiom
    if (fixes.length === 0 && isStrong(finding)) problems.push(`${name}: no fix`);
    for (const fix of fixes) {
      if (overlap(fix.edits)) {
        problems.push(`${name}: “${fix.title}” edits one place twice`);
        continue;
      }
      const fixed = applyEdits(text, fix.edits);
      if (!wasBroken && (await hasSyntaxError(file, fixed))) problems.push(`${name}: “${fix.title}” breaks the syntax`);
      const after = await findingsIn(file, fixed);
      if (count(after, finding.rule.id) >= count(before, finding.rule.id)) {
        problems.push(`${name}: “${fix.title}” leaves the finding`);
      }
      for (const id of new Set(after.filter(isStrong).map(({ rule }) => rule.id))) {
        if (id !== finding.rule.id && count(after, id) > count(before, id)) {
          problems.push(`${name}: “${fix.title}” brings ${id}`);
        }
      }
    }
  }
  return problems;
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

function positionOf(text: string, offset: number): { line: number } {
  return { line: text.slice(0, offset).split('\n').length };
}
