import { stderr } from 'node:process';

/** Often enough to look alive, seldom enough to cost nothing. */
const pause = 80;

/** Shows on a terminal how far a scan is. Anywhere else it shows nothing. */
export class Progress {
  readonly #total: number;
  #shownAt = performance.now();
  #isShown = false;

  constructor(total: number) {
    this.#total = total;
  }

  at(index: number): void {
    if (!stderr.isTTY) return;
    const now = performance.now();
    if (now - this.#shownAt < pause) return;
    this.#shownAt = now;
    this.#isShown = true;
    stderr.write(`\r\x1B[K${index} of ${this.#total} files`);
  }

  done(): void {
    if (this.#isShown) stderr.write('\r\x1B[K');
  }
}
