import type { Origin } from './provenance.ts';
import { speaksOf } from './vocabulary.ts';

/** Fields of a request's header that decide more than any input does; the first that applies counts. */
const fields: readonly (readonly [decides: RegExp, origin: Origin])[] = [
  [/^if[-_]?(?:none[-_]?match|match|un?modified[-_]?since|modified[-_]?since)$/i, 'precondition'],
  [/^content[-_]?type$/i, 'media type'],
  [/^accept(?:[-_]?(?:language|encoding|charset))?$/i, 'accepted types'],
  [/^content[-_]?length$/i, 'size'],
];

/** What a field of a request's header, or a cookie, is about. */
export function originOfField(name: string): Origin {
  if (speaksOf(name, 'forgery')) return 'forgery';
  if (speaksOf(name, 'credentials') || /api[-_]?key|session/i.test(name)) return 'credentials';
  return fields.find(([decides]) => decides.test(name))?.[1] ?? 'input';
}

/** Where a value is a part of the request, whatever it decides. */
export function isOfRequest(origin: Origin): boolean {
  return origin === 'input' || fields.some(([, each]) => each === origin);
}
