import type { CompiledPattern } from '../frameworks/compiled.ts';
import type { Framework } from '../frameworks/framework.ts';
import { type Bindings, type Bound, matchPattern, returnAt, returnWord } from '../languages/patterns.ts';
import type { CallView, Expression, NameView } from '../languages/views.ts';
import { codeOfConstant } from '../status/constants.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { isEmptyContent } from './bodies/emptyContent.ts';
import { rootName } from './code/callees.ts';
import type { FileContext } from './code/context.ts';
import { isGivenBack, isThrown, wayOut } from './code/escape.ts';
import { holesOf, isHandlerOfAnother, reasonOf } from './code/receivers.ts';
import type { Definition, Scopes } from './code/scope.ts';
import { readHeaders } from './headers.ts';
import type { Body, EventKind, ResponseEvent, StatusValue } from './model.ts';
import { statusValue } from './statuses/status.ts';

const eventKinds: ReadonlySet<string> = new Set(['set', 'send', 'make', 'raise', 'raiseNow', 'declare', 'read']);

export function isEventKind(kind: string): kind is EventKind {
  return eventKinds.has(kind);
}

/** A place where a pattern matches. */
export interface Match {
  readonly compiled: CompiledPattern;
  readonly expression: Expression;
  readonly bindings: Bindings;
}

/** Matches patterns of all frameworks a file uses at the places their words stand. */
export class Matcher {
  readonly #context: FileContext;
  readonly #shown = new Map<Framework, boolean>();
  readonly #patterns = new Map<string, PatternsAtWord>();

  constructor(context: FileContext) {
    this.#context = context;
  }

