/** Writes a line where the people who run the server look for it. */
export type Log = (line: string) => void;

/**
 * Runs features so that a fault in one neither reaches the editor nor stops the others: it is logged, once, and the
 * answer is an empty one.
 */
export class Guard {
  readonly #log: Log;
  readonly #logged = new Set<string>();

  constructor(log: Log) {
    this.#log = log;
  }

  async run<Result>(feature: string, empty: Result, action: () => Result | Promise<Result>): Promise<Result> {
    try {
      return await action();
    } catch (error) {
      this.report(feature, error);
      return empty;
    }
  }

  runNow<Result>(feature: string, empty: Result, action: () => Result): Result {
    try {
      return action();
    } catch (error) {
      this.report(feature, error);
      return empty;
    }
  }

  readonly report = (feature: string, error: unknown): void => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    // The same fault at the same place is known already, whatever text it met this time.
    const place = /\n\s+at .*/.exec(text)?.[0] ?? text;
    const key = `${feature} ${place}`;
    if (this.#logged.has(key)) return;
    this.#logged.add(key);
    this.#log(`${feature}: ${text}`);
  };
}
