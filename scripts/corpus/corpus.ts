import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../host/places.ts';

/** A published package with real handlers. */
export interface CorpusPackage {
  readonly name: string;
  readonly version: string;
  /** What the registry says the archive's hash is. */
  readonly integrity: string;
  /** Folders to keep, where the rest of the package is built or generated code. */
  readonly folders?: readonly string[];
  readonly about: string;
}

/** Not part of the repository: other people's code is fetched, never kept. */
export const corpusDirectory = join(projectRoot, 'test', '.corpus');

export const corpus: readonly CorpusPackage[] = JSON.parse(
  readFileSync(join(projectRoot, 'test', 'corpus.json'), 'utf8'),
);

export function directoryOf({ name }: CorpusPackage): string {
  return join(corpusDirectory, name);
}
