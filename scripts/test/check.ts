import { command } from './command.ts';
import { failedOnce, passedOnce, type Stage } from './stage.ts';

/** A stage that is one command, which succeeds or tells what is wrong. */
export function check(name: string, program: string, ...programArguments: readonly string[]): Stage {
  return {
    name,
    run: async () => {
      const { succeeded, output } = await command(program, programArguments, 5);
      if (!succeeded) console.log(output.trim());
      return succeeded ? passedOnce : failedOnce;
    },
  };
}
