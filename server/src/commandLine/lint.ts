import { Command, InvalidArgumentError, Option } from 'commander';
import { cacheFolderOption, noCacheOption } from './cacheOptions.ts';
import type { LintOptions } from './lintFiles.ts';
import { threadsOption } from './threadsOption.ts';

/** `http-status lint`: what the editor would report, for CI jobs and hooks. */
export function lintCommand(): Command {
  return new Command('lint')
    .description('Report responses whose status code, headers or body do not fit together.')
    .argument('[paths...]', 'files, folders or glob patterns', ['.'])
    .addOption(
      new Option('-f, --format <name>', 'how findings are written')
        .choices(['stylish', 'json', 'github', 'sarif'])
        .default('stylish'),
    )
    .addOption(new Option('--preset <name>', 'how much is reported').choices(['recommended', 'strict', 'quiet']))
    .option('--rule <id=severity>', 'how one rule is reported: off, hint, information, warning, error', collectRule, {})
    .option('--since <revision>', 'report only files that differ from a revision of git, new ones among them')
    .option('--context <folder>', 'read the other files there as well, for what they say to those that are reported')
    .option('--fix', 'apply the fixes that cannot change what a handler does otherwise', false)
    .option('--stdin', 'read one text from the standard input', false)
    .option('--stdin-filename <path>', 'where that text would stand; decides about its language and configuration')
    .addOption(threadsOption())
    .addOption(cacheFolderOption())
    .addOption(noCacheOption())
    .addHelpText(
      'after',
      '\nEnds with 0 when there is nothing at information or above, with 1 when there is, with 2 when something could not be read.',
    )
    .action(async (paths: string[], options: LintOptions) => {
      const { lint } = await import('./lintFiles.ts');
      process.exitCode = await lint(paths, options);
    });
}

function collectRule(value: string, collected: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const [, id, severity] = /^([a-z\d-]+)=(\w+)$/.exec(value) ?? [];
  if (id === undefined || severity === undefined)
    throw new InvalidArgumentError('Write it as location-on-201=warning.');
  return { ...collected, [id]: severity };
}
