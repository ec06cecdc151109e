import { relative, sep } from 'node:path';
import { cwd } from 'node:process';

/** A path as people and other programs get to see it: from the working folder, with `/` between its parts. */
export function relativeName(path: string): string {
  return (relative(cwd(), path) || path).replaceAll(sep, '/');
}
