import { parse } from 'jsonc-parser';
import type { PathAliases } from '../workspace/modules.ts';

/** The files that say where names of modules lead. */
export const aliasFileNames = ['tsconfig.json', 'jsconfig.json', 'go.mod'] as const;

/** What such a file says of names of modules; absent where it says nothing. `path` has `/` between its parts. */
export function pathAliases(path: string, text: string): PathAliases | undefined {
  const folder = path.slice(0, path.lastIndexOf('/'));
  return path.endsWith('/go.mod') ? goModule(folder, text) : compilerOptions(folder, text);
}

/** `module github.com/acme/shop/v2`: what its packages' paths begin with. */
function goModule(folder: string, text: string): PathAliases | undefined {
  const module = /^module\s+"?([^\s"]+)/m.exec(text)?.[1];
  return module === undefined ? undefined : { folder, paths: { [module]: ['.'], [`${module}/*`]: ['./*'] } };
}

function compilerOptions(folder: string, text: string): PathAliases | undefined {
  const content: unknown = parse(text, [], { allowTrailingComma: true });
  const options = field(content, 'compilerOptions');
  const baseUrl = field(options, 'baseUrl');
  const listed = field(options, 'paths');
  const paths = Object.fromEntries(
    Object.entries(listed ?? {}).flatMap(([name, targets]) =>
      Array.isArray(targets) ? [[name, targets.filter((target) => typeof target === 'string')]] : [],
    ),
  );
  if (typeof baseUrl !== 'string' && Object.keys(paths).length === 0) return undefined;
  return { folder, paths, ...(typeof baseUrl === 'string' ? { baseUrl } : {}) };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}