  /**
   * What matches at the token of a word. Of several frameworks those count that the file imports; of one framework the
   * first pattern in the order it lists them.
   */
  at(token: SyntaxNode, word: string): readonly Match[] {
    const { used, others } = this.#patternsAt(word);
    if (used.length === 0 && others.length === 0) return [];
    const matching = (places: readonly Expression[]): readonly Match[] => {
      const found = this.#matching(used, places);
      return found.length > 0 ? ofOneFramework(found) : this.#best(this.#matching(others, places));
    };
    if (word !== returnWord) return matching(headPlaces(this.#context, token));
    return returnedPlaces(this.#context, token).flatMap((place) => matching([place]));
  }

  /** The patterns that a word may anchor here: of frameworks the file uses, and of others. */
  #patternsAt(word: string): PatternsAtWord {
    let known = this.#patterns.get(word);
    if (!known) {
      const { compiled, aliases } = this.#context;
      const alias = aliases.get(word);
      const all = [...compiled.at(word), ...(alias === undefined ? [] : compiled.at(alias))];
      known = {
        used: all.filter(({ framework }) => this.#context.uses(framework)),
        others: all.filter(({ framework }) => framework.withoutImport === true && !this.#context.uses(framework)),
      };
      this.#patterns.set(word, known);
    }
    return known;
  }

  /** The first match of each framework and kind: one place is one event, and perhaps a route as well. */
  #matching(patterns: readonly CompiledPattern[], places: readonly Expression[]): readonly Match[] {
    const found: Match[] = [];
    const taken = new Set<string>();
    for (const compiled of patterns) {
      const key = `${compiled.framework.name} ${isEventKind(compiled.kind) ? 'event' : compiled.kind}`;
      if (taken.has(key)) continue;
      const match = this.#matchOf(compiled, places);
      if (!match) continue;
      taken.add(key);
      found.push(match);
    }
    return found;
  }

  #matchOf(compiled: CompiledPattern, places: readonly Expression[]): Match | undefined {
    const holes = holesOf(this.#context, compiled.framework);
    const { isDecorator } = compiled.pattern;
    for (const expression of places) {
      if (expression.kind !== compiled.pattern.expression.kind) continue;
      if (isDecorator && !this.#decorates(expression)) continue;
      const bindings = matchPattern(compiled.pattern, expression, holes);
      if (bindings && this.#isPlaced(compiled, expression)) return { compiled, expression, bindings };
    }
    return undefined;
  }

  #decorates({ node }: Expression): boolean {
    const { language } = this.#context;
    return language.isDecorator?.(node) ?? language.decorated(node) !== undefined;
  }

  /** A plain object is a response or an error only where it goes to the framework. */
  #isPlaced(compiled: CompiledPattern, expression: Expression): boolean {
    // numbers that are given back together are no body and status
    if (compiled.pattern.isReturned && expression.kind === 'list') {
      if (expression.elements.every(({ kind }) => kind === 'number')) return false;
    }
    if (expression.kind !== 'object' || !isEventKind(compiled.kind)) return true;
    // what says by its type that it is a response or an error
    if (expression.type && compiled.pattern.expression.kind === 'object' && compiled.pattern.expression.type)
      return compiled.kind === 'declare' || isGivenBack(this.#context, expression);
    if (compiled.kind === 'make') {
      const way = wayOut(this.#context, expression.node);
      // `throw { statusCode: 405, message: '…' }` is an error: what is thrown as a response has its body
      if (way === 'throw' && expression.entries.every(({ key }) => key !== 'body')) return false;
      return way !== undefined && this.#isObjectPlace(compiled, expression);
    }
    return compiled.kind !== 'raise' || isThrown(this.#context, expression) || this.#isErrorMade(expression);
  }

  /** `const createApiError = (message, statusCode) => ({ message, statusCode })`, by its name a maker of errors that are thrown. */
  #isErrorMade({ node }: Expression): boolean {
    const name = this.#context.functionAround(node)?.name ?? '';
    return makesErrors.test(name) && wayOut(this.#context, node) === 'return';
  }

  #isObjectPlace({ framework }: CompiledPattern, expression: Expression): boolean {
    const { objectsIn } = framework;
    if (!objectsIn || this.#context.uses(framework) || objectsIn.telling?.test(expression.node.text)) return true;
    for (let view = this.#context.functionAround(expression.node); view; ) {
      // `defineEventHandler(async (event) => ({ statusCode: 201, id }))`: all that such a handler gives back is the body
      if (isHandlerOfAnother(this.#context, framework, view)) return false;
      const first = view.parameters[0]?.name;
      if (view.name && objectsIn.functions?.includes(view.name)) return true;
      if (first && objectsIn.parameters?.includes(first)) return true;
      const parent: SyntaxNode | undefined = view.node.parent;
      view = parent && this.#context.functionAround(parent);
    }
    return false;
  }

  #isShown(framework: Framework): boolean {
    let isShown = this.#shown.get(framework);
    if (isShown === undefined) {
      isShown = framework.signs?.test(this.#context.text) ?? true;
      this.#shown.set(framework, isShown);
    }
    return isShown;
  }

  #best(found: readonly Match[]): readonly Match[] {
    if (found.length < 2) return found;
    const shown = found.filter(({ compiled }) => this.#isShown(compiled.framework));
    return ofOneFramework(shown.length > 0 ? shown : found);
  }
}

const makesErrors = /^(?:create|make|build|new)\w*(?:Error|Exception)$/;

interface PatternsAtWord {
  readonly used: readonly CompiledPattern[];
  readonly others: readonly CompiledPattern[];
}

function ofOneFramework(found: readonly Match[]): readonly Match[] {
  return found.filter(({ compiled }) => compiled.framework === found[0]?.compiled.framework);
}

/** What the `return` that begins with a token gives back. */
function returnedPlaces(context: FileContext, token: SyntaxNode): readonly Expression[] {
  const value = returnAt(context.language, token)?.value;
  if (!value) return [];
  const held = value.kind === 'name' ? tuplesHeldBy(context, value) : [];
  return held.length > 0 ? held : [value];
}

/** `answer = {'error': 'No such book.'}, 404`, and behind it `return answer`: each of those that the name may hold there. */
function tuplesHeldBy({ scopes }: FileContext, { name, node }: NameView): readonly Expression[] {
  const only = scopes.value(name, node);
  const held = only ? [only] : scopes.definitions(name, node).flatMap((each) => valueBefore(each, node) ?? []);
  return held.flatMap(({ value, path }) =>
    value.kind === 'list' && value.isTuple && path.length === 0 ? [value] : [],
  );
}

function valueBefore(definition: Definition, place: SyntaxNode): ReturnType<Scopes['value']> {
  if (definition.kind !== 'value' || definition.node.end > place.start) return undefined;
  const { value, path } = definition.binding;
  return value && { value, path };
}

/** The expressions of which a token is the head: `json` is that of the member `res.json` and of the call of it. */
function headPlaces(context: FileContext, token: SyntaxNode): readonly Expression[] {
  const places: Expression[] = [];
  const { language } = context;
  const key = wholeKey(context, token);
  let current = language.expression(key);
  let node = key;
  // `raise NotFound` calls what it names
  if (current.kind === 'name' || current.kind === 'string' || current.kind === 'call') places.push(current);
  for (let parent = key.parent; parent && places.length < 6; parent = parent.parent) {
    if (language.isTransparent(parent)) {
      node = parent;
      continue;
    }
    const view = language.expression(parent);
    const isHead =
      (view.kind === 'member' && (view.propertyNode === node || view.propertyNode === token)) ||
      // `headers` of `set.headers.location`
      (view.kind === 'member' && (current.kind === 'member' || view.index) && view.object === current) ||
      (view.kind === 'call' && (view.callee === current || isCalledWithoutArguments(view, token))) ||
      (view.kind === 'assignment' && view.target === current) ||
      (view.kind === 'index' && view.object === current);
    if (isHead) {
      places.push(view);
      current = view;
      node = parent;
      continue;
    }
    // the key of an entry is the head of the object it stands in; its pair is no expression
    const object = parent.parent && places.length <= 1 ? language.expression(parent.parent) : undefined;
    if (object?.kind === 'object' && object.entries.some((entry) => entry.keyNode === key)) places.push(object);
    if (view.kind === 'object' && view.entries.some((entry) => entry.keyNode === key)) places.push(view);
    break;
  }
  return places;
}

/** The string whose inside a token is: `'statusCode'` as a key. */
function wholeKey({ language }: FileContext, token: SyntaxNode): SyntaxNode {
  const around = token.parent && language.expression(token.parent);
  return around?.kind === 'string' && around.value === token.text ? around.node : token;
}

/** `raise web.HTTPNotFound` */
function isCalledWithoutArguments({ callee, node }: CallView, token: SyntaxNode): boolean {
  return callee.node === node && callee.kind === 'member' && callee.propertyNode === token;
}

/** The receiver of what decorators say: it goes for every response of the method. */
export const ofDecorators = '@';

/** The event that a match is. */
export function eventOf(context: FileContext, match: Match, kind: EventKind): ResponseEvent {
  const { compiled, expression, bindings } = match;
  const { framework } = compiled;
  const headers = readHeaders(context, compiled, bindings);
  const decorated = context.language.decorated(expression.node);
  return {
    kind,
    framework,
    side: context.isOnlyTest || (context.isTest && !context.imported(framework)) ? 'test' : framework.side,
    expression,
    node: expression.node,
    bindings,
    ...requestOf(bindings),
    receiver:
      decorated || compiled.given.takesChanges ? ofDecorators : receiverOf(context, framework, bindings.get('RES')),
    status: statusOf(context, match),
    headers,
    body: bodyOf(context, match),
    pattern: compiled.pattern,
    function: decorated ?? context.functionAround(expression.node),
    ...(compiled.given.inHandlers ? { inHandlers: true } : {}),
  };
}

function requestOf(bindings: Bindings): { readonly request?: string } {
  const bound = bindings.get('REQ');
  // `r.WithContext(ctx)` is `r` with more
  return bound?.kind === 'expression' ? { request: rootName(bound.expression) } : {};
}

/** The root of a chain: `res` of `res.status(201).set(…)`, `ctx` of `ctx.response`. */
function receiverOf(context: FileContext, framework: Framework, bound: Bound | undefined): string | undefined {
  if (bound?.kind !== 'expression') return undefined;
  let { expression } = bound;
  for (;;) {
    const same = expression.kind === 'member' ? writtenOtherwise(context, framework, expression) : undefined;
    if (same) expression = same;
    else if (expression.kind === 'call' && expression.callee.kind === 'member') expression = expression.callee.object;
    else return expression.node.text;
  }
}

/** What a response is that a framework has two ways to write: `ctx` for `ctx.response`. */
function writtenOtherwise(context: FileContext, framework: Framework, expression: Expression): Expression | undefined {
  const holes = holesOf(context, framework);
  for (const { pattern, kind } of context.compiled.receiver(framework, 'RES')) {
    const inner = kind === 'written' ? matchPattern(pattern, expression, holes)?.get('RES') : undefined;
    if (inner?.kind === 'expression') return inner.expression;
  }
  return undefined;
}

function statusOf(context: FileContext, match: Match): StatusValue | undefined {
  const { compiled, bindings } = match;
  const status = bindings.get('STATUS') ?? bindings.get('CODE');
  const { reasons } = compiled.framework;
  if (status?.kind === 'expression') return statusValue(context, status.expression, reasons);
  // Flask sends a response as it is, Hono gives it the status of the error
  const isUnread = status?.kind === 'unknown' || bindings.has('RESPONSE');
  if (isUnread) return { options: [], exhaustive: false, origin: 'written' };
  const reason = bindings.get('REASON');
  // `code: 'NOT_FOUND'`
  if (reason?.kind === 'expression') return statusValue(context, reason.expression, reasons);
  if (reason?.kind === 'word') {
    const code = reasonOf(compiled.framework, reason.word);
    const node = headToken(reason.expression);
    return { options: code === undefined ? [] : [{ code, node }], exhaustive: code !== undefined, origin: 'written' };
  }
  const given = compiled.given.status;
  if (given === undefined) return undefined;
  if (given === 'unknown') return { options: [], exhaustive: false, origin: 'default' };
  // `created(url)`, `notFound()`: the word itself names the status; `redirect` says what is done
  const { anchor } = compiled.pattern;
  if (anchor.kind === 'word' && anchor.word !== 'redirect' && codeOfConstant(anchor.word) === given) {
    const { expression } = match;
    const node = expression.kind === 'call' ? headToken(expression.callee) : headToken(expression, anchor.word);
    return { options: [{ code: given, node }], exhaustive: true, origin: 'written' };
  }
  return {
    options: [{ code: given, node: undefined }],
    exhaustive: true,
    origin: compiled.given.overrides ? 'written' : 'default',
  };
}

function headToken(expression: Expression, key?: string): SyntaxNode {
  if (expression.kind === 'object') {
    return expression.entries.find((entry) => entry.key === key)?.keyNode ?? expression.node;
  }
  return expression.kind === 'member' ? expression.propertyNode : expression.node;
}

function bodyOf(context: FileContext, { compiled, bindings, expression }: Match): Body {
  const { given, kind } = compiled;
  const details = bindings.get('DETAILS');
  const more = details?.kind === 'rest' ? details.arguments.map(({ value }) => value) : [];
  // `createError({ message, statusMessage, data })`: what is said first stands for the others in what tells why
  const [bound, ...others] = [bindings.get('BODY'), bindings.get('DATA'), bindings.get('MESSAGE'), details].filter(
    (each) => each !== undefined && each.kind !== 'rest',
  );
  if (bound?.kind === 'expression') {
    // a template that is given nothing is a body as well: `c.Render("404", nil)`
    if (isEmptyContent(context, bound.expression))
      return bindings.has('FILE') ? { kind: 'present', expression: undefined, node: undefined } : { kind: 'none' };
    const values = [...others.flatMap((each) => (each.kind === 'expression' ? [each.expression] : [])), ...more];
    return {
      kind: 'present',
      expression: bound.expression,
      node: bound.expression.node,
      ...(values.length > 0 ? { parts: [bound.expression, ...values] } : {}),
    };
  }
  if (bound || given.body === 'unknown') return { kind: 'unknown' };
  // what a framework makes of an error has a body
  const isError = kind === 'raise' || kind === 'raiseNow';
  if (given.body === 'present' || (isError && given.body === undefined)) {
    // `jsonify(message=str(error))`
    const all = expression.kind === 'call' && bindings.has('REST') ? expression.arguments : [];
    const members = all.flatMap(({ name, value }) => (name === undefined ? [] : [{ key: name, value }]));
    return {
      kind: 'present',
      expression: undefined,
      node: undefined,
      ...(members.length > 0 ? { parts: members.map(({ value }) => value), members } : {}),
    };
  }
  // `{'statusCode': 404, 'message': 'No such book'}`: a body is made of that by whoever is given it
  if (expression.kind === 'object' && expression.entries.some(({ key }) => !isOfEnvelope.test(key)))
    return { kind: 'unknown' };
  return { kind: 'none' };
}

/** What objects that are responses hold beside a body: `statusCode`, `headers`, `isBase64Encoded`; keys that are computed. */
const isOfEnvelope = /^(?:status\w*|code|ok|(?:multi_?Value_?)?headers|cookies|isBase64Encoded|body|type|\[.*\])$/i;
