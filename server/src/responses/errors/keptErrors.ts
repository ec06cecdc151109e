import type { Language } from '../../languages/language.ts';
import type { CallView, ErrorHandler, TryView } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';
import { promiseAttempt } from '../code/rejections.ts';
import { catchesAnything } from '../reasons/caughtErrors.ts';

/**
 * The errors a block throws by itself that a handler answers for: `except HTTPException: raise` may stand before it,
 * `if (error instanceof Refusal) throw error` at its beginning. What is not implemented is no matter of the request, and
 * a redirect that is thrown no error.
 */
export function thrownTo(context: FileContext, attempt: TryView, handler: ErrorHandler): readonly SyntaxNode[] {
  const { body, handlers } = attempt;
  const earlier = new Set(handlers.slice(0, handlers.indexOf(handler)).flatMap(({ types }) => types));
  for (const [, caught, type = ''] of handler.body.text.matchAll(throwsOn))
    if (caught === handler.binding) earlier.add(type);
  return [...body.text.matchAll(throwing)].flatMap((found) => {
    if (earlier.has(found[1] ?? '') || /^(?:NotImplementedError|redirect)$/.test(found[1] ?? '')) return [];
    const place = body.at(body.start + found.index);
    return isCaughtInside(context, attempt, place) ? [] : [place];
  });
}

/** `throw new Refusal()`, `return Promise.reject(new Refusal())` */
const throwing = /\b(?:(?:throw|raise)[ \t]+|Promise\.reject\(\s*)(?:new[ \t]+)?(?=\S)([\w.]*)/g;
const throwsOn = /\bif\s*\(\s*(\w+)\s+instanceof\s+([\w.]+)\s*(?:\|\|[^{};]*)?\)\s*\{?\s*throw\s+\1\b/g;

/**
 * True where a `try` inside another keeps what fails there to itself: `try { … } catch { return res.status(400)… }`,
 * `load().catch(() => undefined)`.
 */
export function isCaughtInside({ language }: FileContext, attempt: TryView, place: SyntaxNode): boolean {
  return handlersInside(language, attempt, place).some(keepsToItself);
}

/** True where a `try` inside another answers to errors that it tells apart, and throws on the others. */
export function isToldApartInside({ language }: FileContext, attempt: TryView, place: SyntaxNode): boolean {
  return handlersInside(language, attempt, place).some(
    ({ body: { text } }) => tellsApart.test(text) && /\breturn\b/.test(text),
  );
}

function handlersInside(language: Language, { body }: TryView, place: SyntaxNode): readonly ErrorHandler[] {
  const found: ErrorHandler[] = [];
  for (let node = place.parent; node && node.start >= body.start && node.end <= body.end; node = node.parent) {
    const statement = language.statement(node);
    const inner = statement.kind === 'try' ? statement : promiseAttempt(language, node);
    if (inner?.body.contains(place)) found.push(...inner.handlers);
  }
  return found;
}

const tellsApart = /\bif\s*\(\s*\w+\s+instanceof\b|\bif\s*\(\s*\w+\.(?:name|code|type)\s*===?/;

/** `updateItem(body)` of this file, which does its work in a `try` whose handler answers whatever happens. */
export function answersForItself({ scopes, language }: FileContext, { callee }: CallView): boolean {
  if (callee.kind !== 'name') return false;
  const [definition] = scopes.definitions(callee.name, callee.node);
  const body = definition?.kind === 'function' ? definition.function.body : undefined;
  const block = body && language.statement(body);
  if (block?.kind !== 'block') return false;
  const statements = block.statements.map((each) => language.statement(each));
  const last = statements.pop();
  return (
    last?.kind === 'try' &&
    last.handlers.some(keepsToItself) &&
    statements.every(({ kind, node }) => kind === 'definition' && !/\bawait\b/.test(node.text))
  );
}

/** A handler that catches whatever is thrown and throws nothing on. */
function keepsToItself(handler: ErrorHandler): boolean {
  return catchesAnything(handler) && !/\b(?:throw|raise|reject)\b|\bnext\(/.test(handler.body.text);
}
