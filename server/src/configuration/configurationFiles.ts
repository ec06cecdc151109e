import ignore, { type Ignore } from 'ignore';
import type { ProjectPattern } from '../frameworks/projectPatterns.ts';
import { t } from '../localisation.ts';
import {
  type ConfigurationFile,
  type ConfigurationProblem,
  configurationFileName,
  readConfigurationFile,
} from './configurationFile.ts';

/** The text of a file, undefined where there is none. */
export type ReadText = (path: string) => Promise<string | undefined>;

/** What a text is as a pattern, in each family of languages that can read it. */
export type ReadPattern = (source: string) => Promise<readonly ProjectPattern[]>;

/** A configuration file that applies to the files of its folder and below. */
export interface FoundConfiguration {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly file: ConfigurationFile;
  readonly patterns: readonly ProjectPattern[];
  /** Whether nothing is to be reported in a file below the folder. */
  readonly ignores: (path: string) => boolean;
}

/** Finds the nearest configuration file for paths or URIs, with `/` between their parts. Looks once into each folder. */
export class ConfigurationFiles {
  readonly #read: ReadText;
  readonly #readPattern: ReadPattern;
  readonly #byFolder = new Map<string, Promise<FoundConfiguration | undefined>>();

  constructor(read: ReadText, readPattern: ReadPattern) {
    this.#read = read;
    this.#readPattern = readPattern;
  }

  /** The nearest file from the path's folder upwards, not above `root`. */
  of(path: string, root: string): Promise<FoundConfiguration | undefined> {
    return this.#in(parentOf(path), root.replace(/\/$/, ''));
  }

  /** Those that have been found by now, each once. */
  async all(): Promise<ReadonlySet<FoundConfiguration>> {
    const found = await Promise.all(this.#byFolder.values());
    return new Set(found.flatMap((each) => each ?? []));
  }

  forget(): void {
    this.#byFolder.clear();
  }

  #in(folder: string | undefined, root: string): Promise<FoundConfiguration | undefined> {
    if (folder === undefined || !(folder === root || folder.startsWith(`${root}/`))) return Promise.resolve(undefined);
    let found = this.#byFolder.get(folder);
    if (!found) {
      found = this.#look(folder, root);
      this.#byFolder.set(folder, found);
    }
    return found;
  }

  async #look(folder: string, root: string): Promise<FoundConfiguration | undefined> {
    const path = `${folder}/${configurationFileName}`;
    const text = await this.#read(path);
    if (text === undefined) return this.#in(parentOf(folder), root);
    const file = readConfigurationFile(text);
    const { patterns, problems } = await this.#patternsIn(file);
    return {
      path,
      folder,
      text,
      file: { ...file, problems: [...file.problems, ...problems] },
      patterns,
      ignores: ignoring(folder, file.ignore),
    };
  }

  async #patternsIn({ status }: ConfigurationFile) {
    const patterns: ProjectPattern[] = [];
    const problems: ConfigurationProblem[] = [];
    for (const { source, start, end } of status) {
      const read = await this.#readPattern(source);
      patterns.push(...read);
      if (read.length > 0) continue;
      const message = t('This is no call in a language that is read.');
      problems.push({ message, isInSchema: false, start, end });
    }
    return { patterns, problems };
  }
}

function ignoring(folder: string, patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  const matcher: Ignore = ignore().add([...patterns]);
  return (path) => {
    const relative = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : '';
    return ignore.isPathValid(relative) && matcher.ignores(relative);
  };
}

function parentOf(path: string): string | undefined {
  const end = path.lastIndexOf('/');
  return end < 0 ? undefined : path.slice(0, end);
}
