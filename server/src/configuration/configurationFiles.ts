import ignore, { type Ignore } from 'ignore';
import { type ConfigurationFile, configurationFileName, readConfigurationFile } from './configurationFile.ts';

/** The text of a file, undefined where there is none. */
export type ReadText = (path: string) => Promise<string | undefined>;

/** A configuration file that applies to the files of its folder and below. */
export interface FoundConfiguration {
  readonly path: string;
  readonly text: string;
  readonly file: ConfigurationFile;
  /** Whether nothing is to be reported in a file below the folder. */
  readonly ignores: (path: string) => boolean;
}

/** Finds the nearest configuration file for paths or URIs, with `/` between their parts. Looks once into each folder. */
export class ConfigurationFiles {
  readonly #read: ReadText;
  readonly #byFolder = new Map<string, Promise<FoundConfiguration | undefined>>();

  constructor(read: ReadText) {
    this.#read = read;
  }

  /** The nearest file from the path's folder upwards, not above `root`. */
  of(path: string, root: string): Promise<FoundConfiguration | undefined> {
    return this.#in(parentOf(path), root.replace(/\/$/, ''));
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
    return { path, text, file, ignores: ignoring(folder, file.ignore) };
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
