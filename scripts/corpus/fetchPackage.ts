import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npm } from '../host/npm.ts';
import { run } from '../host/run.ts';
import { type CorpusPackage, directoryOf } from './corpus.ts';
import { layOut } from './layOut.ts';

export function isPackageFetched(entry: CorpusPackage): boolean {
  const manifest = join(directoryOf(entry), 'package.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === entry.version;
}

/** Fetches the archive of a package with the registry's client and unpacks it. None of its code is run. */
export async function fetchPackage(entry: CorpusPackage): Promise<void> {
  const download = mkdtempSync(join(tmpdir(), 'corpus-'));
  try {
    await npm(['pack', `${entry.name}@${entry.version}`, '--pack-destination', download, '--silent'], download);
    const [archive] = readdirSync(download);
    if (archive === undefined) throw new Error(`npm pack gave no archive for ${entry.name}`);
    verify(entry, join(download, archive));
    await unpack(entry, join(download, archive));
  } finally {
    rmSync(download, { recursive: true });
  }
}

function verify({ name, version, integrity }: CorpusPackage, archive: string): void {
  const actual = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (actual !== integrity) throw new Error(`${name}@${version} is not the archive test/corpus.json names: ${actual}`);
}

async function unpack(entry: CorpusPackage, archive: string): Promise<void> {
  const members =
    entry.folders === undefined ? [] : ['package.json', ...entry.folders].map((path) => `package/${path}`);
  await layOut(entry, (folder) => run('tar', ['-xzf', archive, '-C', folder, '--strip-components=1', ...members]));
}
