import type { Response } from '../responses/model.ts';
import type { HeaderRequirement, StatusFacts } from '../status/facts.ts';

/** Servers add these by themselves, so that code without them lacks nothing. */
const addedByServers = new Set(['content-length', 'content-type', 'date', 'connection']);

/** The fields that a response owes and that are known not to be set. */
export function missingHeaders(facts: StatusFacts, response: Response): readonly HeaderRequirement[] {
  const { headers, framework, handler } = response;
  if (!headers.complete || framework.side !== 'server') return [];
  return (facts.headers ?? []).filter(({ name, level, condition }) => {
    const key = name.toLowerCase();
    if (level === 'MAY' || headers.fields.has(key) || addedByServers.has(key)) return false;
    return isMet(condition, handler?.methods ?? []);
  });
}

/** Whether a condition surely holds: `always`, `for a POST`. Others are about what code does not show. */
function isMet(condition: string, methods: readonly string[]): boolean {
  if (condition === 'always') return true;
  const method = /^for an? ([A-Z]+)$/.exec(condition)?.[1];
  return method !== undefined && methods.length > 0 && methods.every((each) => each === method);
}
