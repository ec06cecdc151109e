import type { Expression, FunctionView } from '../../languages/views.ts';
import type { FileContext } from '../code/context.ts';
import { callsIn } from './attempts.ts';

/**
 * True of what a handler gives back that is called with the very request and response of a function: `err` of
 * `err := fn(w, r)`, where handlers return their errors.
 */
export function isGivenByHandler({ language }: FileContext, view: FunctionView, value: Expression): boolean {
  if (!language.errorsAreValues || value.kind !== 'call') return false;
  const [writer, request] = view.parameters;
  const [first, second, ...others] = value.arguments;
  return (
    takesBoth(view) &&
    others.length === 0 &&
    first?.value.node.text === writer?.name &&
    second?.value.node.text === request?.name
  );
}

/** True of a function that calls a handler and looks at the error that it gives back: it writes the errors of all. */
export function callsFailingHandler(context: FileContext, view: FunctionView): boolean {
  const { body } = view;
  if (!context.language.errorsAreValues || !body || !takesBoth(view)) return false;
  return callsIn(context, body).some((call) => {
    if (!isGivenByHandler(context, view, call) || !isHandedHandler(context, view, call.callee)) return false;
    const holder = call.node.parent && outermost(context, call.node.parent);
    // `book, err := fn(w, r)`: what is to be written comes before the error
    return /^(?:e|err|\w+Err)$/.test(holder?.bindings.at(-1)?.name ?? '');
  });
}

/**
 * A handler that a function is a method of, or is handed: `fn` of `fn(w, r)`, `audited(fn)(w, r)`, `next.ServeHTTP(w, r)`;
 * not `check(w, r)`.
 */
function isHandedHandler(context: FileContext, view: FunctionView, callee: Expression): boolean {
  if (callee.kind === 'call') return callee.arguments.some(({ value }) => isHandedHandler(context, view, value));
  const { scopes } = context;
  const { receiver } = view;
  const handler = callee.kind === 'member' ? callee.object : callee;
  if (handler.kind !== 'name') return false;
  if (callee.kind === 'member' && callee.property !== 'ServeHTTP') return false;
  if (handler.name === receiver?.name) return callee.kind === 'name';
  return scopes.definitions(handler.name, handler.node)[0]?.kind === 'parameter';
}

/** `func(w http.ResponseWriter, r *http.Request)`, and nothing besides. */
function takesBoth({ parameters }: FunctionView): boolean {
  const [writer, request, ...others] = parameters;
  return (
    others.length === 0 &&
    /(?:^|\.)ResponseWriter$/.test(writer?.type ?? '') &&
    /^\*(?:\w+\.)?Request$/.test(request?.type ?? '')
  );
}

/** The definition that a call is the value of. */
function outermost({ language }: FileContext, node: FunctionView['node']) {
  for (let parent: typeof node | undefined = node, steps = 0; parent && steps < 3; parent = parent.parent, steps++) {
    const view = language.statement(parent);
    if (view.kind === 'definition') return view;
  }
  return undefined;
}
