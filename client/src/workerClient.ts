import { l10n, RelativePattern, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import {
  type HandedTranslation,
  type ListFilesParams,
  listFilesRequest,
  type ReadFileParams,
  type ReadGrammarParams,
  readFileRequest,
  readGrammarRequest,
} from '../../server/src/protocol.ts';
import { type ClientSettings, clientOptions, prepare } from './clientOptions.ts';

/** Of a browser, whose types would put a thousand names into a program that may use none of them. */
declare const Worker: new (script: string) => ConstructorParameters<typeof BrowserMessageReader>[0];

/** Each may be a request over the network. */
const mostFiles = 2000;

/**
 * Starts a worker from a script of the extension. The script is read first: an extension may lie where workers must not be
 * started from, on the server of a remote window for example.
 */
async function startWorker(script: Uri): Promise<MessageTransports> {
  const source = await workspace.fs.readFile(script);
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  try {
    const worker = new Worker(address);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  } finally {
    // It is being fetched already; the address may go when that has begun.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }
}

/** A client of the server in a web worker, which reads files through the editor: there is no other way to them. */
export async function createWorkerClient(extensionUri: Uri, settings: ClientSettings): Promise<LanguageClient> {
  const options = clientOptions(settings);
  const client = new LanguageClient(
    'httpStatus',
    'HTTP Status',
    () => startWorker(Uri.joinPath(extensionUri, 'dist', 'browserServer.js')),
    { ...options, initializationOptions: { ...options.initializationOptions, ...(await handedTranslation()) } },
  );
  prepare(client, settings);
  client.onRequest(readGrammarRequest, ({ fileName }: ReadGrammarParams) =>
    workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', 'grammars', fileName)),
  );
  client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => readIfThere(Uri.parse(uri)));
  client.onRequest(listFilesRequest, async ({ folder, leftOut }: ListFilesParams) => {
    const everything = new RelativePattern(Uri.parse(folder), '**/*');
    const folders = ['.*', ...leftOut].map((name) => `**/${name}`);
    const files = await workspace.findFiles(everything, `{${folders.join(',')}}/**`, mostFiles);
    return files.map((file) => file.toString());
  });
  return client;
}

/** The texts in the editor's language, which a worker cannot read by itself. */
async function handedTranslation(): Promise<HandedTranslation | undefined> {
  const messages = l10n.uri;
  if (messages === undefined) return undefined;
  const statuses = messages.with({ path: messages.path.replace(/bundle\.l10n\.(?=[^/]*$)/, 'statuses.') });
  const files = await Promise.all(
    [messages, statuses].map(async (uri) => {
      const content = await readIfThere(uri);
      return content === null ? [] : [[uri.path.replace(/^.*\//, ''), new TextDecoder().decode(content)] as const];
    }),
  );
  return { translation: Object.fromEntries(files.flat()) };
}

async function readIfThere(uri: Uri): Promise<Uint8Array | null> {
  try {
    return await workspace.fs.readFile(uri);
  } catch {
    return null;
  }
}
