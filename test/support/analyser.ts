import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Analyser } from '../../server/src/analyser.ts';
import { Grammars } from '../../server/src/syntax/parser.ts';

const require = createRequire(import.meta.url);
const grammars = path.join(path.dirname(require.resolve('@vscode/tree-sitter-wasm/package.json')), 'wasm');
const runtime = path.join(path.dirname(require.resolve('web-tree-sitter')), 'web-tree-sitter.wasm');

const readGrammar = (file: string) => readFile(file === 'web-tree-sitter.wasm' ? runtime : path.join(grammars, file));
/** One analyser for all tests of a process: its grammars take a moment to load. */
export const analyser = new Analyser(readGrammar);
const syntax = new Grammars(readGrammar);

/** Whether a text in its language does not parse as a whole. */
export async function hasSyntaxError(file: string, text: string): Promise<boolean> {
  const language = analyser.languageOfPath(file);
  if (!language) return false;
  await syntax.load(language.grammar);
  const tree = syntax.parse(language.grammar, text);
  const broken = tree.rootNode.hasError;
  tree.delete();
  return broken;
}
