import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { projectRoot } from '../../scripts/host/places.ts';
import { amount, atLeast, type Figure } from './figure.ts';
import { provideGhost, repositoryFolder } from './measuredFolders.ts';
import { type BenchLanguage, type Peers, providePeers } from './peers.ts';
import { timeInTurns, timeOnce } from './rounds.ts';
import { median } from './samples.ts';

const rounds = 5;
/** One with handlers. */
const editedFile = 'core/server/web/members/app.js';
const program = join(projectRoot, 'dist/cli.js');

/** The command line on a large package, against programs that search or lint the same files. */
export async function measureScan(): Promise<readonly Figure[]> {
  const folder = await provideGhost();
  const peers = await providePeers();
  const kept = mkdtempSync(join(tmpdir(), 'http-status-bench-'));
  const keeping = ['lint', '.', '--cache-folder', kept];
  // both are measured from their second run on
  await timeOnce({ program: execPath, programArguments: [program, ...keeping], folder });
  const times = await timeInTurns(
    {
      ours: { program: execPath, programArguments: [program, 'lint', '.', '--no-cache'], folder },
      alone: { program: execPath, programArguments: [program, 'lint', '.', '--no-cache', '--threads', '1'], folder },
      again: { program: execPath, programArguments: [program, ...keeping], folder },
      edited: {
        program: execPath,
        programArguments: [program, ...keeping],
        folder,
        before: () => utimesSync(join(folder, editedFile), new Date(), new Date()),
      },
      astGrep: {
        program: peers.astGrep,
        programArguments: ['scan', '--rule', peers.astGrepRules.JavaScript, '.'],
        folder,
      },
      oxlint: { program: peers.oxlint, programArguments: ['.'], folder },
    },
    rounds,
  );
  // Once only: it takes over a minute, far more than any other load could blur.
  const eslint = await timeOnce({
    program: execPath,
    programArguments: [peers.eslint, '--config', peers.eslintConfiguration, '.'],
    folder,
  });
  rmSync(kept, { recursive: true });
  const ours = median(times.ours);
  return [
    seconds('scan of ghost: http-status lint', times.ours),
    seconds('scan of ghost: the same with one thread', times.alone),
    seconds('scan of ghost: once more', times.again),
    seconds('scan of ghost: once more, one file changed', times.edited),
    seconds('scan of ghost: ast-grep, four status patterns', times.astGrep),
    seconds('scan of ghost: oxlint, default rules', times.oxlint),
    seconds('scan of ghost: eslint, no-magic-numbers', [eslint]),
    atLeast(8, 'times as fast as ast-grep', median(times.astGrep) / ours),
    atLeast(1, 'times as fast as oxlint', median(times.oxlint) / ours),
    {
      subject: 'times as fast as ast-grep, once more',
      value: amount(median(times.astGrep) / median(times.again), '×'),
    },
    { subject: 'times as fast as oxlint, once more', value: amount(median(times.oxlint) / median(times.again), '×') },
    { subject: 'times as fast as eslint', value: amount(eslint / ours, '×') },
    ...(await measureRepository('paperless-ngx/paperless-ngx', 'Python', peers)),
    ...(await measureRepository('usememos/memos', 'Go', peers)),
  ];
}

/** What of a repository is in the corpus, where this machine has it. */
async function measureRepository(name: string, language: BenchLanguage, peers: Peers): Promise<readonly Figure[]> {
  const folder = repositoryFolder(name);
  if (folder === undefined) return [];
  const times = await timeInTurns(
    {
      ours: { program: execPath, programArguments: [program, 'lint', '.', '--no-cache'], folder },
      astGrep: {
        program: peers.astGrep,
        programArguments: ['scan', '--rule', peers.astGrepRules[language], '.'],
        folder,
      },
    },
    rounds,
  );
  return [
    seconds(`scan of ${name}, ${language}: http-status lint`, times.ours),
    seconds(`scan of ${name}, ${language}: ast-grep, four status patterns`, times.astGrep),
  ];
}

function seconds(subject: string, times: readonly number[]): Figure {
  const best = times.length > 1 ? `  (best ${amount(Math.min(...times) / 1000, 's')})` : '';
  return { subject: `${subject}${best}`, value: amount(median(times) / 1000, 's') };
}
