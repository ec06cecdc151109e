import { CompiledFrameworks } from './frameworks/compiled.ts';
import { frameworks } from './generated/frameworks.ts';
import { languages } from './generated/languages.ts';
import type { Language, LanguageFamily } from './languages/language.ts';
import { analyse, type FileAnalysis } from './responses/analysis.ts';
import { isWorthParsing, mayHoldResponses } from './responses/worthParsing.ts';
import { suppressionMark } from './rules/suppressions.ts';
import { SourceDocument } from './syntax/document.ts';
import { isLegible } from './syntax/legible.ts';
import { Grammars, type ReadGrammar } from './syntax/parser.ts';

/** A text that is being analysed, whoever holds it: an editor, the command line, a test. */
export interface AnalysedText {
  readonly language: Language;
  readonly document: SourceDocument;
  /** Absent where nothing in the text can be a response: it was not parsed. */
  readonly analysis: FileAnalysis | undefined;
}

/** False for texts with nothing in them that anything could be said about. Far cheaper than to parse them. */
export function mayBeAnalysed(text: string): boolean {
  return isLegible(text) && (mayHoldResponses(text) || text.includes(suppressionMark));
}

/** Reads texts in the languages it knows: loads grammars at their first use and keeps what frameworks compile to. */
export class Analyser {
  readonly #grammars: Grammars;
  readonly #compiled = new Map<LanguageFamily, CompiledFrameworks>();
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

  /** Analyses the present text of a document whose language is prepared. */
  analyse(language: Language, document: SourceDocument): AnalysedText {
    const { text } = document;
    const unread = { language, document, analysis: undefined };
    if (!mayBeAnalysed(text)) return unread;
    const compiled = this.#frameworks(language);
    const path = this.#pathOf(document.uri);
    if (!isWorthParsing(text, language, compiled, path) && !text.includes(suppressionMark)) return unread;
    return { language, document, analysis: analyse(language, document.tree(this.#grammars), compiled, path) };
  }

  #frameworks(language: Language): CompiledFrameworks {
    let compiled = this.#compiled.get(language.family);
    if (!compiled) {
      compiled = new CompiledFrameworks(language, this.#grammars, frameworks);
      this.#compiled.set(language.family, compiled);
    }
    return compiled;
  }

  #pathOf(uri: string): string {
    const root =
      this.#roots.find((each) => uri.startsWith(`${each}/`)) ?? /^[a-z][\w+.-]*:\/\/[^/]*/i.exec(uri)?.[0] ?? '';
    const path = uri.slice(root.length);
    try {
      return decodeURIComponent(path);
    } catch {
      return path;
    }
  }
}
