import { sep } from 'node:path';
import { cwd } from 'node:process';
import { pathToFileURL } from 'node:url';
import { type AnalysedText, Analyser, importsIn } from '../analyser.ts';
import { ConfigurationFiles, type FoundConfiguration } from '../configuration/configurationFiles.ts';
import type { Language } from '../languages/language.ts';
import { readGrammarFile } from '../node/grammarFiles.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { pathOf } from '../workspace/addresses.ts';
import { contentHash } from '../workspace/contentHash.ts';
import { mayBeIndexed } from '../workspace/mayBeIndexed.ts';
import type { PathAliases } from '../workspace/modules.ts';
import type { IndexedFile } from '../workspace/workspaceIndex.ts';
import { aliasesAround } from './aliases.ts';
import type { Failures } from './failures.ts';
import { findFiles } from './findFiles.ts';
import { readIfThere } from './readIfThere.ts';
import { readText } from './readText.ts';

/** A file in which there may be responses. */
export interface ScannedFile extends AnalysedText {
  readonly path: string;
  readonly analysis: FileAnalysis;
  /** A byte order mark stands before the text. */
  readonly marked: boolean;
}

/** What is kept of a file that has been read for what it says to others: plain data. */
export interface ReadFile {
  readonly path: string;
  readonly imports: readonly string[];
  /** False where only other files could make it one. */
  readonly isOfInterest: boolean;
  /** What it says to others; absent where that is nothing. */
  readonly indexed?: IndexedFile;
  /** A name for what it says: the same where that is. */
  readonly said?: string;
}

/** Where files stand: what paths and names of modules mean there. */
export interface Surroundings {
  /** Where projects begin, as URIs. */
  readonly roots: readonly string[];
  readonly aliases: readonly PathAliases[];
}

/** Reads files, each only as far as it is of interest. */
export class Scan {
  readonly analyser = new Analyser(readGrammarFile);
  readonly configurationFiles = new ConfigurationFiles(
    async (path) => readIfThere(path),
    (source) => this.analyser.readProjectPattern(source),
  );
  readonly #prepared = new Set<Language>();
  #surroundings: Surroundings = { roots: [], aliases: [] };

  get surroundings(): Surroundings {
    return this.#surroundings;
  }

  set surroundings(surroundings: Surroundings) {
    this.#surroundings = surroundings;
    this.analyser.roots = surroundings.roots;
    this.analyser.index.aliases = surroundings.aliases;
  }

  /** The files that paths and patterns mean. */
  async find(paths: readonly string[], failures: Failures): Promise<readonly string[]> {
    const isRead = (path: string): boolean => this.analyser.languageOfPath(path) !== undefined;
    const { files, roots, missing } = await findFiles(paths, cwd(), isRead);
    for (const path of missing) failures.say(`${path}: There is no such file.`);
    this.surroundings = {
      roots: [...roots, cwd()].map((root) => pathToFileURL(root).href),
      aliases: aliasesAround(files),
    };
    return files;
  }

  /**
   * Reads a file for what it says to others, and hands it to `look`, where there may be responses, as it is by itself.
   * Gives undefined where nothing can concern it.
   */
  async read(path: string, look?: (scanned: ScannedFile) => Promise<void>): Promise<ReadFile | undefined> {
    const language = this.#languageOf(path);
    const read = readText(path);
    if (!read) return undefined;
    const { text, marked } = read;
    const uri = pathToFileURL(path).href;
    await this.readProject(path);
    const imports = importsIn(language, text);
    const isOfInterest = this.analyser.mayBeAnalysed(uri, text);
    const file: ReadFile = { path, imports, isOfInterest };
    if (!isOfInterest && !mayBeIndexed(text)) return imports.length > 0 ? file : undefined;
    await this.#prepare(language);
    const document = this.analyser.open(language, uri, text);
    try {
      const { alone, isSilent } = this.analyser.addToIndex(language, document);
      if (look && isOfInterest && !isSilent) {
        const analysis = alone ?? this.analyser.analyseAlone(language, document).analysis;
        if (analysis) await look({ language, document, analysis, path, marked });
      }
    } finally {
      document.dispose();
    }
    const indexed = this.analyser.index.file(pathOf(uri));
    return indexed ? { ...file, indexed, said: contentHash(JSON.stringify(indexed.summary)) } : file;
  }

  /** True when other files say something about what a file answers. */
  isConcerned({ path, imports }: ReadFile): boolean {
    return this.analyser.isConcerned(this.#languageOf(path), pathToFileURL(path).href, imports);
  }

  /** Takes what files say to each other from what was read of them, wherever that was. */
  know(read: readonly ReadFile[]): void {
    const { index } = this.analyser;
    index.clear();
    for (const { indexed } of read) if (indexed) index.update(indexed);
  }

  /** Hands a file to `look` once more, where there may be responses, with what the others say of it. */
  async readAgain(path: string, look: (scanned: ScannedFile) => Promise<void>): Promise<void> {
    const language = this.#languageOf(path);
    await this.#prepare(language);
    const read = readText(path);
    if (read) await this.text(path, language, read.text, look, read.marked);
  }

  /** Hands a text to `look` that stands, or would stand, at a path; not where nothing in it can be a response. */
  async text(
    path: string,
    language: Language,
    text: string,
    look: (scanned: ScannedFile) => Promise<void>,
    marked = false,
  ): Promise<void> {
    const uri = pathToFileURL(path).href;
    await this.readProject(path);
    if (!this.#prepared.has(language)) {
      if (!this.analyser.mayBeAnalysed(uri, text)) return;
      await this.#prepare(language);
    }
    const document = this.analyser.open(language, uri, text);
    try {
      const { analysis } = this.analyser.analyse(language, document);
      if (analysis) await look({ language, document, analysis, path, marked });
    } finally {
      document.dispose();
    }
  }

  /** What the project of a file says of its own code, and how it is to be judged. */
  async readProject(path: string): Promise<FoundConfiguration | undefined> {
    const found = await this.configurationFiles.of(path.replaceAll(sep, '/'), '');
    if (found) this.analyser.projectPatterns.set(pathToFileURL(`${found.folder}/`).href, found.patterns);
    return found;
  }

  #languageOf(path: string): Language {
    const language = this.analyser.languageOfPath(path);
    if (!language) throw new Error('It is written in a language that is not read.');
    return language;
  }

  async #prepare(language: Language): Promise<void> {
    if (this.#prepared.has(language)) return;
    await this.analyser.prepare(language);
    this.#prepared.add(language);
  }
}
