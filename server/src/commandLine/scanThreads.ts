import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReadFile, Scan, Surroundings } from './scan.ts';
import { type Look, type ScanOptions, ScanPart } from './scanPart.ts';
import { newCounter, turns } from './turns.ts';
import { type MadeBy, makerOf, type Work } from './work.ts';

/** What a thread is given when it starts. */
export interface ThreadStart {
  readonly paths: readonly string[];
  readonly surroundings: Surroundings;
  readonly work: Work;
  readonly options: ScanOptions;
  /** Whose turn it is, for the first look and the second. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** The thread counts here that it takes turns. */
  readonly begun: Int32Array;
}

/** What a thread is told before the second look. */
export interface ReadByAll {
  /** All that was read, by any of them and at any time. */
  readonly read: readonly ReadFile[];
  /** Those of it that are to be looked at, by their numbers. */
  readonly due: readonly number[];
}

export interface TeamOptions extends ScanOptions {
  /** How many threads read, this one among them; as many as suit the files and the machine where it is absent. */
  readonly threads?: number | undefined;
}

type Looks = readonly Look<MadeBy<Work>>[];

/** Fewer files are read before another thread is ready to read any. */
const filesPerThread = 50;
/** More of them would spend their time on loading what each of them needs. */
const mostThreads = 8;

/**
 * Makes what a command wants of each file in which there may be responses. The threads take the files in turns; what comes
 * of it is the same whichever thread took which.
 */
export class ScanThreads {
  readonly #scan: Scan;
  readonly #paths: readonly string[];
  readonly #part: ScanPart<MadeBy<Work>>;
  readonly #first = newCounter();
  readonly #second = newCounter();
  /** Those that take part beside this one. */
  #others: readonly ScanThread[];

  constructor(
    scan: Scan,
    paths: readonly string[],
    work: Work,
    { threads = threadsFor(paths.length), ...options }: TeamOptions,
  ) {
    this.#scan = scan;
    this.#paths = paths;
    this.#part = new ScanPart(scan, options, (add) => makerOf(work, scan, add));
    const { surroundings } = scan;
    const start = { paths, surroundings, work, options, first: this.#first, second: this.#second };
    this.#others = Array.from({ length: Math.min(threads, paths.length) - 1 }, () => ScanThread.start(start)).flatMap(
      (each) => each ?? [],
    );
  }

  /** Looks at the files for the first time, one look a file, in their order. */
  async first(onFile?: (index: number) => void): Promise<Looks> {
    const own = await this.#part.first(this.#paths, turns(this.#first, this.#paths.length), onFile);
    // whoever has not begun by now would find nothing left
    const begun = this.#others.filter((thread) => thread.hasBegun);
    for (const thread of this.#others) if (!begun.includes(thread)) thread.stop();
    this.#others = begun;
    const looks = [...own, ...(await this.#handedIn())];
    looks.push(...(await this.#part.first(this.#paths, missing(this.#paths.keys(), looks))));
    return looks.sort(byIndex);
  }

  /** Looks once more at some of what was read, in the order of that. */
  async second(told: ReadByAll): Promise<Looks> {
    const { read, due } = told;
    this.#scan.know(read);
    for (const thread of this.#others) thread.tell(told);
    const own = await this.#part.second(told, turns(this.#second, due.length));
    const looks = [...own, ...(await this.#handedIn())];
    const left = missing(due, looks);
    looks.push(...(await this.#part.second({ read, due: left }, left.keys())));
    return looks.sort(byIndex);
  }

  stop(): void {
    for (const thread of this.#others) thread.stop();
  }

  async #handedIn(): Promise<Looks> {
    return (await Promise.all(this.#others.map((thread) => thread.next()))).flat();
  }
}

function threadsFor(files: number): number {
  return Math.min(availableParallelism(), mostThreads, Math.ceil(files / filesPerThread));
}

/** What a thread took that ended before it handed anything in: the fault shows here as well, or does no harm. */
function missing(all: Iterable<number>, looks: readonly { readonly index: number }[]): readonly number[] {
  const seen = new Set(looks.map(({ index }) => index));
  return [...all].filter((index) => !seen.has(index));
}

function byIndex(one: { readonly index: number }, other: { readonly index: number }): number {
  return one.index - other.index;
}

/** The program that a thread runs lies beside this one, in the source tree as among the bundles. */
const threadProgram = new URL(`scanThread${extname(import.meta.filename)}`, import.meta.url);

/** Another thread of a scan, as the one sees it that started it. */
class ScanThread {
  readonly #worker: Worker;
  readonly #begun: Int32Array;
  readonly #ended: Promise<Looks>;
  #next: Promise<Looks>;

  /** Undefined where the system grants no more threads. */
  static start(start: Omit<ThreadStart, 'begun'>): ScanThread | undefined {
    try {
      return new ScanThread(start);
    } catch {
      return undefined;
    }
  }

  private constructor(start: Omit<ThreadStart, 'begun'>) {
    this.#begun = newCounter();
    const workerData: ThreadStart = { ...start, begun: this.#begun };
    this.#worker = new Worker(threadProgram, { workerData });
    this.#ended = new Promise((resolve) => {
      this.#worker.once('exit', () => resolve([]));
    });
    // what it had taken is read once more, and the fault found there
    this.#worker.on('error', () => {});
    this.#next = this.#nextAnswer();
  }

  get hasBegun(): boolean {
    return Atomics.load(this.#begun, 0) > 0;
  }

  /** What it hands in next: nothing where it has ended. */
  next(): Promise<Looks> {
    return this.#next;
  }

  tell(read: ReadByAll): void {
    this.#next = this.#nextAnswer();
    this.#worker.postMessage(read);
  }

  stop(): void {
    void this.#worker.terminate();
  }

  #nextAnswer(): Promise<Looks> {
    const answer = new Promise<Looks>((resolve) => {
      this.#worker.once('message', resolve);
    });
    return Promise.race([answer, this.#ended]);
  }
}
