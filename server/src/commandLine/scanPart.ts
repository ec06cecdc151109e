import { complaintOf } from './failures.ts';
import type { ReadFile, Scan, ScannedFile } from './scan.ts';

/** Makes what a command wants of a file. The file can be used until that is made. */
export type Make<Made> = (scanned: ScannedFile) => Promise<Made>;

/** Told what went wrong with what; the others go on. */
export type OnFailure = (subject: string, error: unknown) => void;

export interface ScanOptions {
  /** Something is made of files when all have been read, so that nothing is made twice. */
  readonly onlyOnce?: boolean;
  /** The files that something is made of; all, where it is absent. The others are read for what they say to those. */
  readonly isWanted?: ReadonlySet<string>;
}

/** What came of one look at a file: plain data, so that one thread can hand it to another. */
export interface Look<Made> {
  /** Of the file, in the list of those that are looked at. */
  readonly index: number;
  /** Absent after the second look, and where nothing can concern the file. */
  readonly file?: ReadFile;
  /** Absent where nothing in it can be a response. */
  readonly made?: { readonly value: Made };
  readonly complaints: readonly string[];
}

/**
 * A scan looks at files twice: at each by itself, for what it says to others and what it answers; then once more at those
 * of which others turn out to say something. This looks at some of them, as one thread does among others, or at all.
 */
export class ScanPart<Made> {
  readonly #scan: Scan;
  readonly #options: ScanOptions;
  readonly #make: Make<Made>;
  #complaints: string[] = [];

  constructor(scan: Scan, options: ScanOptions, make: (onFailure: OnFailure) => Make<Made>) {
    this.#scan = scan;
    this.#options = options;
    this.#make = make((subject, error) => this.#complaints.push(complaintOf(subject, error)));
  }

  /** Looks at files for the first time, those whose turns it gets. */
  async first(
    paths: readonly string[],
    turns: Iterable<number>,
    onFile?: (index: number) => void,
  ): Promise<readonly Look<Made>[]> {
    const looks: Look<Made>[] = [];
    for (const index of turns) {
      const path = paths[index] ?? '';
      onFile?.(index);
      const isMade = this.#options.onlyOnce !== true && this.#isWanted(path);
      looks.push(await this.#look(index, path, (make) => this.#scan.read(path, isMade ? make : undefined)));
    }
    return looks;
  }

  /** Looks once more at files that are due, those whose turns it gets. The index has to hold what all of them say. */
  async second(
    { read, due }: { readonly read: readonly ReadFile[]; readonly due: readonly number[] },
    turns: Iterable<number>,
  ): Promise<readonly Look<Made>[]> {
    const looks: Look<Made>[] = [];
    for (const turn of turns) {
      const index = due[turn] ?? -1;
      const file = read[index];
      if (!file) continue;
      const again = async (make: (scanned: ScannedFile) => Promise<void>): Promise<undefined> => {
        const isDue = (this.#options.onlyOnce === true && file.isOfInterest) || this.#scan.isConcerned(file);
        if (isDue) await this.#scan.readAgain(file.path, make);
      };
      looks.push(await this.#look(index, file.path, again));
    }
    return looks;
  }

  async #look(
    index: number,
    path: string,
    look: (make: (scanned: ScannedFile) => Promise<void>) => Promise<ReadFile | undefined>,
  ): Promise<Look<Made>> {
    let made: Look<Made>['made'];
    let file: ReadFile | undefined;
    try {
      file = await look(async (scanned) => {
        made = { value: await this.#make(scanned) };
      });
    } catch (error) {
      this.#complaints.push(complaintOf(path, error));
    }
    const complaints = this.#complaints;
    this.#complaints = [];
    return { index, ...(file ? { file } : {}), ...(made ? { made } : {}), complaints };
  }

  #isWanted(path: string): boolean {
    return this.#options.isWanted?.has(path) ?? true;
  }
}
