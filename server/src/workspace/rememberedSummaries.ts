import { type FileSummary, summaryVersion } from './fileSummary.ts';
import { sealed, unsealed } from './sealedText.ts';

/** A text that is kept from one start to the next. */
export interface StoredText {
  /** Names the product that writes it. */
  readonly build: string;
  /** Undefined where there is none. */
  readonly read: () => Promise<string | undefined>;
  readonly write: (text: string) => Promise<void>;
}

/** What a text said when it was read the last time; `null` where it said nothing. */
interface Remembered {
  readonly hash: string;
  readonly summary: FileSummary | null;
}

/**
 * What the files of a workspace said to each other when they were read, kept from one start to the next. Texts are told by
 * their hashes, so nothing in it can be out of date; what another build of the product wrote is not read.
 */
export class RememberedSummaries {
  readonly #build: string;
  readonly #files = new Map<string, Remembered>();
  #isWritten = true;

  /** `build` names the product that reads and writes: another one might summarise otherwise. */
  constructor(build: string) {
    this.#build = `${build} ${summaryVersion}`;
  }

  /** What a text says; `undefined` where that is not known. */
  recall(path: string, hash: string): FileSummary | null | undefined {
    const known = this.#files.get(path);
    return known?.hash === hash ? known.summary : undefined;
  }

  keep(path: string, hash: string, summary: FileSummary | null): void {
    this.#files.set(path, { hash, summary });
    this.#isWritten = false;
  }

  /** Leaves only files that are still there. */
  keepOnly(isThere: (path: string) => boolean): void {
    for (const path of this.#files.keys()) {
      if (isThere(path)) continue;
      this.#files.delete(path);
      this.#isWritten = false;
    }
  }

  /** All of it as a text; undefined where that is what was read or written last. */
  write(): string | undefined {
    if (this.#isWritten) return undefined;
    this.#isWritten = true;
    return sealed(this.#build, JSON.stringify([...this.#files]));
  }

  /** Takes in what was written once. A text of another build, or one that came to harm, is none. */
  read(written: string): void {
    const body = unsealed(this.#build, written);
    if (body === undefined) return;
    for (const [path, remembered] of JSON.parse(body) as [string, Remembered][]) this.#files.set(path, remembered);
    this.#isWritten = true;
  }
}
