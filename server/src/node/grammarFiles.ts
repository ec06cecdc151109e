import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ReadGrammar } from '../syntax/parser.ts';

/** Reads the parser and its grammars: built, they lie beside the bundle; in the source tree they are packages. */
export const readGrammarFile: ReadGrammar = (fileName) => readFile(join(folderOf(fileName), fileName));

const shipped = join(import.meta.dirname, 'grammars');

function folderOf(fileName: string): string {
  if (existsSync(shipped)) return shipped;
  const { resolve } = createRequire(import.meta.url);
  if (fileName === 'web-tree-sitter.wasm') return dirname(resolve('web-tree-sitter'));
  return join(dirname(resolve('@vscode/tree-sitter-wasm/package.json')), 'wasm');
}
