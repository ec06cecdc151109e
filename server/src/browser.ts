/** The language server as a web worker, for editors that run in a browser. It reads files through its client. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './features/languageServer.ts';
import {
  type ListFilesParams,
  listFilesRequest,
  type ReadFileParams,
  type ReadGrammarParams,
  readFileRequest,
  readGrammarRequest,
} from './protocol.ts';
import { foldersOfOthers } from './workspace/foldersOfOthers.ts';

/** The worker itself. The types of browsers would put a thousand names into a program that may use none of them. */
declare const self: { close(): void };

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
const decoder = new TextDecoder();

connection.onExit(() => self.close());
serve(connection, {
  readGrammar: (fileName) => connection.sendRequest(readGrammarRequest, { fileName } satisfies ReadGrammarParams),
  readText: async (uri) => {
    const bytes: Uint8Array | null = await connection.sendRequest(readFileRequest, { uri } satisfies ReadFileParams);
    return bytes === null ? undefined : decoder.decode(bytes);
  },
  async *listFiles(folder) {
    const asked: ListFilesParams = { folder, leftOut: foldersOfOthers };
    yield* await connection.sendRequest<readonly string[]>(listFilesRequest, asked);
  },
});
