import { CompiledFrameworks } from './frameworks/compiled.ts';
import { isModule } from './frameworks/framework.ts';
import { PatternsOfProjects } from './frameworks/patternsOfProjects.ts';
import { type ProjectPattern, projectFramework, readProjectPattern } from './frameworks/projectPatterns.ts';
import { frameworks } from './generated/frameworks.ts';
import { languages } from './generated/languages.ts';
import type { Language, LanguageFamily } from './languages/language.ts';
import { analyse, type FileAnalysis } from './responses/analysis.ts';
import { isWorthParsing, mayHoldResponses } from './responses/candidates/worthParsing.ts';
import { type Knowledge, ownPackage } from './responses/knowledge.ts';
import { suppressionMark } from './rules/suppressions.ts';
import { SourceDocument } from './syntax/document.ts';
import { isLegible } from './syntax/legible.ts';
import type { SyntaxTree } from './syntax/node.ts';
import { Grammars, type ReadGrammar } from './syntax/parser.ts';
import { decoded, pathOf } from './workspace/addresses.ts';
import { contentHash } from './workspace/contentHash.ts';
import { mayBeIndexed } from './workspace/mayBeIndexed.ts';
import type { RememberedSummaries } from './workspace/rememberedSummaries.ts';
import { summarise } from './workspace/summarise.ts';
import { WorkspaceIndex } from './workspace/workspaceIndex.ts';

/** A text that is being analysed, whoever holds it: an editor, the command line, a test. */
export interface AnalysedText {
  readonly language: Language;
  readonly document: SourceDocument;
  /** Absent where nothing in the text can be a response: it was not parsed. */
  readonly analysis: FileAnalysis | undefined;
}

/** A text in the place of another, from `start` to `end`. */
export interface Supposition {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A document that was parsed. Good until its text changes. */
export interface ReadDocument {
  readonly tree: SyntaxTree;
  /** What is known of it when a part of its tree is all that is looked at. */
  readonly analyse: (part: SyntaxTree) => FileAnalysis;
}

/** What reading a document for the index gave. */
export interface IndexedText {
  /** What it says to other files has changed. */
  readonly isNews: boolean;
  /** Absent where it says nothing, or nothing new. */
  readonly alone: FileAnalysis | undefined;
  /** Nothing in it is worth a parse: by itself it has no answers either. */
  readonly isSilent?: boolean;
}

/** The modules a text imports, found without a parse. */
export function importsIn(language: Language, text: string): readonly string[] {
  const imported = [...text.matchAll(language.importedModule)].flatMap((found) => found.slice(1).filter(Boolean));
  return language.sharesFolder ? [...imported, ownPackage] : imported;
}

/** Reads texts in the languages it knows: loads grammars at their first use and keeps what frameworks compile to. */
export class Analyser {
  readonly #grammars: Grammars;
  readonly #compiled = new WeakMap<readonly ProjectPattern[], Map<LanguageFamily, CompiledFrameworks>>();
  /** What projects say of their own code: as much of it as somebody has read. */
  readonly projectPatterns = new PatternsOfProjects();
  /** What the files of the workspace say to each other: as much of it as somebody has read. */
  readonly index = new WorkspaceIndex();
  /** What files said at an earlier start, where somebody keeps that. */
  remembered: RememberedSummaries | undefined;
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

