import { join, resolve } from 'node:path';

export const projectRoot = resolve(import.meta.dirname, '../..');

/** Everything that is fetched or made for running a real editor. Not part of the repository, safe to delete. */
export const editorCache = join(projectRoot, '.vscode-test');
