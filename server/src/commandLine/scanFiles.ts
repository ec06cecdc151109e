import type { Failures } from './failures.ts';
import type { ReadFile, Scan } from './scan.ts';
import { type KeptLook, knowledgeIn, ScanCache } from './scanCache.ts';
import { ScanThreads, type TeamOptions } from './scanThreads.ts';
import type { MadeBy, Work } from './work.ts';

export interface ScanFilesOptions extends TeamOptions {
  readonly failures: Failures;
  /** Where what is made is kept for the next scan; absent where it is not. */
  readonly cacheFolder?: string | undefined;
  /** Told before each file that this thread reads: how many are done. */
  readonly onFile?: (done: number) => void;
}

/**
 * Makes what a command wants of each file in which there may be responses. What an earlier scan made of a file that has not
 * changed since is taken as it is.
 */
export async function scanFiles<Wanted extends Work>(
  scan: Scan,
  paths: readonly string[],
  work: Wanted,
  { failures, cacheFolder, onFile, ...options }: ScanFilesOptions,
): Promise<ReadonlyMap<string, MadeBy<Wanted>>> {
  // files that are fixed have to be read
  const isKept = cacheFolder !== undefined && options.onlyOnce !== true;
  const cache = isKept ? await ScanCache.open(cacheFolder, scan, work) : undefined;
  const isWanted = (path: string): boolean => options.isWanted?.has(path) ?? true;

  const first = new Map<string, KeptLook>();
  for (const path of cache ? paths : []) {
    const kept = await cache?.first(path, isWanted(path));
    if (kept) first.set(path, kept);
  }
  const known = first.size;
  const unknown = paths.filter((path) => !first.has(path));
  const threads = new ScanThreads(scan, unknown, work, options);
  try {
    for (const look of await threads.first((index) => onFile?.(known + index))) {
      const path = unknown[look.index] ?? '';
      for (const complaint of look.complaints) failures.say(complaint);
      first.set(path, look);
      cache?.keepFirst(path, look, isWanted(path));
    }

    const read: readonly ReadFile[] = paths.flatMap((path) => first.get(path)?.file ?? []);
    const knowledge = knowledgeIn(scan, read);
    const second = new Map<string, KeptLook>();
    const due: number[] = [];
    for (const [index, { path }] of read.entries()) {
      if (!isWanted(path)) continue;
      const kept = cache?.second(path, knowledge);
      if (kept) second.set(path, kept);
      else due.push(index);
    }
    for (const look of due.length > 0 ? await threads.second({ read, due }) : []) {
      const path = read[look.index]?.path ?? '';
      for (const complaint of look.complaints) failures.say(complaint);
      second.set(path, look);
      cache?.keepSecond(path, knowledge, look);
    }
    await cache?.write();

    const made = new Map<string, MadeBy<Wanted>>();
    for (const path of paths) {
      const found = second.get(path)?.made ?? first.get(path)?.made;
      // what work makes is what its kind says
      if (found) made.set(path, found.value as MadeBy<Wanted>);
    }
    return made;
  } finally {
    threads.stop();
  }
}
