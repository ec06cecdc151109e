import type { FunctionView } from '../languages/views.ts';

const longest = 4000;

/**
 * True of middleware, or of a function that makes some, that answers 401 to callers who show no credentials and lets
 * the others go on.
 */
export function isGuard(view: FunctionView): boolean {
  const { name, node } = view;
  if (node.end - node.start > longest || (name !== undefined && /optional|maybe|login|signin|error/i.test(name)))
    return false;
  if (view.parameters.some((parameter) => /^(?:e|err|error)$/.test(parameter.name ?? ''))) return false;
  const { text } = node;
  if (!/\bnext\s*\(/.test(text) || !/\bnext\b/.test(text.slice(0, text.search(/\bnext\s*\(/)))) return false;
  return (
    /\b401\b|[uU]nauthori[sz]ed|UNAUTHORI[SZ]ED/.test(text) &&
    /authorization|token|session|jwt|cookie|bearer|api_?-?key|\buser\b|credentials/i.test(text)
  );
}
