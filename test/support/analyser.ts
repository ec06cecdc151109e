import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Analyser } from '../../server/src/analyser.ts';

const require = createRequire(import.meta.url);
const grammars = path.join(path.dirname(require.resolve('@vscode/tree-sitter-wasm/package.json')), 'wasm');
const runtime = path.join(path.dirname(require.resolve('web-tree-sitter')), 'web-tree-sitter.wasm');

/** One analyser for all tests of a process: its grammars take a moment to load. */
export const analyser = new Analyser((file) =>
  readFile(file === 'web-tree-sitter.wasm' ? runtime : path.join(grammars, file)),
);
