#!/usr/bin/env node
/** The language server as a process. An editor says how messages are carried: `--stdio`, `--node-ipc`, a pipe, a socket. */
// First, before anything takes memory.
import './node/memory.ts';
import { argv, stderr, stdout } from 'node:process';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './features/languageServer.ts';
import { readFileAt, realAddress } from './node/files.ts';
import { readGrammarFile } from './node/grammarFiles.ts';
import { answerToPeople } from './node/serverArguments.ts';
import { storedSummaries } from './node/storedText.ts';
import { readTranslationFile } from './node/translationFiles.ts';
import { workspaceFiles } from './node/workspaceFiles.ts';

const answer = answerToPeople(argv.slice(2));
if (answer) {
  (answer.isError ? stderr : stdout).write(answer.text);
  process.exitCode = answer.isError ? 2 : 0;
} else {
  serve(createConnection(ProposedFeatures.all), {
    readGrammar: readGrammarFile,
    readText: readFileAt,
    readTranslation: readTranslationFile,
    listFiles: workspaceFiles,
    realAddress,
    storedSummaries,
  });
}
