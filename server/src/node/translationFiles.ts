import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const shipped = join(import.meta.dirname, 'l10n');
const inSource = [join(import.meta.dirname, '../generated'), join(import.meta.dirname, '../../../l10n')];

/** Reads a file of a translation: built, they lie beside the bundle; in the source tree where each is made. */
export async function readTranslationFile(fileName: string): Promise<string | undefined> {
  const path = [shipped, ...inSource].map((folder) => join(folder, fileName)).find(existsSync);
  return path && readFile(path, 'utf8');
}
