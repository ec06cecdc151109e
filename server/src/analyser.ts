import { CompiledFrameworks } from './frameworks/compiled.ts';
import { frameworks } from './generated/frameworks.ts';
import { languages } from './generated/languages.ts';
import type { Language, LanguageFamily } from './languages/language.ts';
import { analyse, type FileAnalysis } from './responses/analysis.ts';
import { mayHoldResponses } from './responses/candidates.ts';
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

/** Reads texts in the languages it knows: loads grammars at their first use and keeps what frameworks compile to. */
export class Analyser {
  readonly #grammars: Grammars;
  readonly #compiled = new Map<LanguageFamily, CompiledFrameworks>();

  constructor(readGrammar: ReadGrammar) {
    this.#grammars = new Grammars(readGrammar);
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
    if (!isLegible(text) || !(mayHoldResponses(text) || text.includes(suppressionMark)))
      return { language, document, analysis: undefined };
    const tree = document.tree(this.#grammars);
    const analysis = analyse(language, tree, this.#frameworks(language), pathOf(document.uri));
    return { language, document, analysis };
  }

  #frameworks(language: Language): CompiledFrameworks {
    let compiled = this.#compiled.get(language.family);
    if (!compiled) {
      compiled = new CompiledFrameworks(language, this.#grammars, frameworks);
      this.#compiled.set(language.family, compiled);
    }
    return compiled;
  }
}

function pathOf(uri: string): string {
  const path = uri.replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
