import { spawn } from 'node:child_process';
import { env, platform } from 'node:process';
import { projectRoot } from '../host/places.ts';

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
): Promise<CommandResult> {
  return new Promise((settle) => {
    const ownGroup = platform !== 'win32';
    const child = spawn(program, programArguments, {
      cwd: projectRoot,
      env: { ...env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: platform === 'win32',
      detached: ownGroup,
    });
    const end = (): void => {
      if (child.pid === undefined || child.exitCode !== null) return;
      if (ownGroup) process.kill(-child.pid, 'SIGKILL');
      else child.kill();
    };
    process.once('exit', end);
    let output = '';
    const timer = setTimeout(() => {
      output += `\nNot done after ${minutes} minutes.`;
      end();
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
