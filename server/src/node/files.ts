import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
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
