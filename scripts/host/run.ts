import { type SpawnOptions, spawn } from 'node:child_process';

/** Runs a command to its end, its output on this terminal unless told otherwise. Fails when the command fails. */
export function run(command: string, commandArguments: readonly string[], options: SpawnOptions = {}): Promise<void> {
  return new Promise((settle, fail) => {
    const child = spawn(command, commandArguments, { stdio: 'inherit', ...options });
    child.on('error', fail);
    child.on('exit', (code, signal) => {
      if (code === 0) settle();
      else fail(new Error(`${[command, ...commandArguments].join(' ')} ended with ${signal ?? `exit code ${code}`}`));
    });
  });
}
