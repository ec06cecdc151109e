import type { FileAnalysis } from '../../responses/analysis.ts';
import { suppressionMark, suppressionsIn } from '../suppressions.ts';
import { insert, type TextEdit } from './fix.ts';
import { styleOf } from './style.ts';

/**
 * Silences a rule on the line of an offset: by a comment above it, or one more id in the comment that is there. Undefined
 * where a comment cannot stand: inside a text that goes over several lines.
 */
export function suppressOnLine(file: FileAnalysis, ruleId: string, offset: number): readonly TextEdit[] | undefined {
  const { text, tree, language } = file.context;
  const present = suppressionsIn(file).find(
    ({ start, end, rules }) => start > 0 && offset >= start && offset < end && rules.length > 0,
  );
  if (present) return [insert(present.rulesEnd, `, ${ruleId}`)];
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  if (lineStart > 0 && language.isInert(tree.root.at(lineStart - 1))) return undefined;
  const indentation = /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
  const comment = `${language.lineComment} ${suppressionMark}next-line ${ruleId}`;
  return [insert(lineStart, `${indentation}${comment}${styleOf(file).newline}`)];
}
