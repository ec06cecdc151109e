import { readdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { isBundle } from '../workspace/bundles.ts';
import { IgnoreRules, ignoreFileName } from './ignoreFiles.ts';

export interface FoundFiles {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** The folders that were searched. */
  readonly roots: readonly string[];
  /** What was asked for and is not there. */
  readonly missing: readonly string[];
}

/** Other people's code. What is made of one's own is for git to ignore: a `dist` that it keeps was asked for. */
const leftOut = new Set(['node_modules', 'bower_components', 'jspm_packages']);

/**
 * The files that paths and patterns mean. Folders are searched for files `isWanted` takes, without what is hidden, what
 * bundlers made or what git ignores; a file that is named is taken as it is.
 */
export async function findFiles(
  paths: readonly string[],
  folder: string,
  isWanted: (path: string) => boolean,
): Promise<FoundFiles> {
  const files = new Set<string>();
  const roots: string[] = [];
  const missing: string[] = [];
  for (const path of paths) {
    const absolute = resolve(folder, path);
    const found = statSync(absolute, { throwIfNoEntry: false });
    if (found?.isDirectory()) {
      roots.push(absolute);
      search(absolute, IgnoreRules.around(absolute), isWanted, files);
    } else if (found) files.add(absolute);
    else {
      const matching = /[*?{[(!]/.test(path) ? await matches(path, folder) : [];
      if (matching.length === 0) missing.push(path);
      for (const file of matching) if (isWanted(file)) files.add(file);
    }
  }
  return { files: [...files], roots, missing };
}

function search(folder: string, rules: IgnoreRules, isWanted: (path: string) => boolean, files: Set<string>): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  if (entries.some(({ name }) => name === ignoreFileName)) rules.add(folder);
  for (const entry of entries) {
    const { name } = entry;
    const path = join(folder, name);
    if (entry.isDirectory()) {
      if (!name.startsWith('.') && !leftOut.has(name) && !rules.ignores(path, true))
        search(path, rules, isWanted, files);
    } else if (entry.isFile() && isWanted(name) && !isBundle(path.replaceAll(sep, '/')) && !rules.ignores(path, false))
      files.add(path);
  }
}

async function matches(pattern: string, folder: string): Promise<readonly string[]> {
  const { globby } = await import('globby');
  return globby(pattern, { cwd: folder, absolute: true, gitignore: true, ignore: ['**/node_modules/**'] });
}
