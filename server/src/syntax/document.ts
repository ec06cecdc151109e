import { TextDocument } from 'vscode-languageserver-textdocument';
import { Edit, type Tree } from 'web-tree-sitter';
import { SyntaxTree } from './node.ts';
import type { Grammars } from './parser.ts';

/** A change of text as an editor sends it. Without a range it replaces everything. */
export interface TextChange {
  readonly range?: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
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

  offsetAt(position: { readonly line: number; readonly character: number }): number {
    return this.#text.offsetAt(position);
  }

  positionAt(offset: number): { line: number; character: number } {
    return this.#text.positionAt(offset);
  }

  update(changes: readonly TextChange[], version: number): void {
    for (const change of changes) {
      if (change.range && this.#parserTree) this.#parserTree.edit(this.#edit(change.range, change.text));
      else this.#forgetTree();
      this.#text = TextDocument.update(this.#text, [change as { text: string }], version);
    }
    this.#tree = undefined;
  }

  /** The tree of the present text. The document's grammar must be loaded. */
  tree(grammars: Grammars): SyntaxTree {
    if (!this.#tree) {
      const earlier = this.#parserTree;
      this.#parserTree = grammars.parse(this.grammar, this.text, earlier);
      earlier?.delete();
      this.#tree = new SyntaxTree(this.text, this.#parserTree.rootNode);
    }
    return this.#tree;
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

  #edit(range: NonNullable<TextChange['range']>, text: string): Edit {
    const start = this.offsetAt(range.start);
    const end = Math.max(start, this.offsetAt(range.end));
    const lines = text.split(/\r\n|\r|\n/);
    const last = lines.at(-1) ?? '';
    const from = this.positionAt(start);
    const to = this.positionAt(end);
    const newEnd =
      lines.length === 1
        ? { row: from.line, column: from.character + last.length }
        : { row: from.line + lines.length - 1, column: last.length };
    return new Edit({
      startIndex: start,
      oldEndIndex: end,
      newEndIndex: start + text.length,
      startPosition: { row: from.line, column: from.character },
      oldEndPosition: { row: to.line, column: to.character },
      newEndPosition: newEnd,
    });
  }
}
