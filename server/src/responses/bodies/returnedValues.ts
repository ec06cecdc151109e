import type { Expression, FunctionView } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileAnalysis } from '../analysis.ts';
import type { Handler } from '../model.ts';

/** A value that a handler returns and that its framework sends with the default status, unless it is itself a response. */
export interface ReturnedValue {
  readonly node: SyntaxNode;
  readonly code: number;
  readonly handler: Handler;
}

/**
 * What handlers of frameworks that send what is returned give back without a word of its status: `return user`. Too
 * little is known of it for rules; a list of what may be answered is not whole without it.
 */
export function returnedValues(file: FileAnalysis): readonly ReturnedValue[] {
  return [...file.handlers.all].flatMap((handler) => {
    const { framework, function: view } = handler;
    if (framework?.completes !== 'return' || !framework.defaultStatus) return [];
    const own = file.responses.filter(({ event }) => event.function?.node === view.node);
    // a decorator or a parameter says what is returned with
    if (own.some(({ event }) => event.kind === 'set')) return [];
    const [method] = handler.methods.length === 1 ? handler.methods : [];
    const { any, [method?.toLowerCase() ?? '']: ofMethod } = framework.defaultStatus;
    return returnsOf(file, view)
      .filter(({ node }) => !own.some(({ event }) => node.contains(event.node) || event.node.contains(node)))
      .filter((value) => !isReceiver(handler, value) && !isRejection(value))
      .map(({ node }) => ({ node, code: ofMethod ?? any, handler }));
  });
}

function returnsOf({ context: { language } }: FileAnalysis, { body }: FunctionView): readonly Expression[] {
  if (!body) return [];
  if (language.statement(body).kind !== 'block') return [language.expression(body)];
  const found: Expression[] = [];
  const visit = (node: SyntaxNode): void => {
    const view = language.statement(node);
    if (view.kind === 'exit') {
      if (view.how === 'return' && view.value && view.value.kind !== 'nothing') found.push(view.value);
    } else if (view.kind !== 'class' && language.expression(node).kind !== 'function') {
      for (const child of node.namedChildren) visit(child);
    }
  };
  visit(body);
  return found;
}

/** `return Promise.reject(new Error('No such shelf'))` throws. */
function isRejection(value: Expression): boolean {
  return value.kind === 'call' && value.callee.node.text === 'Promise.reject';
}

/** `return reply`: what was done to it says all. */
function isReceiver({ framework }: Handler, value: Expression): boolean {
  return (
    value.kind === 'name' && Object.values(framework?.receivers ?? {}).some(({ names }) => names.includes(value.name))
  );
}
