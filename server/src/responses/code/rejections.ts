import type { Language } from '../../languages/language.ts';
import type { CallView, Expression, TryView } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';

/**
 * What a promise is made by and who answers when it fails, as a `try` and its `catch`:
 * `saveBook(book).catch((error) => …)`, `saveBook(book).then(show, (error) => …)`.
 */
export function promiseAttempt(language: Language, node: SyntaxNode): TryView | undefined {
  if (language.family !== 'javascript') return undefined;
  const call = language.expression(node);
  const handler = call.kind === 'call' ? rejectionHandler(call) : undefined;
  if (call.kind !== 'call' || call.callee.kind !== 'member' || !handler?.body) return undefined;
  const [parameter] = handler.parameters;
  return {
    kind: 'try',
    node,
    body: call.callee.object.node,
    handlers: [{ binding: parameter?.name, types: [], body: handler.body, node: handler.node }],
    finalizer: undefined,
  };
}

/** What a function answers for that a promise calls when it fails. */
export function attemptBehind(language: Language, view: SyntaxNode): TryView | undefined {
  const call = view.parent?.parent;
  const attempt = call && promiseAttempt(language, call);
  return attempt?.handlers.some(({ node }) => node === view) ? attempt : undefined;
}

function rejectionHandler({ callee, arguments: given }: CallView): (Expression & { kind: 'function' }) | undefined {
  const name = callee.kind === 'member' ? callee.property : undefined;
  const handler = name === 'catch' ? given[0] : name === 'then' ? given[1] : undefined;
  return handler?.value.kind === 'function' ? handler.value : undefined;
}
