import type { Position, Range } from 'vscode-languageserver';
import type { SourceDocument } from '../syntax/document.ts';

/** The offset of a position, undefined for one that the text does not have. */
export function offsetOf(document: SourceDocument, position: Position): number | undefined {
  const offset = document.offsetAt(position);
  if (!Number.isInteger(offset)) return undefined;
  const found = document.positionAt(offset);
  return found.line === position.line && found.character === position.character ? offset : undefined;
}

/** From `start` to `end`, both offsets. */
export function rangeOf(document: SourceDocument, place: { readonly start: number; readonly end: number }): Range {
  return { start: document.positionAt(place.start), end: document.positionAt(place.end) };
}
