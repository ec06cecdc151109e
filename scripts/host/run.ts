import { type SpawnOptions, spawn } from 'node:child_process';

/** Runs a command to its end. Fails when the command fails, and then tells its output, where that was piped. */
export function run(command: string, commandArguments: readonly string[], options: SpawnOptions = {}): Promise<void> {
  return new Promise((settle, fail) => {
    const child = spawn(command, commandArguments, { stdio: 'inherit', ...options });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        output += chunk;
      });
    }
    child.on('error', fail);
    child.on('close', (code, signal) => {
      if (code === 0) settle();
      else fail(new Error(`${command} ${commandArguments.join(' ')} ended with ${signal ?? code}\n${output}`));
    });
  });
}
