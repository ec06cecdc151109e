/** As much of mocha as the tests use, for a host that cannot load the rest. */
interface Registered {
  readonly name: string;
  readonly run: () => void | Promise<void>;
}

export const tests: Registered[] = [];
let within: readonly string[] = [];

export function suite(name: string, define: () => void): void {
  const outer = within;
  within = [...outer, name];
  define();
  within = outer;
}

export function test(name: string, run: () => void | Promise<void>): void {
  tests.push({ name: [...within, name].join(' › '), run });
}
