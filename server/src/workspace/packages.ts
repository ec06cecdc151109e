import type { DefinedName } from './fileKnowledge.ts';
import type { Exported } from './fileSummary.ts';
import type { IndexedFile } from './workspaceIndex.ts';

/** What the files of a folder that is one module give: together, and which of them give a name. */
export function packageOf(files: readonly IndexedFile[]): {
  readonly members: Readonly<Record<string, Exported>>;
  readonly exporters: ReadonlyMap<string, readonly IndexedFile[]>;
} {
  const exporters = new Map<string, IndexedFile[]>();
  for (const file of files) {
    for (const name of Object.keys(file.summary.exports)) {
      const others = exporters.get(name);
      if (others) others.push(file);
      else exporters.set(name, [file]);
    }
  }
  return { members: Object.fromEntries(files.flatMap(({ summary }) => Object.entries(summary.exports))), exporters };
}

/** The methods that stand outside of their types, by their names alone and with their type. */
export function methodsIn(files: readonly IndexedFile[]): ReadonlyMap<string, readonly DefinedName[]> {
  const found = new Map<string, DefinedName[]>();
  for (const file of files) {
    for (const [name, thing] of Object.entries(file.summary.exports)) {
      if (!name.includes('.')) continue;
      for (const key of [name, name.slice(name.indexOf('.') + 1)]) {
        const list = found.get(key);
        const method: DefinedName = { file, path: [name], thing };
        if (list) list.push(method);
        else found.set(key, [method]);
      }
    }
  }
  return found;
}
