import { execPath } from 'node:process';
import { command } from './command.ts';
import type { Stage } from './stage.ts';

/** The tests of the TextMate grammars, one for every fixture. */
export const grammarTests: Stage = {
  name: 'grammar tests',
  run: async () => {
    const { succeeded, output } = await command(execPath, ['test/grammar/run.mjs'], 5);
    if (!succeeded) console.log(output.trim());
    const fixtures = new Set([...output.matchAll(/test\/grammar\/fixtures\/[\w.-]+/g)].map(([fixture]) => fixture));
    const passed = [...output.matchAll(/^✓ /gm)].length;
    return { passed, failed: succeeded ? 0 : Math.max(1, fixtures.size - passed) };
  },
};
