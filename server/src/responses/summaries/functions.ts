import type { Bound } from '../../languages/patterns.ts';
import type { CallView, Expression, FunctionView, MemberView } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { waysToHold } from '../code/conditions.ts';
import type { FileContext } from '../code/context.ts';
import { wayOut } from '../code/escape.ts';
import type { Flow } from '../code/flow.ts';
import { putInto } from '../code/putIn.ts';
import { errorPartsIn, tellsErrorsApart } from '../errors/errorParts.ts';
import { expressionsOf } from '../errors/errorWriters.ts';
import { functionCalled } from '../errors/handedStatuses.ts';
import type { Body, Response, ResponseEvent } from '../model.ts';
import { expressionAt, givenParameters, placeOf, statusSource } from './places.ts';
import type { Answer, AnswerKind, BodySource, Place, StatusSource } from './summary.ts';

/** A function that answers by itself alone is short; a long one is a handler that someone calls. */
const greatestLength = 800;

/** What the functions of a file do that others call: by the responses that are put together in them. */
export function answersOf(
  context: FileContext,
  flow: Flow,
  responses: readonly Response[],
  events: readonly ResponseEvent[],
): ReadonlyMap<SyntaxNode, readonly Answer[]> {
  const answers = new Map<SyntaxNode, Answer[]>();
  const add = (view: FunctionView, answer: Answer | undefined) => {
    if (!answer) return;
    const list = answers.get(view.node);
    if (list) list.push(answer);
    else answers.set(view.node, [answer]);
  };
  const used = new Set<ResponseEvent>();
  for (const response of responses) {
    for (const event of response.events) used.add(event);
    const view = response.event.function;
    if (view?.name !== undefined) add(view, answerOf(context, flow, view, response));
  }
  for (const event of events) {
    const view = event.function;
    if (event.kind !== 'set' || event.side !== 'server' || used.has(event) || view?.name === undefined) continue;
    add(view, settingOf(context, flow, view, event));
  }
  return answers;
}

function answerOf(context: FileContext, flow: Flow, view: FunctionView, response: Response): Answer | undefined {
  const { event } = response;
  const status = statusOf(
    context,
    view,
    response.statusEvent ?? event,
    response.status?.options.map(({ code }) => code),
  );
  const kind = kindOf(context, event);
  if (!status || !kind) return undefined;
  const isCertain = isCertainIn(flow, response.sentAt);
  if (!status.place && !(isCertain && speaksForItself(view))) return undefined;
  const receiver = receiverPlace(view, event);
  const givenHeaders =
    response.events.length === 1 ? headersPlace(context, view, event.bindings.get('HEADERS')) : undefined;
  return {
    kind,
    framework: event.framework.name,
    status,
    ...(receiver ? { receiver } : {}),
    body: { ...bodyOf(context, view, response.body), ...errorIn(context, view, event) },
    headers: [...response.headers.fields.values()].map(({ name }) => name),
    // `refuse := func(code int) { http.Error(w, …, code) }`: fields may be set round it, on what it is not given
    hasAllHeaders:
      (response.headers.complete || givenHeaders !== undefined) &&
      (receiver !== undefined || !isOpenTo(context, event)),
    ...(givenHeaders ? { givenHeaders } : {}),
    ...madeBy(context, view, event),
    ...askedBy(context, flow, view, response),
    isCertain,
  };
}

/** `return &Failure{Code: code, Text: err.Error()}`, where errors are values. */
function madeBy(
  context: FileContext,
  view: FunctionView,
  { learned, expression }: ResponseEvent,
): Pick<Answer, 'made'> {
  const { name, bases = [], message } = learned?.error ?? {};
  if (!context.language.errorsAreValues || name === undefined || !message || expression.kind !== 'call') return {};
  const said = expressionAt(context, expression, message);
  const [place] = said ? placesIn(context, view, said, 0) : [];
  return place ? { made: { name, bases, message: place } } : {};
}

/** The parameter that alone decides whether a place is reached, by whether it is there. */
function askedBy(context: FileContext, flow: Flow, view: FunctionView, { sentAt }: Response): Pick<Answer, 'asks'> {
  const [guard, ...others] = flow.guards(sentAt);
  if (guard?.kind !== 'condition' || others.length > 0) return {};
  const [way, ...more] = waysToHold(guard.condition, guard.holds);
  const [atom] = way ?? [];
  if (atom?.subject.kind !== 'name' || way?.length !== 1 || more.length > 0 || atom.isCounted) return {};
  const place = placeOf(context, view, atom.subject);
  if (!place || (atom.relation !== 'present' && atom.relation !== 'absent')) return {};
  return { asks: { place, isGiven: atom.relation === 'present' } };
}

