import { Language, Parser, type Tree } from 'web-tree-sitter';

/** Gives the bytes of a file by its name, e.g. `tree-sitter-typescript.wasm`: from disk, over a URI, out of a test. */
export type ReadGrammar = (fileName: string) => Promise<Uint8Array>;

/** The grammars that have been loaded, each at its first use. */
export class Grammars {
  readonly #read: ReadGrammar;
  readonly #loading = new Map<string, Promise<void>>();
  readonly #parsers = new Map<string, Parser>();
  #runtime: Promise<void> | undefined;

  constructor(read: ReadGrammar) {
    this.#read = read;
  }

  /** Resolves when texts of that grammar can be parsed. Rejects when its file cannot be read. */
  load(grammar: string): Promise<void> {
    let loading = this.#loading.get(grammar);
    if (!loading) {
      loading = this.#load(grammar);
      this.#loading.set(grammar, loading);
    }
    return loading;
  }

  isLoaded(grammar: string): boolean {
    return this.#parsers.has(grammar);
  }

  /** Parses a text, reusing what an edited earlier tree of it still says. Throws when the grammar was not loaded. */
  parse(grammar: string, text: string, earlier?: Tree): Tree {
    const parser = this.#parsers.get(grammar);
    if (!parser) throw new Error(`The grammar ${grammar} is not loaded`);
    const tree = parser.parse(text, earlier ?? null);
    if (!tree) throw new Error(`The grammar ${grammar} gave no tree`);
    return tree;
  }

  async #load(grammar: string): Promise<void> {
    this.#runtime ??= this.#read('web-tree-sitter.wasm').then((wasmBinary) => Parser.init({ wasmBinary }));
    await this.#runtime;
    const language = await Language.load(await this.#read(`tree-sitter-${grammar}.wasm`));
    this.#parsers.set(grammar, new Parser().setLanguage(language));
  }
}
