import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { type CorpusItem, corpus, corpusDirectory, nameOf, versionOf } from './corpus.ts';
import { fetchPackage, isPackageFetched } from './fetchPackage.ts';
import { fetchRepository, isRepositoryFetched } from './fetchRepository.ts';

/**
 * A repository of its own. The ignore file of this project, which leaves out `dist/`, would otherwise hide the compiled
 * code of the packages from every tool that reads ignore files.
 */
mkdirSync(join(corpusDirectory, '.git'), { recursive: true });

const wanted = argv.slice(2);
const unknown = wanted.filter((name) => !corpus.some((item) => nameOf(item) === name));
if (unknown.length > 0) {
  console.error(`Not in test/corpus.json: ${unknown.join(', ')}`);
  exit(2);
}

for (const item of corpus) {
  const name = nameOf(item);
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`${name} ${versionOf(item)} ${await provide(item)}`);
}

async function provide(item: CorpusItem): Promise<string> {
  if ('version' in item) {
    if (isPackageFetched(item)) return 'is there';
    await fetchPackage(item);
    return 'fetched';
  }
  if (isRepositoryFetched(item)) return 'is there';
  try {
    await fetchRepository(item);
    return 'fetched';
  } catch (error) {
    // not every machine that reaches the registry reaches the host of repositories
    const reason = error instanceof Error ? error.message.trim().split('\n').at(-1) : error;
    return `left out, it cannot be fetched: ${reason}`;
  }
}
