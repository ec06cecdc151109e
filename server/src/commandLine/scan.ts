import { sep } from 'node:path';
import { cwd } from 'node:process';
import { pathToFileURL } from 'node:url';
import { type AnalysedText, Analyser, importsIn } from '../analyser.ts';
import { ConfigurationFiles } from '../configuration/configurationFiles.ts';
import type { Language } from '../languages/language.ts';
import { readGrammarFile } from '../node/grammarFiles.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { mayBeIndexed } from '../workspace/mayBeIndexed.ts';
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

export interface ScanListener {
  /** Told before each file. */
  readonly onFile?: (path: string, index: number) => void;
  /** Told of a file that cannot be read or analysed; the others go on. */
  readonly onFailure: (path: string, error: unknown) => void;
}

export interface ScanOptions {
  /** Files are given out when all have been read, so that none is given out twice. */
  readonly onlyOnce?: boolean;
  /** The files that are given out. The others are read for what they say to those. */
  readonly isWanted?: ReadonlySet<string>;
}

/** What is kept of a file that has been read for what it says to others. */
interface ReadFile {
  readonly path: string;
  readonly language: Language;
  readonly uri: string;
  readonly imports: readonly string[];
  /** False where only other files could make it one. */
  readonly isOfInterest: boolean;
}

/** Reads files, each only as far as it is of interest. */
export class Scan {
  readonly analyser = new Analyser(readGrammarFile);
  readonly configurationFiles = new ConfigurationFiles(
    async (path) => readIfThere(path),
    (source) => this.analyser.readProjectPattern(source),
  );
  readonly #prepared = new Set<Language>();

  /** The files that paths and patterns mean. */
  async find(paths: readonly string[], failures: Failures): Promise<readonly string[]> {
    const isRead = (path: string): boolean => this.analyser.languageOfPath(path) !== undefined;
    const { files, roots, missing } = await findFiles(paths, cwd(), isRead);
    for (const path of missing) failures.say(`${path}: There is no such file.`);
    this.analyser.roots = [...roots, cwd()].map((root) => pathToFileURL(root).href);
    this.analyser.index.aliases = aliasesAround(files, roots);
    return files;
  }

  /**
   * Analyses files one by one: first each by itself, then once more those of which others turn out to say something.
   * What is given out last of a file counts, and can be used until the next one is asked for.
   */
  async *files(
    paths: readonly string[],
    { onFile, onFailure }: ScanListener,
    { onlyOnce = false, isWanted }: ScanOptions = {},
  ): AsyncGenerator<ScannedFile> {
    const read: ReadFile[] = [];
    for (const [index, path] of paths.entries()) {
      onFile?.(path, index);
      const isGivenOut = isWanted?.has(path) ?? true;
      let first: { readonly file: ReadFile; readonly scanned: ScannedFile | undefined } | undefined;
      try {
        first = await this.#read(path, isGivenOut);
      } catch (error) {
        onFailure(path, error);
      }
      if (!first) continue;
      const { file, scanned } = first;
      if (isGivenOut) read.push(file);
      if (scanned) yield* isGivenOut && !onlyOnce ? lent(scanned) : dispose(scanned);
    }
    for (const { path, language, uri, imports, isOfInterest } of read) {
      const isDue = (onlyOnce && isOfInterest) || this.analyser.isConcerned(language, uri, imports);
      const scanned = isDue ? await this.#again(path, language, onFailure) : undefined;
      if (scanned) yield* lent(scanned);
    }
  }

  /**
   * Reads a file for what it says to others, and analyses it by itself if it is to be given out; undefined where nothing
   * can concern it.
   */
  async #read(
    path: string,
    isGivenOut: boolean,
  ): Promise<{ file: ReadFile; scanned: ScannedFile | undefined } | undefined> {
    const language = this.analyser.languageOfPath(path);
    if (!language) throw new Error('It is written in a language that is not read.');
    const read = readText(path);
    if (!read) return undefined;
    const { text, marked } = read;
    const uri = pathToFileURL(path).href;
    await this.readProject(path);
    const file: ReadFile = {
      path,
      language,
      uri,
      imports: importsIn(language, text),
      isOfInterest: this.analyser.mayBeAnalysed(uri, text),
    };
    if (!file.isOfInterest && !mayBeIndexed(text)) {
      return file.imports.length > 0 ? { file, scanned: undefined } : undefined;
    }
    await this.#prepare(language);
    const document = this.analyser.open(language, uri, text);
    const { alone, isSilent } = this.analyser.addToIndex(language, document);
    const isAsked = file.isOfInterest && isGivenOut && !isSilent;
    const analysis = isAsked ? (alone ?? this.analyser.analyse(language, document).analysis) : undefined;
    if (analysis) return { file, scanned: { language, document, analysis, path, marked } };
    document.dispose();
    return { file, scanned: undefined };
  }

  async #again(
    path: string,
    language: Language,
    onFailure: ScanListener['onFailure'],
  ): Promise<ScannedFile | undefined> {
    try {
      await this.#prepare(language);
      const read = readText(path);
      return read && (await this.text(path, language, read.text, read.marked));
    } catch (error) {
      onFailure(path, error);
      return undefined;
    }
  }

  /** What the project of a file says of its own code. */
  async readProject(path: string): Promise<void> {
    const found = await this.configurationFiles.of(path.replaceAll(sep, '/'), '');
    if (found) this.analyser.projectPatterns.set(pathToFileURL(`${found.folder}/`).href, found.patterns);
  }

  async #prepare(language: Language): Promise<void> {
    if (this.#prepared.has(language)) return;
    await this.analyser.prepare(language);
    this.#prepared.add(language);
  }

  /** Analyses a text that stands, or would stand, at a path. */
  async text(path: string, language: Language, text: string, marked = false): Promise<ScannedFile | undefined> {
    const uri = pathToFileURL(path).href;
    await this.readProject(path);
    if (!this.#prepared.has(language)) {
      if (!this.analyser.mayBeAnalysed(uri, text)) return undefined;
      await this.#prepare(language);
    }
    const document = this.analyser.open(language, uri, text);
    const analysed = this.analyser.analyse(language, document);
    return analysed.analysis && { ...analysed, analysis: analysed.analysis, path, marked };
  }
}

function* lent(scanned: ScannedFile): Generator<ScannedFile> {
  try {
    yield scanned;
  } finally {
    scanned.document.dispose();
  }
}

function dispose({ document }: ScannedFile): readonly ScannedFile[] {
  document.dispose();
  return [];
}
