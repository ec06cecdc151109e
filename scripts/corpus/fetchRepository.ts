import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { env } from 'node:process';
import { run } from '../host/run.ts';
import { type CorpusRepository, directoryOf } from './corpus.ts';
import { layOut } from './layOut.ts';

/** A folder with git directories by `owner/name`, for machines that have the repositories and do not reach the host. */
const localRepositories = env.CORPUS_REPOSITORIES;

/** Says in a checked out folder what it is. */
const commitFile = '.commit';

export function isRepositoryFetched(item: CorpusRepository): boolean {
  const file = join(directoryOf(item), commitFile);
  return existsSync(file) && readFileSync(file, 'utf8') === item.commit;
}

/** Checks a repository out at its commit. None of its code is run. Fails where git reaches it nowhere. */
export async function fetchRepository(item: CorpusRepository): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'corpus-'));
  try {
    const local = localGitDirectory(item);
    const gitDirectory = local ?? join(scratch, 'git');
    if (!local) {
      await git(['init', '--quiet', '--bare', gitDirectory]);
      const address = `https://github.com/${item.repository}.git`;
      await git(['--git-dir', gitDirectory, 'fetch', '--quiet', '--depth', '1', address, item.commit]);
    }
    await layOut(item, async (folder) => {
      const paths = item.folders ?? ['.'];
      // an index of its own: the git directory may be somebody else's
      const index = { GIT_INDEX_FILE: join(scratch, 'index') };
      await git(['--git-dir', gitDirectory, '--work-tree', folder, 'checkout', item.commit, '--', ...paths], index);
      writeFileSync(join(folder, commitFile), item.commit);
    });
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function localGitDirectory({ repository }: CorpusRepository): string | undefined {
  if (localRepositories === undefined) return undefined;
  const places = [repository, `${repository}.git`, `${repository}/.git`, `${repository.replace('/', '+')}/repo`];
  return places.map((place) => resolve(localRepositories, place)).find((place) => existsSync(join(place, 'objects')));
}

function git(gitArguments: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<void> {
  return run('git', gitArguments, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, GIT_TERMINAL_PROMPT: '0', ...variables },
  });
}
