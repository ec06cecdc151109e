import statuses from '../generated/statuses.json' with { type: 'json' };
import type { StatusCode, StatusFacts } from './facts.ts';

export { classOf } from './classes.ts';
export type { StatusCode, StatusFacts } from './facts.ts';

/** Every code we know something about, registered and unofficial, in numerical order. */
// The build has checked the file against status.schema.json, of which StatusFacts is the type.
export const allStatuses = statuses as readonly StatusFacts[];

const factsByCode = new Map(allStatuses.map((facts) => [facts.code, facts]));

export function statusFacts(code: StatusCode): StatusFacts | undefined {
  return factsByCode.get(code);
}

/** Whether the IANA registry lists the code, be it current, deprecated or reserved. */
export function isRegistered(code: StatusCode): boolean {
  const facts = factsByCode.get(code);
  return facts !== undefined && facts.standing !== 'unofficial';
}

/** The registered phrase; for the numbers registered as `(Unused)` the name people know them by. */
export function reasonPhrase(code: StatusCode): string | undefined {
  const facts = factsByCode.get(code);
  return facts?.commonName ?? facts?.name;
}
