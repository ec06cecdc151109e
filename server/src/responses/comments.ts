import type { FileContext } from './context.ts';

/** The lines of comment that end just above the line of a place. */
export function commentAbove({ text, language }: FileContext, start: number): string {
  let top = text.lastIndexOf('\n', start - 1) + 1;
  const bottom = top;
  while (top > 0) {
    const above = text.lastIndexOf('\n', top - 2) + 1;
    if (!text.slice(above, top).trimStart().startsWith(language.lineComment)) break;
    top = above;
  }
  return text.slice(top, bottom);
}
