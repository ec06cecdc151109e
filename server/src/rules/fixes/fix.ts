import type { SyntaxNode } from '../../syntax/node.ts';

/** Replaces the text from `start` to `end` (UTF-16 offsets, `end` exclusive). */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * `safe` changes nothing a handler does beyond the finding, so all safe fixes can be applied at once; a `suggestion` is
 * for a person to choose.
 */
export type Safety = 'safe' | 'suggestion';

export interface Fix {
  readonly title: string;
  readonly safety: Safety;
  readonly edits: readonly TextEdit[];
}

export function replace(node: SyntaxNode, text: string): TextEdit {
  return { start: node.start, end: node.end, text };
}

export function insert(offset: number, text: string): TextEdit {
  return { start: offset, end: offset, text };
}

/** A list of at most one fix, for edits that may not be possible: in broken code they may come to overlap. */
export function fixOf(title: string, safety: Safety, edits: readonly TextEdit[] | undefined): readonly Fix[] {
  return edits && edits.length > 0 && !overlap(edits) ? [{ title, safety, edits }] : [];
}

function overlap(edits: readonly TextEdit[]): boolean {
  const sorted = edits.toSorted((one, other) => one.start - other.start || one.end - other.end);
  return sorted.some(({ start, end }, index) => start > end || (sorted[index - 1]?.end ?? 0) > start);
}
