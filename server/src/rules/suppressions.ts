import type { FileAnalysis } from '../responses/analysis.ts';
import type { SyntaxNode } from '../syntax/node.ts';

/**
 * A comment by which an author silences rules: `// http-status-ignore-next-line location-on-201, allow-on-405 -- why`.
 * Also `http-status-ignore-line`, for its own line, and `http-status-ignore-file`. Without ids it silences every rule.
 */
export interface Suppression {
  readonly comment: SyntaxNode;
  readonly rules: readonly SuppressedRule[];
  /** Where findings have to begin to be silenced, as offsets, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** Where another id can be added. */
  readonly rulesEnd: number;
}

export interface SuppressedRule {
  readonly id: string;
  readonly start: number;
}

const directive = /http-status-ignore-(next-line|line|file)\b([^\r\n]*)/g;

/** The words that begin every suppression. */
export const suppressionMark = 'http-status-ignore-';
/** Those of a suppression for all of a file. */
export const fileSuppressionMark = `${suppressionMark}file`;

export function suppressionsIn({ context }: FileAnalysis): readonly Suppression[] {
  const { language, tree, text } = context;
  if (!text.includes(suppressionMark)) return [];
  const found: Suppression[] = [];
  for (const match of text.matchAll(directive)) {
    const [words, scope, rest = ''] = match;
    const comment = tree.root.at(match.index);
    if (!language.isComment(comment) || !beginsComment(text, comment, match.index)) continue;
    const written = rest.slice(0, comment.end - match.index - words.length + rest.length);
    const ids = /^((?:(?!\s--(?:\s|$)|\*\/|-->).)*)/.exec(written)?.[0].trimEnd() ?? '';
    const idsStart = match.index + words.length - rest.length;
    const rules = [...ids.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => ({ id, start: idsStart + index }));
    const place = scope === 'file' ? { start: 0, end: text.length } : lineFor(scope, context, comment);
    found.push({ comment, rules, ...place, rulesEnd: idsStart + ids.length });
  }
  return found;
}

export function suppresses(suppression: Suppression, ruleId: string, offset: number): boolean {
  if (offset < suppression.start || offset >= suppression.end) return false;
  return suppression.rules.length === 0 || suppression.rules.some(({ id }) => id === ruleId);
}

/** Only signs and white space may stand before it: a sentence about suppressions is none. */
function beginsComment(text: string, comment: SyntaxNode, offset: number): boolean {
  return /^[\s/*#!<-]*$/.test(text.slice(comment.start, offset));
}

function lineFor(scope: string | undefined, { language, tree, text }: FileAnalysis['context'], comment: SyntaxNode) {
  if (scope === 'line') return lineAt(text, comment.start);
  // The next line with code: other comments for the same line may stand between, each for another tool.
  let line = lineAt(text, comment.end);
  do line = lineAt(text, line.end);
  while (line.end < text.length && isCommentLine(text.slice(line.start, line.end), line.start));
  return line;

  function isCommentLine(content: string, start: number): boolean {
    const first = content.search(/\S/);
    return first >= 0 && language.isComment(tree.root.at(start + first));
  }
}

/** The line an offset is in, its line end included. */
function lineAt(text: string, offset: number): { readonly start: number; readonly end: number } {
  const end = text.indexOf('\n', offset);
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? text.length : end + 1 };
}
