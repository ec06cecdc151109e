import { CancellationTokenSource, type Disposable, EventEmitter } from 'vscode';
import {
  type MappedFile,
  type ResponseMapParams,
  type ResponseMapResult,
  responseMapRequest,
} from '../../../server/src/protocol.ts';
import type { Server } from '../server.ts';

/** What is known of the workspace's responses here: `unread` until somebody looks. */
export type MapState = 'unread' | 'reading' | 'read' | 'failed';

/** The files of the workspace with their routes, as the server gave them: asked for once, then only what changed. */
export class MapFiles implements Disposable {
  readonly #server: Server;
  readonly #changes = new EventEmitter<void>();
  readonly #files = new Map<string, MappedFile>();
  #version: number | undefined;
  #state: MapState = 'unread';
  #asked: CancellationTokenSource | undefined;

  readonly onDidChange = this.#changes.event;

  constructor(server: Server) {
    this.#server = server;
  }

  get state(): MapState {
    return this.#state;
  }

  get files(): Iterable<MappedFile> {
    return this.#files.values();
  }

  /** Asks for what is new. `onProgress` is told how far the server is. */
  async update(onProgress: (message: string) => void): Promise<void> {
    this.#asked?.cancel();
    const asked = new CancellationTokenSource();
    this.#asked = asked;
    if (this.#state !== 'read') this.#become('reading');
    try {
      for (let isComplete = false; !isComplete && !asked.token.isCancellationRequested; ) {
        const parameters: ResponseMapParams = this.#version === undefined ? {} : { since: this.#version };
        const result = await this.#server.askWithProgress<ResponseMapResult>(
          responseMapRequest,
          parameters,
          onProgress,
          asked.token,
        );
        if (asked.token.isCancellationRequested) return;
        this.#take(result);
        ({ isComplete } = result);
      }
    } catch {
      if (!asked.token.isCancellationRequested) this.#become('failed');
    } finally {
      asked.dispose();
    }
  }

  /** The next answer is a whole one. */
  forget(): void {
    this.#version = undefined;
    this.#files.clear();
    this.#become('unread');
  }

  dispose(): void {
    this.#asked?.cancel();
    this.#changes.dispose();
  }

  #take({ version, isWhole, isComplete, files }: ResponseMapResult): void {
    if (isWhole) this.#files.clear();
    for (const file of files) {
      if (file.routes.length === 0) this.#files.delete(file.uri);
      else this.#files.set(file.uri, file);
    }
    this.#version = version;
    const isNews = isWhole || files.length > 0;
    if (isComplete && this.#state !== 'read') this.#become('read');
    else if (isNews) this.#changes.fire();
  }

  #become(state: MapState): void {
    this.#state = state;
    this.#changes.fire();
  }
}
