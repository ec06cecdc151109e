import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LanguageClient } from '../protocol/languageClient.ts';
import { type Figure, under } from './figure.ts';
import { provideGhost } from './measuredFolders.ts';

const files = 200;

/** The server's resident memory with many real files open, all of them analysed. */
export async function measureMemory(): Promise<readonly Figure[]> {
  const ghost = await provideGhost();
  const client = await LanguageClient.start();
  try {
    for (const path of filesThatAnswer(ghost)) {
      const uri = pathToFileURL(path).href;
      await client.open(uri, readFileSync(path, 'utf8'));
      await client.diagnostics(uri);
    }
    return [under(150, 'MB', `server memory, ${files} files open`, residentMegabytes(client.processId))];
  } finally {
    await client.stop();
  }
}

/** Files that are worth parsing: others cost the server next to nothing. */
function filesThatAnswer(ghost: string): string[] {
  const sources = globSync('core/{server,frontend}/**/*.js', { cwd: ghost }).toSorted();
  const chosen = sources
    .map((path) => join(ghost, path))
    .filter((path) => /status|errors\.|\b[1-5]\d\d\b/i.test(readFileSync(path, 'utf8')))
    .slice(0, files);
  if (chosen.length < files) throw new Error(`Only ${chosen.length} files to open.`);
  return chosen;
}

function residentMegabytes(processId: number): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', `${processId}`], { encoding: 'utf8' });
  return Number.parseInt(kilobytes, 10) / 1024;
}
