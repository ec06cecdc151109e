import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type ClientSettings, clientOptions, prepare } from './clientOptions.ts';

/** A client of the server in a process. Loads the language client library, so it is imported when it is needed. */
export function createProcessClient(serverModule: string, settings: ClientSettings): LanguageClient {
  const run = { module: serverModule, transport: TransportKind.ipc };
  const client = new LanguageClient(
    'httpStatus',
    'HTTP Status',
    { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } },
    clientOptions(settings),
  );
  prepare(client, settings);
  return client;
}
