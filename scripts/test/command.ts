import { spawn } from 'node:child_process';
import { env, platform } from 'node:process';
import { projectRoot } from '../host/places.ts';

/** How long a command that is told to end may take to end what it started. */
const graceTime = 10_000;

export interface CommandResult {
  readonly succeeded: boolean;
  readonly output: string;
}

/** Runs a command to its end and keeps its output. One that takes too long is ended with everything it started. */
export function command(
  program: string,
  programArguments: readonly string[],
  minutes: number,
  environment: NodeJS.ProcessEnv = {},
  folder = projectRoot,
): Promise<CommandResult> {
  return new Promise((settle) => {
    const ownGroup = platform !== 'win32';
    const child = spawn(program, programArguments, {
      cwd: folder,
      env: { ...env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: platform === 'win32',
      detached: ownGroup,
    });
    const signal = (name: NodeJS.Signals): void => {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      if (ownGroup) process.kill(-child.pid, name);
      else child.kill(name);
    };
    const end = (): void => signal('SIGTERM');
    process.once('exit', end);
    let output = '';
    const timer = setTimeout(() => {
      output += `\nNot done after ${minutes} minutes.`;
      end();
      setTimeout(() => signal('SIGKILL'), graceTime).unref();
    }, minutes * 60_000);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk;
      });
    }
    const finish = (succeeded: boolean): void => {
      clearTimeout(timer);
      process.off('exit', end);
      settle({ succeeded, output });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}
