import { existsSync } from 'node:fs';
import { type CorpusPackage, corpus, directoryOf } from '../../scripts/corpus/corpus.ts';
import { fetchPackage, isPackageFetched } from '../../scripts/corpus/fetchPackage.ts';

/** The largest package of the corpus: two thousand files, from handlers to minified bundles. */
export async function provideGhost(): Promise<string> {
  const ghost = corpus.find((item): item is CorpusPackage => 'name' in item && item.name === 'ghost');
  if (ghost === undefined) throw new Error('ghost is not in test/corpus.json.');
  if (!isPackageFetched(ghost)) await fetchPackage(ghost);
  return directoryOf(ghost);
}

/** A repository of the corpus, where it was fetched: not every machine reaches them. */
export function repositoryFolder(name: string): string | undefined {
  const item = corpus.find((each) => 'repository' in each && each.repository === name);
  const folder = item && directoryOf(item);
  return folder !== undefined && existsSync(folder) ? folder : undefined;
}
