import { Command } from 'commander';

/** `http-status explain`: the page of a code, or of what a few words mean. */
export function explainCommand(): Command {
  return new Command('explain')
    .description('Explain a status code, or the one that fits a few words: 404, "rate limit", "already exists".')
    .argument('<query...>', 'a number, a name or what happened')
    .action(async (query: string[]) => {
      const { explain } = await import('./explainCode.ts');
      process.exitCode = await explain(query.join(' '));
    });
}
