import { frameworks } from '../generated/frameworks.ts';
import type { ErrorWriter } from '../responses/errors/errorWriters.ts';
import { folderOf } from './modules.ts';

/**
 * The writers, each with the path of its file, that errors raised in a file may come to. Where one function is a whole
 * application, a workspace has many: an error belongs to the one it lies nearest to.
 */
export function nearestWriters(
  writers: readonly (readonly [path: string, writer: ErrorWriter])[],
  raisedIn: string,
): readonly ErrorWriter[] {
  const depth = (path: string) => sharedFolders(path, raisedIn);
  const nearest = Math.max(0, ...writers.map(([path, writer]) => (isOfEntry(writer) ? depth(path) : 0)));
  return writers.flatMap(([path, writer]) => (depth(path) >= nearest ? [writer] : []));
}

function isOfEntry({ framework }: ErrorWriter): boolean {
  return frameworks.some(({ name, catchesForAll }) => catchesForAll && name === framework);
}

function sharedFolders(one: string, other: string): number {
  const [folders, others] = [folderOf(one).split('/'), folderOf(other).split('/')];
  const at = folders.findIndex((folder, index) => folder !== others[index]);
  return at < 0 ? folders.length : at;
}
