import { parse } from 'jsonc-parser';
import type { PathAliases } from '../workspace/modules.ts';

/** The files that say where names of modules lead. */
export const aliasFileNames = ['tsconfig.json', 'jsconfig.json'] as const;

/** What the configuration file of a folder says of names of modules; absent where it says nothing. */
export function pathAliases(folder: string, text: string): PathAliases | undefined {
  const content: unknown = parse(text, [], { allowTrailingComma: true });
  const options = field(content, 'compilerOptions');
  const baseUrl = field(options, 'baseUrl');
  const listed = field(options, 'paths');
  const paths: Record<string, readonly string[]> = {};
  if (listed !== null && typeof listed === 'object') {
    for (const [name, targets] of Object.entries(listed)) {
      if (Array.isArray(targets)) paths[name] = targets.filter((target) => typeof target === 'string');
    }
  }
  if (typeof baseUrl !== 'string' && Object.keys(paths).length === 0) return undefined;
  return { folder, paths, ...(typeof baseUrl === 'string' ? { baseUrl } : {}) };
}

function field(value: unknown, name: string): unknown {
  return value !== null && typeof value === 'object' && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
