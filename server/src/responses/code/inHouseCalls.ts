import type { CallView, Expression } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { Body, EventKind, ResponseEvent } from '../model.ts';
import type { Definitions } from '../summaries/definitions.ts';
import { learnedPattern } from '../summaries/learnedCalls.ts';
import type { FileContext } from './context.ts';
import { isErrorName } from './conventions.ts';
import { wayOut } from './escape.ts';
import { inHouse } from './inHouse.ts';
import { lastName } from './reading.ts';

const responseNames = /^_?(?:res|resp|response|reply|ctx|context|c|h)$/;

/**
 * The event of a call that looks like one by which a code base answers, `fail(res, 404, 'no such user')`, where its
 * definition is out of reach. Its status is what it is given; whatever else it does is unknown.
 */
export function inHouseCall(
  context: FileContext,
  definitions: Definitions,
  token: SyntaxNode,
  code: number,
): ResponseEvent | undefined {
  const place = argumentAt(context, token);
  if (!place || definitions.targetOf(place.call) !== undefined) return undefined;
  const { call, argument } = place;
  const kind = kindOf(context, call);
  if (!kind) return undefined;
  const receiver = call.arguments.find(({ value }) => value.kind === 'name' && responseNames.test(value.name))?.value;
  const nameNode = call.callee.kind === 'member' ? call.callee.propertyNode : call.callee.node;
  return {
    kind,
    framework: inHouse(context.language.family),
    side: context.isTest && !context.importsServer ? 'test' : 'server',
    expression: call,
    node: call.node,
    bindings: new Map([['STATUS', { kind: 'expression', expression: argument }]]),
    receiver: receiver?.node.text,
    status: { options: [{ code, node: token }], exhaustive: true, origin: 'written' },
    headers: { fields: new Map(), complete: false },
    body: bodyOf(call, argument, code),
    pattern: learnedPattern(call),
    function: context.functionAround(call.node),
    learned: { name: nameNode.text, nameNode, leaves: false, isPassedOn: kind === 'raiseNow', isDefined: false },
  };
}

/** True of a number that is given to what is defined in reach and makes no status of it: `new ParseError('…', 404)`. */
export function isNoStatus(context: FileContext, definitions: Definitions, token: SyntaxNode): boolean {
  const place = argumentAt(context, token);
  const target = place && definitions.targetOf(place.call);
  if (!place || target?.kind !== 'class' || target.summary.status) return false;
  const at = place.call.arguments.findIndex(({ value }) => value === place.argument);
  const { givenToBase } = target.summary;
  return givenToBase !== undefined && !givenToBase.some((given) => given.place?.index === at);
}

/** The call that a status is an argument of by itself: not as a part of one. */
function argumentAt(
  context: FileContext,
  token: SyntaxNode,
): { readonly call: CallView; readonly argument: Expression } | undefined {
  const { language } = context;
  let argument = language.expression(token);
  for (let parent = token.parent, steps = 0; parent && steps < 5; parent = parent.parent, steps++) {
    const view = language.expression(parent);
    if (view.kind === 'member' && view.propertyNode.start === token.start) argument = view;
    if (view.kind !== 'call') continue;
    const isArgument = view.arguments.some(({ value, spread }) => !spread && value.node.start === argument.node.start);
    return isArgument && view.argumentsNode?.contains(token) ? { call: view, argument } : undefined;
  }
  return undefined;
}

function kindOf(context: FileContext, call: CallView): EventKind | undefined {
  const name = lastName(call.callee);
  const isMade = call.constructs || (context.language.constructsByCall === true && /^[A-Z]/.test(name));
  if (isMade) return isErrorName(name) ? 'raise' : undefined;
  const way = wayOut(context, call.node);
  if (way === 'return') return 'make';
  if (way === 'throw' || way === 'pass') return 'raise';
  // alone in a statement it does what there is to do
  const around = call.node.parent;
  const statement = around && context.language.statement(around);
  const inner = around?.parent && context.language.statement(around.parent);
  return statement?.kind === 'expression' || inner?.kind === 'expression' ? 'send' : undefined;
}

/** Something is said, by what it is given: how is unknown, and whether at all where the status allows no body. */
function bodyOf(call: CallView, status: Expression, code: number): Body {
  if (code < 200 || code === 204 || code === 205 || code === 304) return { kind: 'unknown' };
  const others = call.arguments.map(({ value }) => value).filter((value) => value !== status);
  const said = others.find(({ kind }) => kind === 'string') ?? others.find(({ kind }) => kind === 'object');
  return { kind: 'present', expression: undefined, node: said?.node };
}
