import { corpus, directoryOf } from '../../scripts/corpus/corpus.ts';
import { fetchPackage, isFetched } from '../../scripts/corpus/fetchPackage.ts';

/** The largest package of the corpus: two thousand files, from handlers to minified bundles. */
export async function provideGhost(): Promise<string> {
  const ghost = corpus.find(({ name }) => name === 'ghost');
  if (ghost === undefined) throw new Error('ghost is not in test/corpus.json.');
  if (!isFetched(ghost)) await fetchPackage(ghost);
  return directoryOf(ghost);
}