function settingOf(context: FileContext, flow: Flow, view: FunctionView, event: ResponseEvent): Answer | undefined {
  const status = statusOf(context, view, event, undefined);
  const receiver = receiverPlace(view, event);
  if (!status?.place || !receiver) return undefined;
  return {
    kind: 'set',
    framework: event.framework.name,
    status,
    receiver,
    body: bodyOf(context, view, event.body),
    headers: [...event.headers.fields.values()].map(({ name }) => name),
    hasAllHeaders: event.headers.complete,
    isCertain: isCertainIn(flow, event.node),
  };
}

function statusOf(
  context: FileContext,
  view: FunctionView,
  { bindings, status, framework }: ResponseEvent,
  codes: readonly number[] | undefined,
): StatusSource | undefined {
  const bound = bindings.get('STATUS') ?? bindings.get('CODE');
  const within = placeWithin(context, view, bound);
  if (within) {
    const fallback = framework.defaultStatus?.any;
    return { codes: [], place: { ...within, ...(fallback === undefined ? {} : { fallback }) } };
  }
  if (bound?.kind === 'expression') {
    const source = statusSource(context, view, bound.expression);
    if (source.place) return source;
  }
  return codes?.length === 1 && status?.origin === 'written' && status.exhaustive ? { codes } : undefined;
}

/** The member of an object that a caller gives: `status` of `init` in `(data, init) => Response.json(data, init)`. */
function placeWithin(context: FileContext, view: FunctionView, bound: Bound | undefined): Place | undefined {
  const part = bound?.kind === 'unknown' ? bound.within : undefined;
  const holder = part && placeOf(context, view, part.of);
  return holder && holder.property === undefined ? { ...holder, property: part.key } : undefined;
}

/** Where header fields come from that a caller gives: `init.headers`, `headers` of `{ 'Content-Type': type, ...headers }`. */
function headersPlace(context: FileContext, view: FunctionView, bound: Bound | undefined): Place | undefined {
  const within = placeWithin(context, view, bound);
  if (within || bound?.kind !== 'expression') return within;
  const object = context.resolve(bound.expression);
  const isOpen = object.kind === 'object' && object.entries.some(({ key }) => key.startsWith('['));
  const given = object.kind === 'object' ? object.spread : bound.expression;
  const place = given && !isOpen ? placeOf(context, view, given) : undefined;
  // `headers = cors`: whoever gives none has those
  const instead = place && givenParameters(view)[place.index]?.default;
  const isNone =
    instead === undefined || (instead.kind === 'object' && instead.complete && instead.entries.length === 0);
  return isNone ? place : undefined;
}

function kindOf(context: FileContext, event: ResponseEvent): AnswerKind | undefined {
  switch (event.kind) {
    case 'set':
    case 'send':
      return event.kind;
    case 'make': {
      const way = wayOut(context, event.node);
      return way === 'return' ? 'make' : way === 'throw' ? 'throw' : undefined;
    }
    case 'raiseNow':
      return event.learned?.isPassedOn ? 'pass' : 'throw';
    case 'raise': {
      const way = wayOut(context, event.node);
      return way === 'return' ? 'raise' : way;
    }
    default:
      return undefined;
  }
}

/** True of a place that every run of its function comes to. */
function isCertainIn(flow: Flow, place: SyntaxNode): boolean {
  return flow.guards(place).length === 0;
}

/** True of a function that does nothing but answer: no handler that reads its request. */
function speaksForItself(view: FunctionView): boolean {
  if (view.node.end - view.node.start > greatestLength) return false;
  return !view.parameters.some(({ name }) => name !== undefined && /^(?:req|request|event|evt)$/.test(name));
}

/** True of a function inside another that answers on what that one was given. */
function isOpenTo(context: FileContext, { receiver, node }: ResponseEvent): boolean {
  if (receiver === undefined) return false;
  const [definition] = context.scopes.definitions(receiver, node);
  const around = context.functionAround(node)?.node;
  return definition?.kind === 'parameter' && definition.function.node !== around;
}

function receiverPlace(view: FunctionView, { receiver }: ResponseEvent): Place | undefined {
  if (receiver === undefined) return undefined;
  for (const [index, { name, properties }] of givenParameters(view).entries()) {
    if (name === receiver) return { index, name };
    for (const [property, local] of properties) if (local === receiver) return { index, property };
  }
  return undefined;
}

function bodyOf(context: FileContext, view: FunctionView, body: Body): BodySource {
  if (body.kind !== 'present') return { kind: body.kind };
  const whole = body.isPart || !body.expression ? undefined : placeOf(context, view, body.expression);
  if (whole) return { kind: 'present', place: whole, isWhole: true };
  const [part, ...others] = expressionsOf(body).flatMap((said) => placesIn(context, view, said, 0));
  if (!part) return { kind: 'present' };
  return { kind: 'present', place: part, ...(others.length > 0 ? { said: [part, ...others] } : {}) };
}

