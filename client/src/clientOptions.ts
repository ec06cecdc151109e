import { type Disposable, extensions, type LogOutputChannel, type Uri, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  type StaticFeature,
  WorkDoneProgress,
} from 'vscode-languageclient';
import { showPlacesCommand } from '../../server/src/protocol.ts';
import type { Health } from './health.ts';
import { supportedLanguages } from './languages.ts';

const restartsAllowed = 3;
const restartPeriod = 3 * 60_000;

export interface ClientSettings {
  /** Where the server may keep what it has read of the workspace, until the next start. */
  readonly storage: Uri | undefined;
  readonly output: LogOutputChannel;
  /** Whether the server gets to see documents. Without them it still answers what a code means. */
  readonly readsDocuments: boolean;
  /** Told of every change, a crash among them. */
  readonly onHealth: (health: Health) => void;
}

/** Makes a client of the server, wherever that runs. */
export type CreateClient = (settings: ClientSettings) => Promise<BaseLanguageClient>;

/** What the client is told, wherever the server runs. */
export function clientOptions({ storage, output, readsDocuments, onHealth }: ClientSettings): LanguageClientOptions {
  return {
    documentSelector: readsDocuments
      ? [...supportedLanguages.map((language) => ({ language })), { pattern: '**/http-status.config.json' }]
      : [],
    initializationOptions: {
      ...(storage && { storageFolder: storage.toString() }),
      checksSchemas: checksSchemas(),
    },
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: restartingErrorHandler(() => onHealth('failed')),
    markdown: { isTrusted: { enabledCommands: ['httpStatus.showPage'] } },
    diagnosticPullOptions: {
      onChange: true,
      // Old versions of a file, in a comparison for example, are there to be read.
      filter: (document) => workspace.fs.isWritableFileSystem(document.uri.scheme) === false,
    },
  };
}

/** VS Code does, unless somebody has switched that off. */
function checksSchemas(): boolean {
  const isThere = extensions.getExtension('vscode.json-language-features') !== undefined;
  return isThere && workspace.getConfiguration('json').get('validate.enable', true);
}

/** Adds what every client does before it starts. */
export function prepare(client: BaseLanguageClient, { onHealth }: ClientSettings): void {
  client.registerFeature(commandsAsCapability);
  client.onDidChangeState(({ newState }) => {
    const health = healthIn(newState);
    if (health !== undefined) onHealth(health);
  });
}

/** Tells what the server reports on the request that has the token. */
export function followProgress(
  client: BaseLanguageClient,
  token: string,
  onReport: (message: string) => void,
): Disposable {
  return client.onProgress(WorkDoneProgress.type, token, (progress) => {
    if (progress.kind === 'report' && progress.message !== undefined) onReport(progress.message);
  });
}

/** Tells the server which commands it may give to what it shows. */
const commandsAsCapability: StaticFeature = {
  fillClientCapabilities(capabilities) {
    capabilities.experimental = { ...capabilities.experimental, commands: [showPlacesCommand] };
  },
  initialize() {},
  getState: () => ({ kind: 'static' }),
  clear() {},
};

/** `Stopped` says nothing: a client passes through it on its way to a restart as well. */
function healthIn(state: State): Health | undefined {
  switch (state) {
    case State.Starting:
      return 'starting';
    case State.Running:
      return 'running';
    case State.StartFailed:
      return 'failed';
    default:
      return undefined;
  }
}

/** Starts the server again when it crashed, a few times: what crashes at every start would otherwise do so for ever. */
function restartingErrorHandler(onGivenUp: () => void): ErrorHandler {
  let crashes: readonly number[] = [];
  return {
    error: (_error, _message, count = 0) => ({ action: count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown }),
    closed: () => {
      const now = Date.now();
      crashes = [...crashes.filter((time) => now - time < restartPeriod), now];
      if (crashes.length <= restartsAllowed) return { action: CloseAction.Restart, handled: true };
      onGivenUp();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}
