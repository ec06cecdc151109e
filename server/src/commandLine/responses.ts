import { Command, Option } from 'commander';
import { cacheFolderOption, noCacheOption } from './cacheOptions.ts';
import type { ResponsesOptions } from './responsesOfFiles.ts';
import { threadsOption } from './threadsOption.ts';

/** `http-status responses`: every status code and response in the code, with what is known of it. */
export function responsesCommand(): Command {
  return new Command('responses')
    .description('List every response that handlers give, and every status code that code names.')
    .argument('[paths...]', 'files, folders or glob patterns', ['.'])
    .addOption(
      new Option('-f, --format <name>', 'table, json; or the routes alone: a Markdown table, the paths of OpenAPI')
        .choices(['table', 'json', 'markdown', 'openapi'])
        .default('table'),
    )
    .addOption(threadsOption())
    .addOption(cacheFolderOption())
    .addOption(noCacheOption())
    .action(async (paths: string[], options: ResponsesOptions) => {
      const { responses } = await import('./responsesOfFiles.ts');
      process.exitCode = await responses(paths, options);
    });
}
