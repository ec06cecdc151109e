import { t } from '../localisation.ts';
import { decoded } from '../workspace/addresses.ts';
import type { Project } from './tool.ts';

export interface Located {
  readonly uri: string;
  /** From the folder it is in, with `/` between its parts. */
  readonly name: string;
  /** Whether there is such a file. */
  readonly exists: boolean;
}

type Files = Pick<Project, 'folders' | 'realAddress'>;

/**
 * The file that a path means: relative to a folder of the project, absolute, or a URI. A sentence why not for one that is
 * not in the project, or that a symbolic link leads out of it.
 */
export async function locate(path: string, files: Files): Promise<Located | string> {
  const candidates = files.folders.flatMap((folder) => {
    const within = relativeTo(folder, path);
    const uri = within === undefined ? undefined : resolved(folder, within);
    return uri === undefined ? [] : [{ folder, uri }];
  });
  const folders = files.folders.map(decoded).join(t(', '));
  const outside = t('{0} is outside the project. Only files below {1} are read.', path, folders);
  for (const { folder, uri } of candidates) {
    const real = await files.realAddress(uri);
    if (real === undefined) continue;
    const realFolder = await files.realAddress(folder);
    if (realFolder === undefined || !isWithin(real, realFolder)) return outside;
    return { uri, name: nameIn(folder, uri), exists: true };
  }
  const [first] = candidates;
  return first ? { uri: first.uri, name: nameIn(first.folder, first.uri), exists: false } : outside;
}

/** A path as seen from a folder; undefined for an absolute one that leads elsewhere. */
function relativeTo(folder: string, path: string): string | undefined {
  const address = /^[a-z][\w+.-]+:\/\//i;
  const slashed = path.replaceAll('\\', '/');
  const isAbsolute = /^(?:\/|[a-z]:\/)/i.test(slashed);
  if (!isAbsolute && !address.test(path)) return slashed;
  const whole = address.test(path) ? decoded(path) : slashed;
  const start = `${address.test(path) ? decoded(folder) : decoded(folder).replace(/^[^:]+:\/\/[^/]*/, '')}/`;
  // in the path of a URI a slash stands before the letter of a drive
  return [start, start.replace(/^\//, '')].flatMap((each) =>
    whole.startsWith(each) ? [whole.slice(each.length)] : [],
  )[0];
}

function resolved(folder: string, within: string): string | undefined {
  const { href } = new URL(within.split('/').map(encodeURIComponent).join('/'), `${folder}/`);
  return isWithin(href, new URL(`${folder}/`).href.slice(0, -1)) ? href : undefined;
}

function isWithin(uri: string, folder: string): boolean {
  return uri.startsWith(`${folder}/`);
}

function nameIn(folder: string, uri: string): string {
  return decoded(uri.slice(new URL(`${folder}/`).href.length));
}
