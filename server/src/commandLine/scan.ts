import { cwd } from 'node:process';
import { pathToFileURL } from 'node:url';
import { type AnalysedText, Analyser, mayBeAnalysed } from '../analyser.ts';
import type { Language } from '../languages/language.ts';
import { readGrammarFile } from '../node/grammarFiles.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { Failures } from './failures.ts';
import { findFiles } from './findFiles.ts';
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

/** Reads files, each only as far as it is of interest. */
export class Scan {
  readonly analyser = new Analyser(readGrammarFile);
  readonly #prepared = new Set<Language>();

  /** The files that paths and patterns mean. */
  async find(paths: readonly string[], failures: Failures): Promise<readonly string[]> {
    const isRead = (path: string): boolean => this.analyser.languageOfPath(path) !== undefined;
    const { files, roots, missing } = await findFiles(paths, cwd(), isRead);
    for (const path of missing) failures.say(`${path}: There is no such file.`);
    this.analyser.roots = [...roots, cwd()].map((root) => pathToFileURL(root).href);
    return files;
  }

  /** Analyses files one by one. What is given out can be used until the next one is asked for. */
  async *files(paths: readonly string[], { onFile, onFailure }: ScanListener): AsyncGenerator<ScannedFile> {
    for (const [index, path] of paths.entries()) {
      onFile?.(path, index);
      let scanned: ScannedFile | undefined;
      try {
        const language = this.analyser.languageOfPath(path);
        if (!language) throw new Error('It is written in a language that is not read.');
        const file = readText(path);
        scanned = file && (await this.text(path, language, file.text, file.marked));
      } catch (error) {
        onFailure(path, error);
      }
      if (!scanned) continue;
      try {
        yield scanned;
      } finally {
        scanned.document.dispose();
      }
    }
  }

  /** Analyses a text that stands, or would stand, at a path. */
  async text(path: string, language: Language, text: string, marked = false): Promise<ScannedFile | undefined> {
    if (!this.#prepared.has(language)) {
      if (!mayBeAnalysed(text)) return undefined;
      await this.analyser.prepare(language);
      this.#prepared.add(language);
    }
    const document = this.analyser.open(language, pathToFileURL(path).href, text);
    const analysed = this.analyser.analyse(language, document);
    return analysed.analysis && { ...analysed, analysis: analysed.analysis, path, marked };
  }
}
