import { readFile, realpath } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ReadText } from '../configuration/configurationFiles.ts';

/** Reads files by their URI. Those of a file system that only the editor knows cannot be read from here. */
export const readFileAt: ReadText = async (uri) => {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return await readFile(fileURLToPath(uri), 'utf8');
  } catch {
    return undefined;
  }
};

/** Where a file or folder really is, all symbolic links followed; undefined where there is none. */
export async function realAddress(uri: string): Promise<string | undefined> {
  if (!uri.startsWith('file:')) return uri;
  try {
    return pathToFileURL(await realpath(fileURLToPath(uri))).href;
  } catch {
    return undefined;
  }
}
