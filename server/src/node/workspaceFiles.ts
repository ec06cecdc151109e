import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isFolderOfOthers } from '../workspace/foldersOfOthers.ts';

/** Nobody waits for more. */
const mostFiles = 50_000;

/** The files below a folder that may be of the workspace's own code, as URIs. Those of other file systems are not found. */
export async function* workspaceFiles(folder: string): AsyncGenerator<string> {
  if (!folder.startsWith('file:')) return;
  const open = [fileURLToPath(folder)];
  let found = 0;
  for (let path = open.pop(); path !== undefined && found < mostFiles; path = open.pop()) {
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) {
        if (!isFolderOfOthers(entry.name)) open.push(inner);
      } else if (entry.isFile()) {
        found++;
        yield pathToFileURL(inner).href;
      }
    }
  }
}
