import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { execPath } from 'node:process';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  type CompletionItem,
  CompletionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type MarkupContent,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';

const serverModule = join(import.meta.dirname, '../../dist/server.js');

export interface LanguageClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Of the editor: `zh-cn`. */
  readonly locale?: string;
  /** The folder of the workspace, as a URI. */
  readonly folder?: string;
  /** Answers a request of the server for a section of the settings. */
  readonly configuration?: (section: string | undefined) => unknown;
}

/** An editor without a screen: starts the built server and talks to it as any editor would. */
export class LanguageClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly #server: ChildProcess;
  readonly #published = new Map<string, readonly Diagnostic[]>();

  private constructor(server: ChildProcess, connection: ProtocolConnection, initialized: InitializeResult) {
    this.#server = server;
    this.connection = connection;
    this.initialized = initialized;
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      this.#published.set(uri, diagnostics);
    });
  }

  static async start(options: LanguageClientOptions = {}): Promise<LanguageClient> {
    const server = spawn(execPath, [serverModule, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section?: string }[] }) =>
      items.map(({ section }) => options.configuration?.(section) ?? null),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
    const initialized = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: options.folder ?? null,
      capabilities: options.capabilities ?? pullingClient,
      initializationOptions: options.initializationOptions,
      ...(options.locale === undefined ? {} : { locale: options.locale }),
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return new LanguageClient(server, connection, initialized);
  }

  get processId(): number {
    const { pid } = this.#server;
    if (pid === undefined) throw new Error('The server did not start.');
    return pid;
  }

  async open(uri: string, text: string, languageId = 'javascript'): Promise<void> {
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  async change(uri: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }

  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const report: DocumentDiagnosticReport = await this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    });
    return report.kind === 'full' ? report.items : [];
  }

  /** What the server publishes about a document without being asked, once it is as wanted. */
  async published(
    uri: string,
    isWanted: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> {
    for (let waited = 0; waited < 10_000; waited += 20) {
      const diagnostics = this.#published.get(uri);
      if (diagnostics !== undefined && isWanted(diagnostics)) return diagnostics;
      await new Promise((settle) => setTimeout(settle, 20));
    }
    throw new Error(`What was published about ${uri}: ${JSON.stringify(this.#published.get(uri))}`);
  }

  async codeActions(
    uri: string,
    range: Range,
    diagnostics: readonly Diagnostic[] = [],
  ): Promise<readonly CodeAction[]> {
    const actions = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [...diagnostics] },
    });
    return (actions ?? []).filter(
      (action): action is CodeAction => !('command' in action && typeof action.command === 'string'),
    );
  }

  async completion(uri: string, position: Position): Promise<readonly CompletionItem[]> {
    const found = await this.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
    return Array.isArray(found) ? found : (found?.items ?? []);
  }

  async ask<Result>(request: string, parameters: unknown): Promise<Result> {
    return this.connection.sendRequest<Result>(request, parameters);
  }

  /** Ends the server as the protocol wants it and answers its exit code. */
  /** Ends the server, whatever became of the test: `await using client = await LanguageClient.start()`. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#server.exitCode !== null) return;
    const exit = once(this.#server, 'exit');
    this.#server.kill();
    await exit;
    this.connection.dispose();
  }

  async stop(): Promise<number | null> {
    const exit = once(this.#server, 'exit');
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const [code] = await exit;
    this.connection.dispose();
    return code;
  }
}

const pullingClient: ClientCapabilities = {
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source', 'source.fixAll'] } },
      isPreferredSupport: true,
    },
  },
  workspace: { configuration: true },
};

/** The Markdown of a hover. */
export function markdownOf(hover: Hover | null): string {
  return (hover?.contents as MarkupContent | undefined)?.value ?? '';
}

/** Where a piece of a text is. With `within`, the piece inside the first place where that longer one stands. */
export function rangeIn(text: string, piece: string, within = piece): Range {
  const start = text.indexOf(within);
  if (start < 0) throw new Error(`The text does not contain ${within}`);
  const offset = start + within.indexOf(piece);
  return { start: positionAt(text, offset), end: positionAt(text, offset + piece.length) };
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
