import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type CorpusItem, corpusDirectory, directoryOf } from './corpus.ts';

/**
 * Puts an item of the corpus in its place, filled by `fill`: beside the place first and renamed at the end, so that an
 * interrupted run leaves nothing that looks complete.
 */
export async function layOut(item: CorpusItem, fill: (folder: string) => Promise<void>): Promise<void> {
  const directory = directoryOf(item);
  const unfinished = join(corpusDirectory, '.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  await fill(unfinished);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(dirname(directory), { recursive: true });
  renameSync(unfinished, directory);
}
