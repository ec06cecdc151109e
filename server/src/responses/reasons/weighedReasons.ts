import type { Reason, ReasonKind } from './reason.ts';

const ranking: readonly ReasonKind[] = [
  'lacking permission',
  'missing credentials',
  'conflict',
  'expired',
  'not found',
  'precondition failed',
  'precondition required',
  'too large',
  'unsupported media type',
  'not acceptable',
  'rate limit',
  'maintenance',
  'invalid input',
  'misconfigured',
  'upstream time-out',
  'upstream failure',
  'unexpected failure',
  'forgery',
  'not modified',
];

/**
 * `taken && taken.id !== caller.id`: what exists already exists for somebody else; nobody is asked for permission, as in
 * `exists and not may_overwrite.can()`.
 */
export function withoutOthers(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.some(({ kind }) => kind === 'conflict')
    ? reasons.filter(({ kind, principal }) => kind !== 'lacking permission' || !principal)
    : reasons;
}

/** Of atoms that hold together, the one that tells most. */
export function strongest(reasons: readonly Reason[]): Reason | undefined {
  return reasons.toSorted((a, b) => ranking.indexOf(a.kind) - ranking.indexOf(b.kind))[0];
}

/** The reason that all ways to satisfy a condition share. */
export function agreed(reasons: readonly (Reason | undefined)[]): Reason | undefined {
  const known = reasons.filter((reason) => reason !== undefined);
  const first = known[0];
  if (!first || known.length < reasons.length) return undefined;
  // who logs in with an unknown name or a wrong password has no valid credentials either way
  const credentials = known.find((reason) => reason.kind === 'missing credentials');
  const ofLogin: readonly ReasonKind[] = ['missing credentials', 'not found', 'invalid input'];
  if (credentials && !credentials.principal && known.every((reason) => ofLogin.includes(reason.kind)))
    return credentials;
  if (known.some((reason) => reason.kind !== first.kind)) return undefined;
  return known.find((reason) => reason.confidence === 'low') ?? first;
}
