import { execFile, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Home } from './otherEditor.ts';

const patience = 30_000;

/** A terminal with a program in it, kept by a tmux of its own: keys go in, what its screen shows comes out. */
export class Terminal {
  readonly #home: Home;

  private constructor(home: Home) {
    this.#home = home;
  }

  static readonly isMissing = spawnSync('tmux', ['-V']).error !== undefined;

  static async open(home: Home, command: string): Promise<Terminal> {
    const terminal = new Terminal(home);
    await terminal.#tmux('new-session', '-d', '-x', '120', '-y', '40', '-c', home.folder, command);
    return terminal;
  }

  /** Keys by the names that tmux has for them: `Enter`, `Space`, `k`. */
  async press(...keys: readonly string[]): Promise<void> {
    await this.#tmux('send-keys', ...keys);
  }

  /** The screen once it shows something; an error with the screen that never did. */
  async shows(wanted: RegExp): Promise<string> {
    const end = Date.now() + patience;
    for (;;) {
      const screen = await this.#tmux('capture-pane', '-p');
      if (wanted.test(screen)) return screen;
      if (Date.now() > end) throw new Error(`The terminal never showed ${wanted}:\n${screen}`);
      await sleep(50);
    }
  }

  async close(): Promise<void> {
    // Nothing is left to end where the program has ended by itself.
    await this.#tmux('kill-server').catch(() => undefined);
  }

  async #tmux(...words: readonly string[]): Promise<string> {
    const { folder, environment } = this.#home;
    const { stdout } = await promisify(execFile)('tmux', ['-u', '-f', '/dev/null', '-S', `${folder}/tmux`, ...words], {
      env: environment,
    });
    return stdout;
  }
}