  /** What a project wrote as a pattern, in each family that it is one in. */
  async readProjectPattern(written: string): Promise<readonly ProjectPattern[]> {
    const byFamily = new Map(languages.toReversed().map((language) => [language.family, language]));
    await Promise.all([...byFamily.values()].map((language) => this.prepare(language)));
    return [...byFamily.values()].flatMap((language) => readProjectPattern(language, this.#grammars, written) ?? []);
  }

  /** False for texts with nothing in them that anything could be said about. Far cheaper than to parse them. */
  mayBeAnalysed(uri: string, text: string): boolean {
    return isLegible(text) && (this.#mayHoldResponses(uri, text) || text.includes(suppressionMark));
  }

  open(language: Language, uri: string, text: string, version = 0): SourceDocument {
    return new SourceDocument(uri, language.grammar, text, version);
  }

  /**
   * Analyses the present text of a document whose language is prepared, with what other files say of it. `alone` is the
   * analysis of the same document by itself: it does where the others say nothing.
   */
  analyse(language: Language, document: SourceDocument, alone?: FileAnalysis): AnalysedText {
    const told = this.#toldTo(language, document);
    return { language, document, analysis: this.#read(language, document, told, alone)?.() };
  }

  /** Analyses the present text of a document whose language is prepared as if there were no other files. */
  analyseAlone(language: Language, document: SourceDocument): AnalysedText {
    return { language, document, analysis: this.#read(language, document, undefined)?.() };
  }

  /** Parses the present text of a document; undefined where nothing in it is worth that. */
  read(language: Language, document: SourceDocument): ReadDocument | undefined {
    const analyseTree = this.#read(language, document, this.#toldTo(language, document));
    return analyseTree && { tree: document.tree(this.#grammars), analyse: analyseTree };
  }

  /** What other files say to a document; absent where that is nothing. */
  #toldTo(language: Language, { uri, text }: SourceDocument): Knowledge | undefined {
    if (this.index.size === 0 || !isLegible(text)) return undefined;
    const knowledge = this.index.knowledgeFor(pathOf(uri), language.family);
    // what is given by itself and what is given beside others that say nothing must be the same
    return isConcernedBy(knowledge, uri, importsIn(language, text)) ? knowledge : undefined;
  }

  /** A way to analyse a document, as a whole or in part. */
  #read(
    language: Language,
    document: SourceDocument,
    told: Knowledge | undefined,
    alone?: FileAnalysis,
  ): ((part?: SyntaxTree) => FileAnalysis) | undefined {
    const { uri, text } = document;
    if (!told && alone) return () => alone;
    if (!told && !this.mayBeAnalysed(uri, text)) return undefined;
    const compiled = this.#frameworks(language, uri);
    const path = this.#pathOf(uri);
    if (!told && !isWorthParsing(text, language, compiled, path) && !text.includes(suppressionMark)) return undefined;
    return (part = document.tree(this.#grammars)) => analyse(language, part, compiled, path, told);
  }

  /** What a look at a document shows when the text from `start` to `end` is replaced. Nodes must not leave the look. */
  supposing<Result>(
    language: Language,
    document: SourceDocument,
    { start, end, text }: Supposition,
    look: (analysed: AnalysedText) => Result,
  ): Result {
    const supposed = document.edited(start, end, text);
    try {
      return look(this.analyse(language, supposed));
    } finally {
      supposed.dispose();
    }
  }

  /** What a look at a document shows when its whole text is another. Nodes must not leave the look. */
  supposingText<Result>(
    language: Language,
    { uri, version }: SourceDocument,
    text: string,
    look: (analysed: AnalysedText) => Result,
  ): Result {
    const supposed = this.open(language, uri, text, version);
    try {
      return look(this.analyse(language, supposed));
    } finally {
      supposed.dispose();
    }
  }

  /** Reads what a document says to other files, whose language is prepared: by its own text alone. */
  addToIndex(language: Language, document: SourceDocument): IndexedText {
    const { uri, text } = document;
    const path = pathOf(uri);
    const { family } = language;
    const hashed = once(() =>
      contentHash(`${this.#pathOf(uri)}\n${text}${this.projectPatterns.of(uri).map(({ source }) => source)}`),
    );
    const remembered = isLegible(text) ? this.remembered?.recall(path, hashed()) : null;
    if (remembered) {
      const isNews = this.index.update({ path, family, hash: hashed(), summary: remembered });
      return { isNews, alone: undefined };
    }
    if (remembered === null || !this.#isWorthIndexing(language, document)) {
      if (remembered === undefined) this.remembered?.keep(path, hashed(), null);
      return { isNews: this.index.remove(path), alone: undefined, isSilent: !text.includes(suppressionMark) };
    }
    const hash = hashed();
    if (this.index.file(path)?.hash === hash) return { isNews: false, alone: undefined };
    const alone = analyse(language, document.tree(this.#grammars), this.#frameworks(language, uri), this.#pathOf(uri));
    const summary = summarise(alone);
    this.remembered?.keep(path, hash, summary);
    return { isNews: this.index.update({ path, family, hash, summary }), alone };
  }

  #isWorthIndexing(language: Language, { uri, text }: SourceDocument): boolean {
    if (!isLegible(text)) return false;
    if (mayBeIndexed(text)) return true;
    const compiled = this.#frameworks(language, uri);
    return this.#mayHoldResponses(uri, text) && isWorthParsing(text, language, compiled, this.#pathOf(uri), 'index');
  }

  /** True when other files say something about what a file of these imports answers. */
  isConcerned(language: Language, uri: string, imports: readonly string[]): boolean {
    return isConcernedBy(this.index.knowledgeFor(pathOf(uri), language.family), uri, imports);
  }

  /** True of a file that says something, to others or to clients. */
  isIndexed(uri: string): boolean {
    return this.index.file(pathOf(uri)) !== undefined;
  }

  /** Forgets a file that is no more. */
  removeFromIndex(uri: string): boolean {
    return this.index.remove(pathOf(uri));
  }

  #mayHoldResponses(uri: string, text: string): boolean {
    return mayHoldResponses(text) || this.projectPatterns.of(uri).some(({ word }) => text.includes(word));
  }

  /** Those of the project first, then those that everybody knows. */
  #frameworks(language: Language, uri: string): CompiledFrameworks {
    const patterns = this.projectPatterns.of(uri);
    const { family } = language;
    const ofFamilies = this.#compiled.get(patterns) ?? new Map<LanguageFamily, CompiledFrameworks>();
    this.#compiled.set(patterns, ofFamilies);
    let compiled = ofFamilies.get(family);
    if (!compiled) {
      const own = patterns.length > 0 ? [projectFramework(family, patterns)] : [];
      compiled = new CompiledFrameworks(language, this.#grammars, [...own, ...frameworks]);
      ofFamilies.set(family, compiled);
    }
    return compiled;
  }

  /** Below the root it lies in. */
  #pathOf(uri: string): string {
    const root = this.#roots.find((each) => uri.startsWith(`${each}/`));
    return root === undefined ? pathOf(uri) : decoded(uri.slice(root.length));
  }
}

function once<Result>(work: () => Result): () => Result {
  let result: { readonly value: Result } | undefined;
  return () => {
    result ??= { value: work() };
    return result.value;
  };
}

function isConcernedBy(knowledge: Knowledge, uri: string, imports: readonly string[]): boolean {
  return (
    knowledge.isReachedFromElsewhere ||
    knowledge.isHandedKeys ||
    imports.some((source) => knowledge.tellsOf(source)) ||
    knowledge.errorWriters.some((writer) => isUsedBy(writer.framework, uri, imports))
  );
}

/** What writes the errors of a framework concerns every file that may raise some; Nitro's handlers import nothing. */
function isUsedBy(name: string, uri: string, imports: readonly string[]): boolean {
  const framework = frameworks.find((each) => each.name === name);
  if (!framework) return false;
  return (
    imports.some((source) => framework.imports.some((listed) => isModule(listed, source))) ||
    (framework.routeFiles?.some(({ path }) => path.test(uri)) ?? false)
  );
}
