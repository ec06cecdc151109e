import type { LanguageFamily } from '../languages/language.ts';

/** Where the names of modules lead besides relative paths: `paths` and `baseUrl` of a `tsconfig.json`. */
export interface PathAliases {
  /** The folder of the configuration file, with `/` between its parts and none at its end. */
  readonly folder: string;
  readonly baseUrl?: string;
  readonly paths?: Readonly<Record<string, readonly string[]>>;
}

/** Whether a file is known by a path, or a folder where that is a module. */
export type IsFile = (path: string) => boolean;

const endings = ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts'];

/**
 * The file that an import of a file means, or the folder where that is a module; absent for packages and for what is not
 * known.
 */
export function resolveModule(
  family: LanguageFamily,
  source: string,
  from: string,
  isFile: IsFile,
  aliases: readonly PathAliases[],
): string | undefined {
  if (family === 'python') return resolvePython(source, from, isFile);
  if (family === 'go') return resolveGo(source, from, isFile, aliases);
  if (source.startsWith('.')) return asFile(joined(folderOf(from), source), isFile);
  for (const place of aliasedPlaces(source, from, aliases)) {
    const found = asFile(place, isFile);
    if (found !== undefined) return found;
  }
  return undefined;
}

function asFile(path: string, isFile: IsFile): string | undefined {
  if (isFile(path)) return path;
  // TypeScript imports are written with the ending of what they are compiled to
  const bare = path.replace(/\.([cm]?)jsx?$/, '');
  for (const base of bare === path ? [path] : [bare, path]) {
    for (const ending of endings) if (isFile(base + ending)) return base + ending;
  }
  for (const ending of endings) if (isFile(`${path}/index${ending}`)) return `${path}/index${ending}`;
  return undefined;
}

function* aliasedPlaces(source: string, from: string, aliases: readonly PathAliases[]): Iterable<string> {
  // the configuration nearest to the file goes first
  const near = aliases
    .filter(({ folder }) => from.startsWith(`${folder}/`))
    .toSorted((one, other) => other.folder.length - one.folder.length);
  for (const { folder, baseUrl, paths } of near) {
    const base = joined(folder, baseUrl ?? '.');
    for (const [pattern, targets] of Object.entries(paths ?? {})) {
      const [before = '', after] = pattern.split('*');
      if (after === undefined ? source !== pattern : !source.startsWith(before) || !source.endsWith(after)) continue;
      const star = after === undefined ? '' : source.slice(before.length, source.length - after.length);
      for (const target of targets)
        yield joined(
          base,
          target.replace('*', () => star),
        );
    }
    if (baseUrl !== undefined) yield joined(base, source);
  }
  // what many set up without saying so in a file that is read: `@/lib/http`, `~/lib/http`
  const project = /^[@~]\/(.+)$/.exec(source)?.[1];
  if (project === undefined) return;
  for (let folder = folderOf(from); folder !== ''; folder = folderOf(folder)) {
    if (/\/(?:src|app|server)$/.test(folder)) yield `${folder}/${project}`;
    yield `${folder}/src/${project}`;
  }
}

/**
 * The names by which functions on AWS Lambda require a file of a layer, without the `/opt/` where all layers are put
 * together: `base` and `shop/base` of `layers/shop/base.js`. Empty for what is in no layer.
 */
export function namesInLayers(path: string): readonly string[] {
  const inside = /(?:^|\/)(?:\w*[a-z](?=L)|[\w-]*[-_])?[lL]ayers?\/(.+)$/.exec(path)?.[1];
  if (inside === undefined) return [];
  const parts = withoutEnding(inside).split('/');
  return parts.map((_, index) => parts.slice(index).join('/'));
}

/** The name that a file of a layer is required by: `base` of `/opt/base.js`; absent for other modules. */
export function nameInLayers(source: string): string | undefined {
  return source.startsWith('/opt/') ? withoutEnding(source.slice('/opt/'.length)) : undefined;
}

function withoutEnding(path: string): string {
  return path.replace(/(?:\/index)?\.[cm]?[jt]sx?$/, '');
}

/** Of several files the one that has most folders in common with another; absent where that is not one alone. */
export function nearest(paths: readonly string[], from: string): string | undefined {
  const folders = from.split('/');
  const shared = (path: string) => path.split('/').findIndex((part, index) => part !== folders[index]);
  const most = Math.max(...paths.map(shared));
  const near = paths.filter((path) => shared(path) === most);
  return near.length === 1 ? near[0] : undefined;
}

/** `.` is the package that a file is of itself. */
function resolveGo(
  source: string,
  from: string,
  isFolder: IsFile,
  aliases: readonly PathAliases[],
): string | undefined {
  if (source === '.') return folderOf(from);
  for (const place of aliasedPlaces(source, from, aliases)) if (isFolder(place)) return place;
  return undefined;
}

/** `.users` and `..lib.errors` from the folder at hand, `app.errors` from any folder above it. */
function resolvePython(source: string, from: string, isFile: IsFile): string | undefined {
  const [, dots = '', name = ''] = /^(\.*)(.*)$/.exec(source) ?? [];
  const parts = name === '' ? '' : `/${name.replaceAll('.', '/')}`;
  const tried = (folder: string) =>
    [`${folder}${parts}.py`, `${folder}${parts}/__init__.py`].find((path) =>
      parts !== '' || path.endsWith('__init__.py') ? isFile(path) : false,
    );
  if (dots !== '') {
    let folder = folderOf(from);
    for (let up = 1; up < dots.length; up++) folder = folderOf(folder);
    return tried(folder);
  }
  for (let folder = folderOf(from); ; folder = folderOf(folder)) {
    const found = tried(folder);
    if (found !== undefined || folder === '') return found;
  }
}

/** What a folder is called that packages are installed from, besides the name of the package itself: `ecom/ecom`. */
const sourceRoots: ReadonlySet<string> = new Set(['src', 'lib', 'libs', 'python', 'layer', 'layers']);
const deepestModule = 5;

/**
 * The names that a module of Python has once it is installed, as a layer of functions or as another package of the
 * repository: `shelf_common.errors` of `packages/shelf-common/shelf_common/errors.py`.
 */
export function namesInstalled(path: string): readonly string[] {
  const parts = path.replace(/(?:\/__init__)?\.py$/, '').split('/');
  const names: string[] = [];
  for (let depth = 1; depth <= deepestModule && depth < parts.length; depth++) {
    const inside = parts.slice(-depth);
    const root = parts.at(-depth - 1) ?? '';
    if (sourceRoots.has(root) || root.replaceAll('-', '_') === inside[0]) names.push(inside.join('.'));
  }
  return names;
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A path and what leads on from it, without `.` and `..`. */
export function joined(folder: string, path: string): string {
  if (path.startsWith('/')) return path;
  const parts: string[] = folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
