import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Failures } from './failures.ts';
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

/** What a thread is told before the second look: all that was read, by any of them. */
export type ReadByAll = readonly ReadFile[];

export interface ThreadOptions extends ScanOptions {
  /** How many threads read, this one among them; as many as suit the files and the machine where it is absent. */
  readonly threads?: number | undefined;
  readonly failures: Failures;
  /** Told before each file that this thread reads. */
  readonly onFile?: (index: number) => void;
}

/** Fewer files are read before another thread is ready to read any. */
const filesPerThread = 50;
/** More of them would spend their time on loading what each of them needs. */
const mostThreads = 8;

/**
 * Makes what a command wants of each file in which there may be responses. The threads take the files in turns; what comes
 * of it is the same whichever thread took which.
 */
export async function scanFiles<Wanted extends Work>(
  scan: Scan,
  paths: readonly string[],
  work: Wanted,
  { threads = threadsFor(paths.length), failures, onFile, ...options }: ThreadOptions,
): Promise<ReadonlyMap<string, MadeBy<Wanted>>> {
  const start: Omit<ThreadStart, 'begun'> = {
    paths,
    surroundings: scan.surroundings,
    work,
    options,
    first: newCounter(),
    second: newCounter(),
  };
  const started = Array.from({ length: threads - 1 }, () => ScanThread.start(start)).flatMap((each) => each ?? []);
  try {
    const part = new ScanPart(scan, options, (add) => makerOf(work, scan, add));
    const looks = [...(await part.first(paths, turns(start.first, paths.length), onFile))];
    // whoever has not begun by now would find nothing left
    const others = started.filter((thread) => thread.hasBegun);
    looks.push(...(await Promise.all(others.map((thread) => thread.next()))).flat());
    looks.push(...(await part.first(paths, missing(paths, looks))));
    const inOrder = looks.sort(byIndex);
    const read = inOrder.flatMap(({ file }) => file ?? []);
    if (others.length > 0) {
      for (const thread of others) thread.tell(read);
      scan.know(read);
    }
    const again = [...(await part.second(read, turns(start.second, read.length)))];
    again.push(...(await Promise.all(others.map((thread) => thread.next()))).flat());
    again.push(...(await part.second(read, missing(read, again))));
    const made = new Map<string, MadeBy<Wanted>>();
    const add = (look: Look<MadeBy<Work>>, path: string | undefined): void => {
      for (const complaint of look.complaints) failures.say(complaint);
      // what work makes is what its kind says
      if (path !== undefined && look.made) made.set(path, look.made.value as MadeBy<Wanted>);
    };
    for (const look of inOrder) add(look, paths[look.index]);
    for (const look of again.sort(byIndex)) add(look, read[look.index]?.path);
    return made;
  } finally {
    for (const thread of started) thread.stop();
  }
}

function threadsFor(files: number): number {
  return Math.max(1, Math.min(availableParallelism(), mostThreads, Math.ceil(files / filesPerThread)));
}

/** What a thread took that ended before it handed anything in: the fault shows here as well, or does no harm. */
function missing(all: readonly unknown[], looks: readonly { readonly index: number }[]): readonly number[] {
  const seen = new Set(looks.map(({ index }) => index));
  return [...all.keys()].filter((index) => !seen.has(index));
}

function byIndex(one: { readonly index: number }, other: { readonly index: number }): number {
  return one.index - other.index;
}

type Looks = readonly Look<MadeBy<Work>>[];

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
