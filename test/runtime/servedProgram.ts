import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Server } from './frameworkTests.ts';

/** A program that serves handlers; the first line it prints is its port. */
export async function servedProgram(
  program: string,
  programArguments: readonly string[],
  folder: string,
): Promise<Server> {
  const child = spawn(program, programArguments, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  const [port] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then(() => Promise.reject(new Error(`${program} ended before it served:\n${errors}`))),
  ]);
  return { port: Number(port), stop: () => end(child, ended) };
}

async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}
