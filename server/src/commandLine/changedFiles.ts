import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Why git cannot say what has changed, as people are told. */
export class GitFailure extends Error {}

/**
 * Absolute paths of the files that differ from a revision: committed since, staged, changed or new in the working tree.
 * For a revision of another branch, what counts is where the present one left it.
 */
export function changedFiles(revision: string, folder: string): readonly string[] {
  const git: Git = (...gitArguments) => runGit(gitArguments, folder);
  const root = git('rev-parse', '--show-toplevel').replace(/\r?\n$/, '');
  const start = whereItBegan(revision, git);
  const changed = git('-C', root, 'diff', '--name-only', '--no-renames', '--diff-filter=d', '-z', start, '--');
  const added = git('-C', root, 'ls-files', '--others', '--exclude-standard', '-z');
  return `${changed}${added}`
    .split('\0')
    .filter((name) => name !== '')
    .map((name) => resolve(root, name));
}

type Git = (...gitArguments: readonly string[]) => string;

/** The commit, or tree, that a revision left the present branch at. */
function whereItBegan(revision: string, git: Git): string {
  const commitOf = (name: string): string | undefined =>
    answerOf(() => git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`).trim());
  const known = commitOf(revision);
  // a shallow clone may not reach back to where the branches part
  if (known !== undefined) return answerOf(() => git('merge-base', known, 'HEAD').trim()) ?? known;
  // before the first commit everything is new
  if (revision === 'HEAD') return git('hash-object', '-t', 'tree', '--stdin').trim();
  const isShallow = git('rev-parse', '--is-shallow-repository').trim() === 'true';
  const advice = isShallow ? ' This clone is shallow: let CI fetch the whole history, or that revision.' : '';
  throw new GitFailure(`--since ${revision}: git knows no such revision.${advice}`);
}

function answerOf(ask: () => string): string | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

function runGit(gitArguments: readonly string[], folder: string): string {
  try {
    return execFileSync('git', gitArguments, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new GitFailure('--since needs git, which is not installed here.');
    }
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n')[0] : '';
    throw new GitFailure(
      said?.includes('not a git repository')
        ? `--since needs a git repository, and ${folder} is in none.`
        : `--since: git says: ${said || error}`,
    );
  }
}
