import { CompiledFrameworks } from './frameworks/compiled.ts';
import { frameworks } from './generated/frameworks.ts';
import { languages } from './generated/languages.ts';
import type { Language, LanguageFamily } from './languages/language.ts';
import { analyse, type FileAnalysis } from './responses/analysis.ts';
import type { Knowledge } from './responses/knowledge.ts';
import { isWorthParsing, mayHoldResponses } from './responses/worthParsing.ts';
import { suppressionMark } from './rules/suppressions.ts';
import { SourceDocument } from './syntax/document.ts';
import { isLegible } from './syntax/legible.ts';
import { Grammars, type ReadGrammar } from './syntax/parser.ts';
import { contentHash } from './workspace/contentHash.ts';
import { mayBeIndexed } from './workspace/mayBeIndexed.ts';
import { summarise } from './workspace/summarise.ts';
import { WorkspaceIndex } from './workspace/workspaceIndex.ts';

/** A text that is being analysed, whoever holds it: an editor, the command line, a test. */
export interface AnalysedText {
  readonly language: Language;
  readonly document: SourceDocument;
  /** Absent where nothing in the text can be a response: it was not parsed. */
  readonly analysis: FileAnalysis | undefined;
}

/** What reading a document for the index gave. */
export interface IndexedText {
  /** What it says to other files has changed. */
  readonly isNews: boolean;
  /** Absent where it says nothing, or nothing new. */
  readonly alone: FileAnalysis | undefined;
}

/** The modules a text imports, found without a parse. */
export function importsIn(language: Language, text: string): readonly string[] {
  return [...text.matchAll(language.importedModule)].flatMap((found) => found.slice(1).filter(Boolean));
}

/** False for texts with nothing in them that anything could be said about. Far cheaper than to parse them. */
export function mayBeAnalysed(text: string): boolean {
  return isLegible(text) && (mayHoldResponses(text) || text.includes(suppressionMark));
}

/** Reads texts in the languages it knows: loads grammars at their first use and keeps what frameworks compile to. */
export class Analyser {
  readonly #grammars: Grammars;
  readonly #compiled = new Map<LanguageFamily, CompiledFrameworks>();
  /** What the files of the workspace say to each other: as much of it as somebody has read. */
  readonly index = new WorkspaceIndex();
  #roots: readonly string[] = [];

  constructor(readGrammar: ReadGrammar) {
    this.#grammars = new Grammars(readGrammar);
  }

  /**
   * Says where projects begin, as URIs: what folders mean, `test` or `app`, they mean only below them. A project that
   * lies in somebody's `test` folder is no test.
   */
  set roots(uris: readonly string[]) {
    this.#roots = uris.map((uri) => uri.replace(/\/$/, '')).sort((one, other) => other.length - one.length);
  }

  languageOf(languageId: string): Language | undefined {
    return languages.find((language) => language.languageIds.includes(languageId));
  }

  languageOfPath(path: string): Language | undefined {
    return languages.find((language) => language.extensions.some((extension) => path.endsWith(extension)));
  }

  /** Loads what a language needs. */
  async prepare(language: Language): Promise<void> {
    await this.#grammars.load(language.grammar);
  }

  open(language: Language, uri: string, text: string, version = 0): SourceDocument {
    return new SourceDocument(uri, language.grammar, text, version);
  }

  /**
   * Analyses the present text of a document whose language is prepared, with what other files say of it. `alone` is the
   * analysis of the same document by itself: it does where the others say nothing.
   */
  analyse(language: Language, document: SourceDocument, alone?: FileAnalysis): AnalysedText {
    const { text } = document;
    const unread = { language, document, analysis: undefined };
    const knowledge = this.index.size > 0 ? this.index.knowledgeFor(pathOf(document.uri), language.family) : undefined;
    const isConcerned =
      knowledge !== undefined && isLegible(text) && isConcernedBy(knowledge, importsIn(language, text));
    if (!isConcerned && alone) return { language, document, analysis: alone };
    if (!isConcerned && !mayBeAnalysed(text)) return unread;
    const compiled = this.#frameworks(language);
    const path = this.#pathOf(document.uri);
    if (!isConcerned && !isWorthParsing(text, language, compiled, path) && !text.includes(suppressionMark))
      return unread;
    const tree = document.tree(this.#grammars);
    return { language, document, analysis: analyse(language, tree, compiled, path, knowledge) };
  }

  /** Reads what a document says to other files, whose language is prepared: by its own text alone. */
  addToIndex(language: Language, document: SourceDocument): IndexedText {
    const { uri, text } = document;
    const path = pathOf(uri);
    if (!this.#isWorthIndexing(language, document)) return { isNews: this.index.remove(path), alone: undefined };
    const hash = contentHash(text);
    if (this.index.file(path)?.hash === hash) return { isNews: false, alone: undefined };
    const alone = analyse(language, document.tree(this.#grammars), this.#frameworks(language), this.#pathOf(uri));
    const isNews = this.index.update({ path, family: language.family, hash, summary: summarise(alone) });
    return { isNews, alone };
  }

  #isWorthIndexing(language: Language, { uri, text }: SourceDocument): boolean {
    if (!isLegible(text)) return false;
    if (mayBeIndexed(text)) return true;
    return (
      mayHoldResponses(text) && isWorthParsing(text, language, this.#frameworks(language), this.#pathOf(uri), 'index')
    );
  }

  /** True when other files say something about what a file of these imports answers. */
  isConcerned(language: Language, uri: string, imports: readonly string[]): boolean {
    return isConcernedBy(this.index.knowledgeFor(pathOf(uri), language.family), imports);
  }

  /** Forgets a file that is no more. */
  removeFromIndex(uri: string): boolean {
    return this.index.remove(pathOf(uri));
  }

  #frameworks(language: Language): CompiledFrameworks {
    let compiled = this.#compiled.get(language.family);
    if (!compiled) {
      compiled = new CompiledFrameworks(language, this.#grammars, frameworks);
      this.#compiled.set(language.family, compiled);
    }
    return compiled;
  }

  /** Below the root it lies in. */
  #pathOf(uri: string): string {
    const root = this.#roots.find((each) => uri.startsWith(`${each}/`));
    return root === undefined ? pathOf(uri) : decoded(uri.slice(root.length));
  }
}

function isConcernedBy(knowledge: Knowledge, imports: readonly string[]): boolean {
  return knowledge.isReachedFromElsewhere || imports.some((source) => knowledge.tellsOf(source));
}

function pathOf(uri: string): string {
  return decoded(uri.replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, ''));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
