import type { FunctionView } from '../../languages/views.ts';

const longest = 4000;

/**
 * True of middleware, or of a function that makes some, that answers 401 to callers who show no credentials and lets
 * the others go on.
 */
export function isGuard(view: FunctionView): boolean {
  const { name, node } = view;
  if (
    node.end - node.start > longest ||
    (name !== undefined && /optional|maybe|login(?!_?required)|signin|error/i.test(name))
  )
    return false;
  if (view.parameters.some((parameter) => /^(?:e|err|error)$/.test(parameter.name ?? ''))) return false;
  const { text } = node;
  return letsOthersGoOn(text) && refusesAnonymous.test(text) && readsCredentials.test(text);
}

const refusesAnonymous = /\b401\b|[uU]nauthori[sz]ed|UNAUTHORI[SZ]ED/;
const readsCredentials = /authorization|token|session|jwt|cookie|bearer|api_?-?key|\buser\b|credentials/i;

/** By `next()`, or what Go has for it; or by giving back whom it did not refuse with an error, as a dependency of FastAPI does. */
function letsOthersGoOn(text: string): boolean {
  const next = text.search(/\bnext\s*\(/);
  if (next >= 0) return /\bnext\b/.test(text.slice(0, next));
  if (goesOn.test(text)) return !letsAnonymousGoOn.test(text);
  return raisesUnauthorized.test(text) && !/\breturn None\b/.test(text);
}

/** `c.Next()` and `next.ServeHTTP(w, r)`; gin goes on by itself behind what aborts. */
const goesOn = /\bc\w*\.(?:Next\(\)|Abort\w*\([^\n]*(?:\b401|[uU]nauthorized))|\bnext\.ServeHTTP\(/;
const letsAnonymousGoOn = /(?:""|nil)[ )]*\{\s*(?:c\w*\.Next\(|next\.ServeHTTP\(|return(?: next\(\w+\))?\s*\n)/;

const raisesUnauthorized = /\b(?:raise|abort)\b[^\n]*\n?[^\n]*(?:\b401|_401_|[uU]nauthori[sz]ed|UNAUTHORI[SZ]ED)/;
