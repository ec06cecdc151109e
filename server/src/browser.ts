/** The language server as a web worker, for editors that run in a browser. It reads files through its client. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './features/languageServer.ts';
import {
  type ListFilesParams,
  listFilesRequest,
  type ReadFileParams,
  type ReadGrammarParams,
  type ReadTranslationParams,
  readFileRequest,
  readGrammarRequest,
  readTranslationRequest,
} from './protocol.ts';

/** The worker itself. The types of browsers would put a thousand names into a program that may use none of them. */
declare const self: { close(): void };

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
const decoder = new TextDecoder();

connection.onExit(() => self.close());
serve(connection, {
  readGrammar: (fileName) => connection.sendRequest(readGrammarRequest, { fileName } satisfies ReadGrammarParams),
  readText: async (uri) => textOf(await connection.sendRequest(readFileRequest, { uri } satisfies ReadFileParams)),
  readTranslation: async (fileName) =>
    textOf(await connection.sendRequest(readTranslationRequest, { fileName } satisfies ReadTranslationParams)),
  async *listFiles(folder) {
    yield* await connection.sendRequest<readonly string[]>(listFilesRequest, { folder } satisfies ListFilesParams);
  },
});

function textOf(bytes: Uint8Array | null): string | undefined {
  return bytes === null ? undefined : decoder.decode(bytes);
}
