import { spawn } from 'node:child_process';

export interface Command {
  readonly program: string;
  readonly programArguments: readonly string[];
  readonly folder: string;
  /** What happens before each time, and is not measured. */
  readonly before?: () => void;
}

/**
 * Wall times in milliseconds of several commands. They take turns, so that whatever else the machine does meets all of
 * them alike. What they print is thrown away.
 */
export async function timeInTurns<Name extends string>(
  commands: Readonly<Record<Name, Command>>,
  rounds: number,
): Promise<Record<Name, readonly number[]>> {
  const names = Object.keys(commands) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times[name].push(await timeOnce(commands[name]));
  }
  return times;
}

/** Linters end with an exit code of their own when they find something, so 1 is no failure. */
export function timeOnce({ program, programArguments, folder, before }: Command): Promise<number> {
  before?.();
  return new Promise((settle, fail) => {
    const start = performance.now();
    const child = spawn(program, programArguments, { cwd: folder, stdio: 'ignore' });
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === null || code > 1) fail(new Error(`${program} ended with ${code}`));
      else settle(performance.now() - start);
    });
  });
}
