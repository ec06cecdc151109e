import { Command, CommanderError } from 'commander';
import manifest from '../../../package.json' with { type: 'json' };
import { exitCodes } from './exitCodes.ts';
import { explainCommand } from './explain.ts';
import { guideCommand } from './guide.ts';
import { lintCommand } from './lint.ts';
import { mcpCommand } from './mcp.ts';
import { responsesCommand } from './responses.ts';

/** Runs the program `http-status` with its commands, each of which loads what it needs when it runs. */
export async function run(programArguments: readonly string[]): Promise<void> {
  const program = new Command('http-status')
    .description('Finds the HTTP responses in handler code and says which status codes do not fit.')
    .version(manifest.version);
  for (const command of [lintCommand(), responsesCommand(), explainCommand(), guideCommand(), mcpCommand()]) {
    program.addCommand(command.copyInheritedSettings(program).exitOverride());
  }
  program.exitOverride();
  try {
    await program.parseAsync(programArguments);
  } catch (error) {
    process.exitCode = exitCodes.failure;
    // Commander has said what is wrong with the arguments, or printed the help that was asked for.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : exitCodes.failure;
    else console.error(error);
  }
}
