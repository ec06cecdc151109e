import type { Expression } from '../languages/views.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import type { FileContext } from './context.ts';

/**
 * True when an error that is made here leaves the function, and so becomes a response: it is thrown, returned, passed to
 * a callback, or held by a name that is. An error that the function itself catches does not, unless the `catch` passes
 * it on. `raised` says that the expression throws by itself.
 */
export function isEscaping(context: FileContext, expression: Expression, raised = false): boolean {
  const thrown = raised ? expression.node : exitOf(context, expression);
  return thrown !== undefined && !isCaughtFor(context, thrown);
}

function exitOf(context: FileContext, expression: Expression): SyntaxNode | undefined {
  const { language } = context;
  let node = expression.node;
  for (let parent = node.parent; parent; parent = parent.parent) {
    const view = language.statement(parent);
    if (view.kind === 'exit') return view.value ? parent : undefined;
    if (view.kind === 'definition') {
      const binding = view.bindings.find(({ value }) => value === expression || value?.node.contains(node));
      return binding && useOf(context, binding.name, parent);
    }
    if (view.kind === 'function') return view.body === node ? parent : undefined;
    if (view.kind === 'block') return undefined;
    const outer = language.expression(parent);
    if (outer.kind === 'call' && outer.argumentsNode?.contains(node)) {
      if (isPassing(outer.callee)) return parent;
      // `Object.assign(new Error('…'), { status: 404 })` is the error itself
    }
    if (outer.kind === 'function') return parent;
    node = parent;
  }
  return undefined;
}

/** The callbacks that take an error: `next(error)`, `reject(error)`, `callback(error)`, `Promise.reject(error)`. */
function isPassing(callee: Expression): boolean {
  const name = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  return /^(?:next|reject|cb|callback|done|fail|raise|throwError|abort|handleError|respondWithError|sendError|send)$/i.test(
    name,
  );
}

/** Where a name that holds an error is thrown, returned or passed on, in the same function. */
function useOf(context: FileContext, name: string, from: SyntaxNode): SyntaxNode | undefined {
  const around = context.functionAround(from)?.body ?? context.tree.root;
  const text = context.text.slice(from.end, around.end);
  const use = new RegExp(
    `\\b(?:throw|return)\\s+${name}\\b|\\b(?:next|reject|cb|callback|done)\\s*\\(\\s*${name}\\b`,
  ).exec(text);
  return use ? context.tree.root.at(from.end + use.index) : undefined;
}

/** An error thrown inside a `try` is not what is sent, unless its handler gives it on. */
function isCaughtFor(context: FileContext, thrown: SyntaxNode): boolean {
  const { language } = context;
  const around = context.functionAround(thrown)?.node;
  const isCall = language.statement(thrown).kind !== 'exit';
  let child = thrown;
  for (let node = thrown.parent; node && child !== around; node = node.parent) {
    const view = language.statement(node);
    if (view.kind === 'try' && view.body.contains(thrown)) {
      const exit = language.statement(thrown);
      if (exit.kind === 'exit' && exit.how === 'return') return false;
      if (isCall && isPassingCall(context, thrown)) return false;
      return !view.handlers.some((handler) => givesOn(handler.binding, handler.body.text));
    }
    child = node;
  }
  return false;
}

function isPassingCall(context: FileContext, node: SyntaxNode): boolean {
  const view = context.language.expression(node);
  return view.kind === 'call' && isPassing(view.callee);
}

function givesOn(binding: string | undefined, body: string): boolean {
  if (binding === undefined) return false;
  const name = binding.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `\\bthrow\\s+${name}\\b|\\breturn\\s+${name}\\b|\\b(?!log|console|debug|warn|info|error)\\w+\\s*\\(\\s*(?:\\w+\\s*,\\s*)*${name}\\s*[,)]|\\b${name}\\.(?:status|statusCode|output|getStatus|code)\\b`,
  ).test(body);
}
