import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  type Uri,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { responseMapChangedNotification } from '../../server/src/protocol.ts';
import type { CreateClient } from './clientOptions.ts';
import type { Health } from './health.ts';

/** The language server as the commands see it: started by whoever first needs it. */
export class Server implements Disposable {
  readonly #createClient: CreateClient;
  readonly #storage: Uri | undefined;
  readonly #output: LogOutputChannel;
  readonly #healthChanges = new EventEmitter<Health>();
  readonly #responseChanges = new EventEmitter<void>();
  #health: Health = 'stopped';
  #client: Promise<BaseLanguageClient> | undefined;

  readonly onDidChangeHealth = this.#healthChanges.event;
  /** Fired when the map of responses that was given last may be out of date. */
  readonly onDidChangeResponses = this.#responseChanges.event;

  constructor(createClient: CreateClient, storage: Uri | undefined, output: LogOutputChannel) {
    this.#createClient = createClient;
    this.#storage = storage;
    this.#output = output;
  }

  get health(): Health {
    return this.#health;
  }

  /** Starts the server unless it runs. One that failed gets another chance. */
  async start(): Promise<void> {
    await this.#running();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const stopping = this.#client;
    this.#client = undefined;
    this.#become('stopped');
    const client = await stopping?.catch(() => undefined);
    await client?.dispose().catch((error: unknown) => this.#output.warn(`Stopping the server: ${error}`));
  }

  async ask<Result>(request: string, parameters: unknown, token?: CancellationToken): Promise<Result> {
    const client = await this.#running();
    return client.sendRequest<Result>(request, parameters, token);
  }

  /** Asks for what takes a while; `onProgress` is told how far it is. */
  async askWithProgress<Result>(
    request: string,
    parameters: object,
    onProgress: (message: string) => void,
    token: CancellationToken,
  ): Promise<Result> {
    const client = await this.#running();
    const { followProgress } = await import('./clientOptions.ts');
    const workDoneToken = crypto.randomUUID();
    const following = followProgress(client, workDoneToken, onProgress);
    try {
      return await client.sendRequest<Result>(request, { ...parameters, workDoneToken }, token);
    } finally {
      following.dispose();
    }
  }

  dispose(): void {
    this.#healthChanges.dispose();
    this.#responseChanges.dispose();
  }

  async #running(): Promise<BaseLanguageClient> {
    if (this.#health === 'failed') await this.stop();
    this.#client ??= this.#create();
    return this.#client;
  }

  #create(): Promise<BaseLanguageClient> {
    this.#become('starting');
    const created = this.#launch((health) => {
      // A client that was replaced has nothing to say any more.
      if (this.#client === created) this.#become(health);
    });
    created.catch((error: unknown) => {
      this.#output.error(`Starting the server: ${error}`);
      if (this.#client === created) this.#become('failed');
    });
    return created;
  }

  async #launch(onHealth: (health: Health) => void): Promise<BaseLanguageClient> {
    const client = await this.#createClient({
      storage: this.#storage,
      output: this.#output,
      readsDocuments: workspace.getConfiguration('httpStatus').get('enable', true),
      onHealth,
    });
    client.onNotification(responseMapChangedNotification, () => this.#responseChanges.fire());
    await client.start();
    return client;
  }

  #become(health: Health): void {
    if (health === this.#health) return;
    this.#health = health;
    this.#healthChanges.fire(health);
  }
}
