/** The language server as a process: `--stdio`, `--node-ipc`. */
// First, before anything takes memory.
import './node/memory.ts';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './features/languageServer.ts';
import { readFileAt } from './node/files.ts';
import { readGrammarFile } from './node/grammarFiles.ts';
import { workspaceFiles } from './node/workspaceFiles.ts';

serve(createConnection(ProposedFeatures.all), {
  readGrammar: readGrammarFile,
  readText: readFileAt,
  listFiles: workspaceFiles,
});
