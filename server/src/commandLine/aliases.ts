import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { aliasFileNames, pathAliases } from '../configuration/pathAliases.ts';
import type { PathAliases } from '../workspace/modules.ts';

/** Where names of modules lead in the folders of some files and all above them: `lint src` has its `tsconfig.json` above. */
export function aliasesAround(files: readonly string[]): readonly PathAliases[] {
  const folders = new Set<string>();
  for (const file of files) {
    for (let folder = dirname(file); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  }
  return [...folders].flatMap((folder) => {
    const found = aliasFileNames.map((name) => join(folder, name)).filter((path) => existsSync(path));
    return found.flatMap((path) => pathAliases(path.split(sep).join('/'), readFileSync(path, 'utf8')) ?? []);
  });
}
