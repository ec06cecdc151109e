/** As much of `node:assert/strict` as the tests use, for a host without Node.js. */
function expect(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}

function shown(value: unknown): string {
  return JSON.stringify(value, undefined, 2) ?? String(value);
}

export function ok(value: unknown): asserts value {
  expect(Boolean(value), `${shown(value)} is not truthy`);
}

export function equal(actual: unknown, expected: unknown): void {
  expect(Object.is(actual, expected), `${shown(actual)} is not ${shown(expected)}`);
}

export function deepEqual(actual: unknown, expected: unknown): void {
  expect(shown(actual) === shown(expected), `${shown(actual)} is not ${shown(expected)}`);
}

export function match(actual: string, expected: RegExp): void {
  expect(expected.test(actual), `${actual} does not match ${expected}`);
}

export async function rejects(promise: Promise<unknown>, expected: RegExp): Promise<void> {
  const fault = await promise.then(
    () => undefined,
    (error: unknown) => String(error),
  );
  expect(fault !== undefined && expected.test(fault), `${fault} does not match ${expected}`);
}
