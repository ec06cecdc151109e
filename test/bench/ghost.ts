import { type CorpusPackage, corpus, directoryOf } from '../../scripts/corpus/corpus.ts';
import { fetchPackage, isPackageFetched } from '../../scripts/corpus/fetchPackage.ts';

/** The largest package of the corpus: two thousand files, from handlers to minified bundles. */
export async function provideGhost(): Promise<string> {
  const ghost = corpus.find((item): item is CorpusPackage => 'name' in item && item.name === 'ghost');
  if (ghost === undefined) throw new Error('ghost is not in test/corpus.json.');
  if (!isPackageFetched(ghost)) await fetchPackage(ghost);
  return directoryOf(ghost);
}
