import { join } from 'node:path';
import { execPath } from 'node:process';
import { projectRoot } from '../../scripts/host/places.ts';
import { amount, atLeast, type Figure } from './figure.ts';
import { provideGhost, repositoryFolder } from './measuredFolders.ts';
import { type BenchLanguage, type Peers, providePeers } from './peers.ts';
import { timeInTurns, timeOnce } from './rounds.ts';
import { median } from './samples.ts';

const rounds = 5;
const program = join(projectRoot, 'dist/cli.js');

/** The command line on a large package, against programs that search or lint the same files. */
export async function measureScan(): Promise<readonly Figure[]> {
  const folder = await provideGhost();
  const peers = await providePeers();
  const times = await timeInTurns(
    {
      ours: { program: execPath, programArguments: [program, 'lint', '.'], folder },
      alone: { program: execPath, programArguments: [program, 'lint', '.', '--threads', '1'], folder },
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
  const ours = median(times.ours);
  return [
    seconds('scan of ghost: http-status lint', times.ours),
    seconds('scan of ghost: the same with one thread', times.alone),
    seconds('scan of ghost: ast-grep, four status patterns', times.astGrep),
    seconds('scan of ghost: oxlint, default rules', times.oxlint),
    seconds('scan of ghost: eslint, no-magic-numbers', [eslint]),
    atLeast(8, 'times as fast as ast-grep', median(times.astGrep) / ours),
    atLeast(1, 'times as fast as oxlint', median(times.oxlint) / ours),
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
      ours: { program: execPath, programArguments: [program, 'lint', '.'], folder },
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
