import { TextDocument } from 'vscode-languageserver-textdocument';
import { Edit, type Point, type Tree } from 'web-tree-sitter';
import { SyntaxTree } from './node.ts';
import type { Grammars } from './parser.ts';

export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/** A change of text as an editor sends it. Without a range it replaces everything. */
export interface TextChange {
  readonly range?: TextRange;
  readonly text: string;
}

/** A text and, once asked for, its syntax tree, which follows the text's edits instead of being made anew. */
export class SourceDocument {
  readonly uri: string;
  readonly grammar: string;
  #text: TextDocument;
  #parserTree: Tree | undefined;
  #tree: SyntaxTree | undefined;

  constructor(uri: string, grammar: string, text: string, version = 0) {
    this.uri = uri;
    this.grammar = grammar;
    this.#text = TextDocument.create(uri, grammar, version, text);
  }

  get text(): string {
    return this.#text.getText();
  }

  get version(): number {
    return this.#text.version;
  }

  offsetAt(position: TextPosition): number {
    return this.#text.offsetAt(position);
  }

  positionAt(offset: number): { line: number; character: number } {
    return this.#text.positionAt(offset);
  }

  update(changes: readonly TextChange[], version: number): void {
    for (const { range, text } of changes) {
      if (range) this.#replace(range, text, version);
      else {
        this.#forgetTree();
        this.#text = TextDocument.update(this.#text, [{ text }], version);
      }
    }
    this.#tree = undefined;
  }

  /** The tree of the present text. The document's grammar must be loaded. */
  tree(grammars: Grammars): SyntaxTree {
    if (!this.#tree) {
      const earlier = this.#parserTree;
      this.#parserTree = grammars.parse(this.grammar, this.text, earlier);
      earlier?.delete();
      this.#tree = SyntaxTree.of(this.text, this.#parserTree.rootNode);
    }
    return this.#tree;
  }

  /**
   * The document as it would be with the text from `start` to `end` replaced, beside this one, which stays as it is. Who
   * asks for it has to dispose of it.
   */
  edited(start: number, end: number, text: string): SourceDocument {
    const edited = new SourceDocument(this.uri, this.grammar, this.text, this.version);
    edited.#parserTree = this.#parserTree?.copy();
    const range = { start: this.positionAt(start), end: this.positionAt(end) };
    edited.update([{ range, text }], this.version);
    return edited;
  }

  /** Gives back the parser's memory, which no garbage collector knows of. The document can still be used. */
  dispose(): void {
    this.#forgetTree();
  }

  #forgetTree(): void {
    this.#parserTree?.delete();
    this.#parserTree = undefined;
    this.#tree = undefined;
  }

  /** Positions outside the text mean its nearest ones, and a range that ends before it begins the other way round. */
  #replace(range: TextRange, text: string, version: number): void {
    const one = this.offsetAt(range.start);
    const other = this.offsetAt(range.end);
    const start = Math.min(one, other);
    const end = Math.max(one, other);
    this.#parserTree?.edit(this.#edit(start, end, text));
    const replaced = { start: this.positionAt(start), end: this.positionAt(end) };
    this.#text = TextDocument.update(this.#text, [{ range: replaced, text }], version);
  }

  #edit(startIndex: number, oldEndIndex: number, text: string): Edit {
    const startPosition = pointAfter({ row: 0, column: 0 }, this.text, 0, startIndex);
    return new Edit({
      startIndex,
      oldEndIndex,
      newEndIndex: startIndex + text.length,
      startPosition,
      oldEndPosition: pointAfter(startPosition, this.text, startIndex, oldEndIndex),
      newEndPosition: pointAfter(startPosition, text, 0, text.length),
    });
  }
}

/** Where a part of a text ends. For the parser only a line feed ends a line; editors know other ends besides. */
function pointAfter(from: Point, text: string, start: number, end: number): Point {
  let { row, column } = from;
  let lineStart = start - column;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
    row++;
    lineStart = at + 1;
  }
  column = end - lineStart;
  return { row, column };
}
