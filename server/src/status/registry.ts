import statuses from '../generated/statuses.json' with { type: 'json' };
import type { StatusCode, StatusFacts } from './facts.ts';
import { type StatusTexts, translated } from './translation.ts';

export { classOf } from './classes.ts';
export type { StatusCode, StatusFacts } from './facts.ts';

// The build has checked the file against status.schema.json, of which StatusFacts is the type.
const inEnglish = statuses as readonly StatusFacts[];

/** Every code we know something about, registered and unofficial, in numerical order. */
export let allStatuses = inEnglish;

let factsByCode = byCode(allStatuses);

/** From now on the facts are told in these words; codes and names stay as they are on the wire. */
export function useStatusTexts(texts: readonly StatusTexts[]): void {
  const textsByCode = new Map(texts.map((each) => [each.code, each]));
  allStatuses = inEnglish.map((facts) => {
    const own = textsByCode.get(facts.code);
    return own ? translated(facts, own) : facts;
  });
  factsByCode = byCode(allStatuses);
}

function byCode(all: readonly StatusFacts[]): ReadonlyMap<StatusCode, StatusFacts> {
  return new Map(all.map((facts) => [facts.code, facts]));
}

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
