import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { corpus, corpusDirectory } from './corpus.ts';
import { fetchPackage, isFetched } from './fetchPackage.ts';

/**
 * A repository of its own. The ignore file of this project, which leaves out `dist/`, would otherwise hide the compiled
 * code of the packages from every tool that reads ignore files.
 */
mkdirSync(join(corpusDirectory, '.git'), { recursive: true });

const wanted = argv.slice(2);
const unknown = wanted.filter((name) => !corpus.some((entry) => entry.name === name));
if (unknown.length > 0) {
  console.error(`Not in test/corpus.json: ${unknown.join(', ')}`);
  exit(2);
}

for (const entry of corpus.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const fetched = isFetched(entry);
  if (!fetched) await fetchPackage(entry);
  console.log(`${entry.name} ${entry.version}${fetched ? ' is there' : ' fetched'}`);
}
