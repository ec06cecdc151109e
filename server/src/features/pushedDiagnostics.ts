import type { Diagnostic } from 'vscode-languageserver';

type Publish = (uri: string, diagnostics: Diagnostic[]) => void;

/** Long enough for a few keystrokes, short enough to be taken for an answer to them. */
const pause = 150;

/** Sends diagnostics to editors that do not ask for them, when their author has stopped typing for a moment. */
export class PushedDiagnostics {
  readonly #find: (uri: string) => Promise<Diagnostic[]>;
  readonly #publish: Publish;
  readonly #waiting = new Map<string, NodeJS.Timeout>();

  constructor(find: (uri: string) => Promise<Diagnostic[]>, publish: Publish) {
    this.#find = find;
    this.#publish = publish;
  }

  changed(uri: string): void {
    clearTimeout(this.#waiting.get(uri));
    const timer = setTimeout(async () => {
      const diagnostics = await this.#find(uri);
      // The document changed again or was closed in the meantime: this is not about it any more.
      if (this.#waiting.get(uri) !== timer) return;
      this.#waiting.delete(uri);
      this.#publish(uri, diagnostics);
    }, pause);
    this.#waiting.set(uri, timer);
  }

  closed(uri: string): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.delete(uri);
    this.#publish(uri, []);
  }
}
