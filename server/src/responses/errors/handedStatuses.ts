import type { CallView, Expression, FunctionView, ListView } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';
import { inHouse } from '../code/inHouse.ts';
import type { Body, Response, ResponseEvent } from '../model.ts';
import { statusValue } from '../statuses/status.ts';
import { errorPartsIn } from './errorParts.ts';
import { expressionsOf } from './errorWriters.ts';

/** A response whose status and text a function gives back, and at which places of what it gives. */
interface Sender {
  readonly response: Response;
  readonly function: FunctionView;
  readonly statusAt: number;
  readonly saidAt: number | undefined;
}

/**
 * The events of statuses that a function gives back among other things for its caller to send:
 * `return nil, http.StatusNotFound, err`. What else the caller says is known where it stands in the same file.
 */
export function handedStatuses(
  context: FileContext,
  responses: readonly Response[],
  tokens: readonly SyntaxNode[],
): readonly ResponseEvent[] {
  if (!context.language.errorsAreValues || context.isTest) return [];
  const returns = tokens.flatMap((token) => returnOf(context, token) ?? []);
  if (returns.length === 0) return [];
  const senders = allSenders(context, responses);
  return returns.flatMap(({ list, at, function: view }): readonly ResponseEvent[] => {
    const given = list.elements[at];
    if (!given) return [];
    const sender = senders.find((each) => each.function.node === view.node && each.statusAt === at);
    const said = sender?.saidAt === undefined ? undefined : list.elements[sender.saidAt];
    return [
      {
        kind: 'send',
        framework: sender?.response.framework ?? inHouse(context.language.family),
        side: 'server',
        expression: list,
        node: list.node,
        bindings: new Map([
          ['STATUS', { kind: 'expression', expression: given }],
          ...(said ? ([['ERROR', { kind: 'expression', expression: said }]] as const) : []),
        ]),
        receiver: undefined,
        status: statusValue(context, given),
        headers: { fields: new Map(), complete: false },
        body: bodyOf(sender, said),
        pattern: {
          source: '',
          anchor: { kind: 'word', word: 'return' },
          expression: list,
          isReturned: true,
          isDecorator: false,
          constructsByCall: false,
        },
        function: view,
      },
    ];
  });
}

/** What is handed on for others to write stays unknown. */
function bodyOf(sender: Sender | undefined, said: Expression | undefined): Body {
  if (!said || sender?.response.body.kind !== 'present') return { kind: 'unknown' };
  return { kind: 'present', expression: undefined, node: said.node, parts: [said] };
}

interface Returned {
  readonly list: ListView;
  readonly at: number;
  readonly function: FunctionView;
}

/** The `return` of several things of which a token is one by itself. */
function returnOf(context: FileContext, token: SyntaxNode): Returned | undefined {
  const { language } = context;
  const own = token.parent && language.expression(token.parent);
  const whole = own?.kind === 'member' && own.propertyNode === token ? own.node : token;
  const list = whole.parent && language.expression(whole.parent);
  const exit = whole.parent?.parent && language.statement(whole.parent.parent);
  if (list?.kind !== 'list' || exit?.kind !== 'exit' || exit.how !== 'return' || exit.value?.node !== list.node)
    return undefined;
  const view = context.functionAround(whole);
  return view && { list, at: list.elements.findIndex(({ node }) => node === whole), function: view };
}

/** The responses that send what functions of the file give back, and those that these functions ask themselves. */
function allSenders(context: FileContext, responses: readonly Response[]): readonly Sender[] {
  const found = responses.flatMap((response) => senderOf(context, response) ?? []);
  for (const sender of found) {
    if (found.length > mostSenders) break;
    for (const call of callsReturned(context, sender.function)) {
      const view = functionCalled(context, call);
      if (view && !found.some((each) => each.function.node === view.node)) found.push({ ...sender, function: view });
    }
  }
  return found;
}

const mostSenders = 100;

/** `user, status, err := a.find(id)`, and then `http.Error(w, err.Error(), status)` */
function senderOf(context: FileContext, response: Response): Sender | undefined {
  const bound = (response.statusEvent ?? response.event).bindings.get('STATUS');
  if (bound?.kind !== 'expression' || bound.expression.kind !== 'name') return undefined;
  const status = context.scopes.value(bound.expression.name, bound.expression.node);
  const at = status?.path[0];
  if (status?.value.kind !== 'call' || typeof at !== 'number' || status.path.length > 1) return undefined;
  const view = functionCalled(context, status.value);
  if (!view) return undefined;
  const { node } = status.value;
  const placeOf = (value: Expression): number | undefined => {
    const given = value.kind === 'name' ? context.scopes.value(value.name, value.node) : undefined;
    const place = given?.path[0];
    return given?.value.node === node && typeof place === 'number' ? place : undefined;
  };
  const handed = response.event.bindings.get('ERROR');
  const said = handed?.kind === 'expression' ? [handed.expression] : expressionsOf(response.body);
  const places: number[] = [];
  for (const part of said)
    errorPartsIn(context, part, (value) => {
      const place = placeOf(value);
      if (place !== undefined) places.push(place);
      return place !== undefined;
    });
  return { response, function: view, statusAt: at, saidAt: places[0] };
}

/** The function of the same file that a call is one of, where its name tells. */
export function functionCalled({ scopes }: FileContext, { callee }: CallView): FunctionView | undefined {
  if (callee.kind === 'member') return scopes.method(callee.property);
  const [definition] = callee.kind === 'name' ? scopes.definitions(callee.name, callee.node) : [];
  return definition?.kind === 'function' ? definition.function : undefined;
}

/** `return a.register(name)`: what another gives is given as it is. */
function callsReturned({ language }: FileContext, { body }: FunctionView): readonly CallView[] {
  const found: CallView[] = [];
  const open = body ? [body] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    const view = language.statement(node);
    if (view.kind === 'exit') {
      if (view.how === 'return' && view.value?.kind === 'call') found.push(view.value);
    } else if (language.expression(node).kind !== 'function') open.push(...node.namedChildren);
  }
  return found;
}
