import { complain } from './output.ts';

/** What went wrong while files were read: said at once, each thing once, and remembered for the exit code. */
export class Failures {
  readonly #said = new Set<string>();

  get any(): boolean {
    return this.#said.size > 0;
  }

  readonly add = (subject: string, error: unknown): void => {
    this.say(complaintOf(subject, error));
  };

  say(line: string): void {
    if (this.#said.has(line)) return;
    this.#said.add(line);
    complain(line);
  }
}

/** What people are told of what went wrong with something. */
export function complaintOf(subject: string, error: unknown): string {
  return `${subject}: ${error instanceof Error ? reasonOf(error) : String(error)}`;
}

/** System errors say all in their message; faults of ours have to be found, so they keep their stack. */
function reasonOf(error: Error): string {
  return 'syscall' in error || error.name === 'Error' ? error.message : (error.stack ?? error.message);
}
