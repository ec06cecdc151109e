import { extname } from 'node:path';
import { Option } from 'commander';
import envPaths from 'env-paths';

export interface CacheOptions {
  /** False where every file is to be read. */
  readonly cache: boolean;
  readonly cacheFolder?: string;
}

/** For jobs that keep a folder from one run to the next. */
export function cacheFolderOption(): Option {
  return new Option('--cache-folder <folder>', 'where is kept what was found in files, for the next run');
}

export function noCacheOption(): Option {
  return new Option('--no-cache', 'read every file anew, and keep nothing');
}

/**
 * Where what was found is kept: in the folder for such things of whoever runs the program, unless that says another.
 * Run from its source the program keeps nothing by itself: the next time it may be another one.
 */
export function cacheFolderOf({ cache, cacheFolder }: CacheOptions): string | undefined {
  if (!cache) return undefined;
  const isBuilt = extname(import.meta.filename) !== '.ts';
  return cacheFolder ?? (isBuilt ? envPaths('http-status', { suffix: '' }).cache : undefined);
}
