import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cwd } from 'node:process';
import manifest from '../../../package.json' with { type: 'json' };
import { storedText } from '../node/storedText.ts';
import { contentHash } from '../workspace/contentHash.ts';
import type { StoredText } from '../workspace/rememberedSummaries.ts';
import { sealed, unsealed } from '../workspace/sealedText.ts';
import type { ReadFile, Scan } from './scan.ts';
import type { Look } from './scanPart.ts';
import type { Work } from './work.ts';

/** What came of a look at a file: plain data. */
export interface KeptLook {
  readonly file?: ReadFile;
  readonly made?: { readonly value: unknown };
}

interface KeptFile {
  readonly stamp: string;
  readonly first: KeptLook;
  /** False where something would have been made of it if somebody had wanted that. */
  readonly isMade: boolean;
  readonly second?: { readonly knowledge: string; readonly look: KeptLook };
}

/** Who writes a file twice within this time, in milliseconds, may leave it the same size and time. */
const youngest = 2000;

/**
 * What a scan made of files, kept for the next one that wants the same of them. A file is what it was when its size, its
 * time and its configuration are; what the second look made of it holds as long as all files say the same to each other.
 */
export class ScanCache {
  readonly #stored: StoredText;
  readonly #scan: Scan;
  readonly #files: Map<string, KeptFile>;
  readonly #stamps = new Map<string, string>();
  readonly #begun = Date.now();
  #isWritten = true;

  /** Reads what an earlier scan left in a folder. What is not there, or came to harm, is as good as nothing. */
  static async open(folder: string, scan: Scan, work: Work): Promise<ScanCache> {
    const asked = contentHash(JSON.stringify([cwd(), scan.surroundings.roots, work]));
    const stored = storedText(join(folder, `scan-${asked}`));
    return new ScanCache(stored, scan, (await stored.read()) ?? '');
  }

  private constructor(stored: StoredText, scan: Scan, written: string) {
    this.#stored = stored;
    this.#scan = scan;
    const body = unsealed(this.#build, written);
    this.#files = new Map(body === undefined ? [] : (JSON.parse(body) as [string, KeptFile][]));
  }

  /** What came of the first look at a file, if that is what it was. */
  async first(path: string, isWanted: boolean): Promise<KeptLook | undefined> {
    const stamp = await this.#stampOf(path);
    if (stamp === undefined) return undefined;
    this.#stamps.set(path, stamp);
    const kept = this.#files.get(path);
    return kept?.stamp === stamp && (kept.isMade || !isWanted) ? kept.first : undefined;
  }

  /** What came of the second look, if all that was known then is what is known now. */
  second(path: string, knowledge: string): KeptLook | undefined {
    const kept = this.#files.get(path);
    return kept?.second?.knowledge === knowledge && kept.stamp === this.#stamps.get(path)
      ? kept.second.look
      : undefined;
  }

  keepFirst(path: string, { file, made, complaints }: Look<unknown>, isMade: boolean): void {
    const stamp = this.#stamps.get(path);
    if (stamp === undefined || complaints.length > 0) return;
    this.#files.set(path, { stamp, first: { ...(file ? { file } : {}), ...(made ? { made } : {}) }, isMade });
    this.#isWritten = false;
  }

  keepSecond(path: string, knowledge: string, { made, complaints }: Look<unknown>): void {
    const kept = this.#files.get(path);
    if (!kept || kept.stamp !== this.#stamps.get(path) || complaints.length > 0) return;
    this.#files.set(path, { ...kept, second: { knowledge, look: made ? { made } : {} } });
    this.#isWritten = false;
  }

  /** Writes what is new. Where nothing can be written, the next scan reads all files again. */
  async write(): Promise<void> {
    if (this.#isWritten) return;
    for (const path of this.#files.keys()) {
      if (!this.#stamps.has(path) && !existsSync(path)) this.#files.delete(path);
    }
    await this.#stored.write(sealed(this.#build, JSON.stringify([...this.#files]))).catch(() => {});
  }

  get #build(): string {
    return `${manifest.version} ${this.#stored.build}`;
  }

  /** Undefined for a file that may be written again without a trace, and for one that is not there. */
  async #stampOf(path: string): Promise<string | undefined> {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found || found.mtimeMs > this.#begun - youngest) return undefined;
    const project = await this.#scan.readProject(path);
    return `${found.size} ${found.mtimeMs} ${project ? contentHash(`${project.folder}\n${project.text}`) : ''}`;
  }
}

/** Names all that files say to each other. */
export function knowledgeIn(scan: Scan, read: readonly ReadFile[]): string {
  const said = read.flatMap(({ path, said }) => (said === undefined ? [] : [path, said]));
  return contentHash(JSON.stringify([scan.surroundings.aliases, said]));
}
