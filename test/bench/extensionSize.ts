import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/host/places.ts';
import { run } from '../../scripts/host/run.ts';
import { type Figure, under } from './figure.ts';

/** What a user downloads. */
export async function measureExtensionSize(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'extension-'));
  try {
    const extension = join(folder, 'extension.vsix');
    await run('vsce', ['package', '--no-dependencies', '--allow-missing-repository', '--out', extension], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return [under(4, 'MB', 'extension package', statSync(extension).size / 1_000_000)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
