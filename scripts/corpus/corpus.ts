import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../host/places.ts';

/** Real handlers: a published package, or a repository at one commit. */
export type CorpusItem = CorpusPackage | CorpusRepository;

interface Kept {
  /** Folders to keep, where the rest is built or generated code. */
  readonly folders?: readonly string[];
  readonly about: string;
}

export interface CorpusPackage extends Kept {
  readonly name: string;
  readonly version: string;
  /** What the registry says the archive's hash is. */
  readonly integrity: string;
}

/** For languages whose services are not published as packages. */
export interface CorpusRepository extends Kept {
  /** `owner/name` on GitHub. */
  readonly repository: string;
  /** All 40 digits. */
  readonly commit: string;
}

/** Not part of the repository: other people's code is fetched, never kept. */
export const corpusDirectory = join(projectRoot, 'test', '.corpus');

export const corpus: readonly CorpusItem[] = JSON.parse(readFileSync(join(projectRoot, 'test', 'corpus.json'), 'utf8'));

export function nameOf(item: CorpusItem): string {
  return 'repository' in item ? item.repository : item.name;
}

export function versionOf(item: CorpusItem): string {
  return 'repository' in item ? item.commit.slice(0, 9) : item.version;
}

export function directoryOf(item: CorpusItem): string {
  return join(corpusDirectory, nameOf(item));
}
