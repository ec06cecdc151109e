import type { TextEdit } from './fix.ts';

/** Removes a place; where nothing else stands on its line, the line goes too. */
export function withoutLine(text: string, place: { readonly start: number; readonly end: number }): TextEdit {
  const lineStart = text.lastIndexOf('\n', place.start - 1) + 1;
  const before = text.slice(lineStart, place.start);
  const lineEnd = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(place.end, place.end + 1000))?.[0];
  if (/^[ \t]*$/.test(before) && lineEnd !== undefined) {
    return { start: lineStart, end: place.end + lineEnd.length, text: '' };
  }
  const gap = /[ \t]*$/.exec(before)?.[0].length ?? 0;
  return { start: lineEnd === undefined ? place.start : place.start - gap, end: place.end, text: '' };
}
