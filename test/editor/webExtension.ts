/** The extension as a browser gets to see it: an editor that has a server as well would run it there. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { editorCache, projectRoot } from '../../scripts/host/places.ts';
import { compiledTests } from './compile.ts';

/** Puts together a copy without what only Node.js could run, and answers its folder. */
export async function makeWebExtension(): Promise<string> {
  const folder = join(editorCache, 'web-extension');
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'dist'), { recursive: true });
  const { main: _main, ...manifest } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  const parts = [
    'dist/browserClient.js',
    'dist/browserServer.js',
    'dist/grammars',
    'dist/l10n',
    'package.nls.json',
    'package.nls.zh-cn.json',
  ];
  for (const part of [...parts, 'media', 'syntaxes']) {
    await cp(join(projectRoot, part), join(folder, part), { recursive: true });
  }
  // The host of tests is the one of the extension they lie in.
  await cp(join(compiledTests, 'web.js'), join(folder, 'tests.js'));
  return folder;
}
