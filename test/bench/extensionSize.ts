import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npm } from '../../scripts/host/npm.ts';
import { projectRoot } from '../../scripts/host/places.ts';
import { type Figure, under } from './figure.ts';

/** What a user downloads. */
export async function measureExtensionSize(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'extension-'));
  try {
    const extension = join(folder, 'extension.vsix');
    // The last `--out` counts, so the rest is what a release is made with.
    await npm(['run', '--silent', 'package', '--', '--out', extension], projectRoot);
    return [under(4, 'MB', 'extension package', statSync(extension).size / 1_000_000)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
