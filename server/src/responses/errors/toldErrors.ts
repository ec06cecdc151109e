import type { CallView, Expression, FunctionView, Parameter } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';
import { isErrorParameter } from '../code/conventions.ts';
import type { Known } from '../knowledge.ts';
import { errorPartsIn, tellsErrorsApart } from './errorParts.ts';

/** A function that does more than to word an answer is longer. */
const longestFunction = 3000;

/** `sanitizedMessage(err)`: what is left of a text is meant to be seen. */
const leavesLittle = /safe|saniti[sz]|redact|mask|clean|public|friendly|hide|strip|filter/i;

const known = new WeakMap<SyntaxNode, readonly number[]>();

/** Of the arguments of a call those errors whose text is in what it gives: `errorResponse(err)`. */
export function toldBy(context: FileContext, { callee }: CallView): readonly number[] {
  if (callee.kind === 'name') {
    const [definition] = context.scopes.definitions(callee.name, callee.node);
    if (definition) return definition.kind === 'function' ? toldErrors(context, definition.function) : [];
    const named = context.importOf(callee.name);
    return toldByKnown(
      named ? context.knowledge?.imported(named.source, [named.name]) : context.ofOwnPackage(callee.name),
    );
  }
  if (callee.kind !== 'member' || callee.object.kind !== 'name') return [];
  const imported = context.importOf(callee.object.name);
  if (!imported || context.scopes.definitions(callee.object.name, callee.node).length > 0) return [];
  return toldByKnown(context.knowledge?.imported(imported.source, [callee.property]));
}

function toldByKnown(thing: Known | undefined): readonly number[] {
  return thing?.kind === 'function' ? (thing.summary.tells ?? []) : [];
}

/**
 * The parameters of a function that are errors and whose text is in what it gives back in the end: what it gives before
 * is for errors that it knows.
 */
export function toldErrors(context: FileContext, view: FunctionView): readonly number[] {
  const { body, parameters, node } = view;
  if (leavesLittle.test(view.name ?? '')) return [];
  const isShort = body !== undefined && body.end - body.start < longestFunction;
  if (!isShort || !parameters.some((each) => isError(context, each)) || tellsErrorsApart.test(body.text)) return [];
  let told = known.get(node);
  if (!told) {
    // a function that calls itself tells what its other ways tell
    known.set(node, []);
    told = toldIn(context, view, body);
    known.set(node, told);
  }
  return told;
}

function toldIn(context: FileContext, { parameters, node }: FunctionView, body: SyntaxNode): readonly number[] {
  const given = lastGiven(context, body);
  if (!given) return [];
  return parameters.flatMap((parameter, index) => {
    if (!isError(context, parameter)) return [];
    const parts = errorPartsIn(context, given, (value) => {
      const [definition] = value.kind === 'name' ? context.scopes.definitions(value.name, value.node) : [];
      return definition?.kind === 'parameter' && definition.function.node === node && definition.index === index;
    });
    return parts.length > 0 ? [index] : [];
  });
}

/** Where errors are thrown, types say less than names. */
function isError({ language }: FileContext, parameter: Parameter): boolean {
  return language.errorsAreValues ? parameter.type === 'error' : isErrorParameter(parameter);
}

/** What a function gives back by the last of its exits. */
function lastGiven(context: FileContext, node: SyntaxNode): Expression | undefined {
  const view = context.language.statement(node);
  if (view.kind === 'exit') return view.how === 'return' ? view.value : undefined;
  if (view.kind === 'function' || context.language.expression(node).kind === 'function') return undefined;
  for (const child of node.namedChildren.toReversed()) {
    const found = lastGiven(context, child);
    if (found) return found;
  }
  return undefined;
}
