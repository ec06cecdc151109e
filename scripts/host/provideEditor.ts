import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from './npm.ts';
import { editorCache } from './places.ts';
import { run } from './run.ts';

/** The npm package that carries VS Code's own server, and so a VS Code that needs nothing but Node and a browser. */
const editorPackage = 'code-server@4.139.1';

/** Makes sure that VS Code's server is in the cache and answers its folder. */
export async function provideEditor(): Promise<string> {
  const folder = join(editorCache, editorPackage.replace('@', '-'));
  if (existsSync(folder)) return folder;
  const staging = `${folder}.incomplete`;
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  console.log(`Fetching VS Code (${editorPackage} from the npm registry, about 50 MB and 140 small packages, once) …`);
  await npm(['pack', editorPackage, '--silent', '--pack-destination', '.'], staging);
  const archive = `${editorPackage.replace('@', '-')}.tgz`;
  await run('tar', ['xzf', archive, '--strip-components=3', 'package/lib/vscode'], { cwd: staging });
  await rm(join(staging, archive));
  // Its native modules serve terminals and file watching at scale. Left out, no compiler is needed.
  for (const part of [staging, join(staging, 'extensions')]) {
    await npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], part);
  }
  await rename(staging, folder);
  return folder;
}
