import { platform } from 'node:process';
import { run } from './run.ts';

/** Runs npm in a folder. What it says is shown when it fails. */
export function npm(npmArguments: readonly string[], folder: string): Promise<void> {
  return run('npm', npmArguments, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], shell: platform === 'win32' });
}