/** `ctx.AbortWithError(code, err)` */
function errorIn(context: FileContext, view: FunctionView, { bindings }: ResponseEvent): Pick<BodySource, 'error'> {
  const bound = bindings.get('ERROR');
  const error = bound?.kind === 'expression' ? placeOf(context, view, bound.expression) : undefined;
  return error ? { error } : {};
}

/** The parameters that are said in a body, texts first: `{ error: message, details: err.Error() }`. */
function placesIn(context: FileContext, view: FunctionView, expression: Expression, depth: number): readonly Place[] {
  if (depth > 5) return [];
  const place = placeOf(context, view, expression);
  if (place) return [place];
  const all = (parts: readonly Expression[]) => parts.flatMap((part) => placesIn(context, view, part, depth + 1));
  switch (expression.kind) {
    case 'object': {
      const isText = (key: string) => /message|error|msg|detail|title|reason/i.test(key);
      const entries = expression.entries.filter(({ key }) => !/status|code/i.test(key));
      const ordered = [...entries.filter(({ key }) => isText(key)), ...entries.filter(({ key }) => !isText(key))];
      return all(ordered.map(({ value }) => value));
    }
    case 'list':
      return all(expression.elements);
    case 'string':
      return all(expression.interpolated);
    case 'operation':
      return all(expression.operands);
    case 'call':
      if (givesText(expression)) return all([expression.callee.object]);
      return all(expression.arguments.map(({ value }) => value).filter((value) => isTold(context, expression, value)));
    case 'logical':
      return all([expression.left, expression.right]);
    case 'choice':
      return all([expression.consequence, expression.alternative]);
    case 'name': {
      const value = context.scopes.value(expression.name, expression.node);
      const held = value
        ? isWhole(context, value.path)
          ? [value.value]
          : []
        : [...grownValue(context, expression), ...textsOfErrors(context, expression)];
      return all([...held, ...putInto(context, expression.name, expression.node)]);
    }
    default:
      return [];
  }
}

/** `let body = { error }; if (more) body = Object.assign(body, more);`: what a name held first it still says. */
function grownValue({ scopes }: FileContext, { name, node }: Expression & { kind: 'name' }): readonly Expression[] {
  const [first, ...later] = scopes
    .definitions(name, node)
    .flatMap((each) => (each.kind === 'value' && each.binding.path.length === 0 ? (each.binding.value ?? []) : []));
  const holds = (value: Expression | undefined) => value?.kind === 'name' && value.name === name;
  const isGrown = later.every(
    (value) =>
      (value.kind === 'object' && holds(value.spread)) ||
      (value.kind === 'call' && value.callee.node.text === 'Object.assign' && holds(value.arguments[0]?.value)),
  );
  return first && isGrown ? [first] : [];
}

/** `var text string; if errors.Is(err, errNone) { … } else if err != nil { text = err.Error() }` */
function textsOfErrors(context: FileContext, { name, node }: Expression & { kind: 'name' }): readonly Expression[] {
  return context.scopes.definitions(name, node).flatMap((each) => {
    const value = each.kind === 'value' ? each.binding.value : undefined;
    if (each.kind !== 'value' || value?.kind !== 'call' || !givesText(value)) return [];
    const condition = context.branchAround(each.node)?.condition;
    return condition?.node.text === `${value.callee.object.node.text} != nil` ? [value] : [];
  });
}

/** Where errors are values, `localized(err)` says of one what that function says; nothing what is for developers alone. */
function isTold(context: FileContext, call: CallView, given: Expression): boolean {
  const worded = functionCalled(context, call)?.body?.text;
  if (worded !== undefined && tellsErrorsApart.test(worded)) return false;
  const [definition] = given.kind === 'name' ? context.scopes.definitions(given.name, given.node) : [];
  if (definition?.kind !== 'parameter' || definition.parameter.type !== 'error') return true;
  return errorPartsIn(context, call, ({ node }) => node === given.node).length > 0;
}

/** `err.Error()` */
function givesText(call: CallView): call is CallView & { readonly callee: MemberView } {
  return call.arguments.length === 0 && call.callee.kind === 'member' && call.callee.property === 'Error';
}

/** `text, err := json.Marshal(body)`: of what a call gives beside an error the first is all there is. */
function isWhole({ language }: FileContext, path: readonly (string | number)[]): boolean {
  return path.length === 0 || (language.errorsAreValues === true && path.length === 1 && path[0] === 0);
}
