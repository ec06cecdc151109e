import type { TextEdit } from './fix.ts';

/** A part of an edited text: taken from the original, or new. */
type Piece =
  | { readonly kind: 'original'; readonly start: number; readonly end: number }
  | { readonly kind: 'new'; readonly text: string };

/** A text under edits that come in rounds, each about what the last left, and that can be told as edits of the original. */
export class EditedText {
  readonly #original: string;
  #pieces: readonly Piece[];

  constructor(original: string) {
    this.#original = original;
    this.#pieces = [{ kind: 'original', start: 0, end: original.length }];
  }

  get text(): string {
    return this.#pieces.map((piece) => this.#textOf(piece)).join('');
  }

  /** Applies edits of the present text that do not overlap. */
  apply(edits: readonly TextEdit[]): void {
    let pieces = this.#pieces;
    // From the end, so that the offsets of the edits before stay true.
    for (const edit of edits.toSorted((one, other) => other.start - one.start || other.end - one.end)) {
      const [before, rest] = split(pieces, edit.start);
      const [, after] = split(rest, edit.end - edit.start);
      pieces = edit.text === '' ? [...before, ...after] : [...before, { kind: 'new', text: edit.text }, ...after];
    }
    this.#pieces = pieces;
  }

  /** All rounds as one list of edits of the original. */
  get edits(): readonly TextEdit[] {
    const edits: TextEdit[] = [];
    let start = 0;
    let text = '';
    for (const piece of this.#pieces) {
      if (piece.kind === 'new') {
        text += piece.text;
        continue;
      }
      if (piece.start > start || text !== '') edits.push({ start, end: piece.start, text });
      start = piece.end;
      text = '';
    }
    const { length } = this.#original;
    if (start < length || text !== '') edits.push({ start, end: length, text });
    return edits;
  }

  #textOf(piece: Piece): string {
    return piece.kind === 'new' ? piece.text : this.#original.slice(piece.start, piece.end);
  }
}

function lengthOf(piece: Piece): number {
  return piece.kind === 'new' ? piece.text.length : piece.end - piece.start;
}

/** Parts pieces at an offset, one of them perhaps in two. */
function split(pieces: readonly Piece[], offset: number): readonly [before: readonly Piece[], after: readonly Piece[]] {
  let position = 0;
  for (const [index, piece] of pieces.entries()) {
    const length = lengthOf(piece);
    if (position + length <= offset) {
      position += length;
      continue;
    }
    const within = offset - position;
    if (within === 0) return [pieces.slice(0, index), pieces.slice(index)];
    const [first, second] = partedAt(piece, within);
    return [
      [...pieces.slice(0, index), first],
      [second, ...pieces.slice(index + 1)],
    ];
  }
  return [pieces, []];
}

function partedAt(piece: Piece, length: number): readonly [Piece, Piece] {
  if (piece.kind === 'new') {
    return [
      { kind: 'new', text: piece.text.slice(0, length) },
      { kind: 'new', text: piece.text.slice(length) },
    ];
  }
  const middle = piece.start + length;
  return [
    { kind: 'original', start: piece.start, end: middle },
    { kind: 'original', start: middle, end: piece.end },
  ];
}
