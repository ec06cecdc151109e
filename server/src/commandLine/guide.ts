import { Command } from 'commander';
import type { GuideOptions } from './walkGuide.ts';

/** `http-status guide`: a few questions that lead to a status code. */
export function guideCommand(): Command {
  return new Command('guide')
    .description('Ask a few questions and name the status code to use. Without a terminal, print all of them.')
    .option('--answers <numbers>', 'answer at once, by number: 3,1,1')
    .action(async (options: GuideOptions) => {
      const { guide } = await import('./walkGuide.ts');
      process.exitCode = await guide(options);
    });
}
