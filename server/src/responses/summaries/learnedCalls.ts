import type { Framework } from '../../frameworks/framework.ts';
import type { Bound } from '../../languages/patterns.ts';
import type { CallView, Expression } from '../../languages/views.ts';
import { statusFacts } from '../../status/registry.ts';
import { literally } from '../../syntax/literally.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { isEmptyContent } from '../bodies/emptyContent.ts';
import type { FileContext } from '../code/context.ts';
import { wayOut } from '../code/escape.ts';
import type { Flow } from '../code/flow.ts';
import { inHouse } from '../code/inHouse.ts';
import { headerObject, joinHeaders, noHeaders, unreadable } from '../headers.ts';
import type { Body, EventKind, Headers, LearnedCall, Response, ResponseEvent, StatusValue } from '../model.ts';
import type { Handlers } from '../routes/handlers.ts';
import { statusValue } from '../statuses/status.ts';
import { Definitions } from './definitions.ts';
import { constructionAt } from './errorStructs.ts';
import { answersOf } from './functions.ts';
import { expressionAt, isLeftOut } from './places.ts';
import type { Answer, ClassSummary, Place, StatusSource } from './summary.ts';
import { wordsOfHelpers } from './words.ts';

/** Events of calls to what the code base itself defines: helpers that answer, errors that carry a status. */
export class LearnedCalls {
  readonly #context: FileContext;
  readonly definitions: Definitions;
  readonly #looked = new Set<string>();

  constructor(context: FileContext) {
    this.#context = context;
    this.definitions = new Definitions(context);
  }

  /**
   * The events that are learned from what is known of the file by now; `taken` tells which expressions are events
   * already. Each round may teach what the next one uses: a function that calls a helper is one too.
   */
  next(
    flow: Flow,
    handlers: Handlers,
    responses: readonly Response[],
    events: readonly ResponseEvent[],
  ): readonly ResponseEvent[] {
    const answers = new Map(answersOf(this.#context, flow, responses, events));
    for (const { function: view } of handlers.all) {
      // who calls a handler means to have the request handled
      const given = answers.get(view.node)?.filter(({ status }) => status.place);
      if (given) answers.set(view.node, given);
    }
    this.definitions.answers = answers;
    const words = [...wordsOfHelpers(this.#context, answers)].filter((word) => !this.#looked.has(word));
    for (const word of words) this.#looked.add(word);
    if (words.length === 0) return [];
    const taken = new Set(events.map(({ node }) => node));
    const found: ResponseEvent[] = [];
    for (const call of this.#callsOf(words)) {
      if (taken.has(call.node)) continue;
      taken.add(call.node);
      const event = this.#eventOf(call);
      if (event) found.push(event);
    }
    return found;
  }

  *#callsOf(words: readonly string[]): Iterable<CallView> {
    const { language, text, tree } = this.#context;
    const pattern = new RegExp(`(?<![\\w$])(?:${words.map(literally).join('|')})(?![\\w$])`, 'g');
    for (const { index } of text.matchAll(pattern)) {
      const token = tree.root.at(index);
      if (token.start !== index || language.isInert(token)) continue;
      const call = callOf(this.#context, token) ?? constructionAt(this.#context, token);
      if (call) yield call;
    }
  }

  #eventOf(call: CallView): ResponseEvent | undefined {
    const target = this.definitions.targetOf(call);
    if (!target) return undefined;
    const nameNode = call.callee.kind === 'member' ? call.callee.propertyNode : call.callee.node;
    if (target.kind === 'class') return this.#construction(call, nameNode, target.summary);
    const answer =
      target.kind === 'function'
        ? answerThatCounts(target.answers.filter((each) => this.#isTaken(call, each)))
        : undefined;
    return answer && this.#answering(call, nameNode, answer);
  }

  /** Whether a call goes a way that asks for something to be given; what a name holds counts as given. */
  #isTaken(call: CallView, { asks, status }: Answer): boolean {
    if (!asks || !status.place) return true;
    const given = expressionAt(this.#context, call, asks.place);
    return asks.isGiven === (given !== undefined && !isEmptyContent(this.#context, given));
  }

  #construction(call: CallView, nameNode: SyntaxNode, summary: ClassSummary): ResponseEvent | undefined {
    const isMade = call.constructs || this.#context.language.family !== 'javascript';
    if (!isMade || !summary.isError || !summary.status) return undefined;
    const status = this.#statusOf(call, nameNode, summary.status);
    // a class that says how other code went is no answer
    if (!status?.options.every(({ code, node }) => this.#isOfError(code, node, summary.status?.place)))
      return undefined;
    return this.#event(call, 'raise', this.#framework(undefined), status, {
      bound: boundAt(this.#context, call, summary.status.place, 'STATUS'),
      body: summary.says ? saidAsItIs(call, summary.says) : saidIn(this.#context, call, summary.message),
      headers: { fields: new Map(), complete: summary.says !== undefined },
      learned: { name: nameNode.text, nameNode, leaves: true, isPassedOn: false, isDefined: true, error: summary },
    });
  }

  /** A `code` is many things, also to mail servers: a status where it is registered and a file that answers says so. */
  #isOfError(code: number, node: SyntaxNode | undefined, place: Place | undefined): boolean {
    if ((place?.property ?? place?.name)?.toLowerCase() !== 'code') return code >= 300;
    const isSaid =
      !this.#context.language.declaresTypes || this.#context.importsServer || /^[A-Z]/.test(node?.text ?? '');
    return code >= 400 && isSaid && statusFacts(code) !== undefined;
  }

  #answering(call: CallView, nameNode: SyntaxNode, answer: Answer): ResponseEvent | undefined {
    const status = this.#statusOf(call, nameNode, answer.status);
    const kind = this.#kindOf(call, answer);
    if (!status || !kind) return undefined;
    const receiver = answer.receiver && expressionAt(this.#context, call, answer.receiver);
    if (answer.receiver && !receiver) return undefined;
    const { kind: said, place } = answer.body;
    const given = place && expressionAt(this.#context, call, place);
    const isGiven = given !== undefined && given.kind !== 'nothing';
    const body: Body =
      said !== 'present'
        ? { kind: said }
        : answer.body.isWhole && !isGiven
          ? { kind: place && isLeftOut(this.#context, call, place) ? 'none' : 'unknown' }
          : // `reply(None, 204)`, `send(res, 204, '')`: what a helper makes of nothing is for it to say
            given && isEmptyContent(this.#context, given)
            ? { kind: 'unknown' }
            : {
                kind: 'present',
                expression: given,
                node: given?.node,
                ...(answer.body.isWhole ? {} : { isPart: true }),
                ...this.#partsSaid(call, answer.body),
              };
    const fields = new Map(
      answer.headers.map((name) => [name.toLowerCase(), { name, value: undefined, node: undefined }]),
    );
    const bound = [
      ...boundAt(this.#context, call, answer.status.place, 'STATUS'),
      ...boundAt(this.#context, call, answer.body.error, 'ERROR'),
    ];
    return this.#event(call, kind, this.#framework(answer.framework), status, {
      bound: receiver ? [...bound, ['RES', { kind: 'expression', expression: receiver }] as const] : bound,
      body,
      // what a helper that always sends one code lacks is missing where it is written, not wherever it is called
      headers: joinHeaders(
        { fields, complete: answer.hasAllHeaders && answer.status.place !== undefined },
        this.#headersGiven(call, answer.givenHeaders),
      ),
      receiver: receiver?.node.text,
      learned: {
        name: nameNode.text,
        nameNode,
        leaves: answer.kind === 'throw' && answer.isCertain,
        isCertain: answer.isCertain,
        isPassedOn: answer.kind === 'pass',
        isDefined: true,
        ...(answer.made ? { error: { ...answer.made, isError: true, methods: {} } } : {}),
      },
    });
  }

  #partsSaid(call: CallView, { said, place }: Answer['body']): { readonly parts?: readonly Expression[] } {
    const parts = (said ?? (place ? [place] : [])).flatMap((each) =>
      each.isRest
        ? call.arguments.slice(each.index).map(({ value }) => value)
        : (expressionAt(this.#context, call, each) ?? []),
    );
    return parts.length > 1 ? { parts } : {};
  }

  #headersGiven(call: CallView, place: Place | undefined): Headers {
    if (!place || isLeftOut(this.#context, call, place)) return noHeaders;
    const given = expressionAt(this.#context, call, place);
    return given ? headerObject(this.#context, given) : unreadable;
  }

  #kindOf(call: CallView, { kind }: Answer): EventKind | undefined {
    switch (kind) {
      case 'throw':
      case 'pass':
        return 'raiseNow';
      case 'make':
        return wayOut(this.#context, call.node) === undefined ? undefined : 'make';
      default:
        return kind;
    }
  }

  #statusOf(call: CallView, nameNode: SyntaxNode, source: StatusSource): StatusValue | undefined {
    const { place, codes } = source;
    if (!place) {
      const [code] = codes;
      // an error has codes of other kinds as well
      return codes.length === 1 && code !== undefined && code >= 100 && code < 600
        ? { options: [{ code, node: nameNode }], exhaustive: true, origin: 'written' }
        : undefined;
    }
    const given = expressionAt(this.#context, call, place);
    if (given && given.kind !== 'nothing') {
      const value = statusValue(this.#context, given);
      const isCode = value.options.every(({ code }) => code >= 100 && code < 600);
      return isCode ? value : undefined;
    }
    if (place.fallback === undefined || !isLeftOut(this.#context, call, place)) return undefined;
    return { options: [{ code: place.fallback, node: nameNode }], exhaustive: true, origin: 'written' };
  }

  #framework(name: string | undefined): Framework {
    const { compiled, language } = this.#context;
    const found = name === undefined ? undefined : compiled.frameworks.find((each) => each.name === name);
    return found ? withoutChains(found) : inHouse(language.family);
  }

  #event(
    call: CallView,
    kind: EventKind,
    framework: Framework,
    status: StatusValue,
    rest: {
      readonly bound: readonly (readonly [string, Bound])[];
      readonly body: Body;
      readonly headers: Headers;
      readonly receiver?: string | undefined;
      readonly learned: LearnedCall;
    },
  ): ResponseEvent {
    return {
      kind,
      framework,
      side: this.#context.isTest && !this.#context.importsServer ? 'test' : 'server',
      expression: call,
      node: call.node,
      bindings: new Map(rest.bound),
      receiver: rest.receiver,
      status,
      headers: rest.headers,
      body: rest.body,
      pattern: learnedPattern(call),
      function: this.#context.functionAround(call.node),
      learned: rest.learned,
    };
  }
}

/** Of several ways to answer the one that a caller chooses by what it gives; else the only one there is. */
function answerThatCounts(answers: readonly Answer[]): Answer | undefined {
  const chosen = answers.filter(({ status }) => status.place);
  const first = chosen[0];
  if (first) {
    if (!chosen.every((each) => isSamePlace(each.status.place, first.status.place))) return undefined;
    return chosen.length === 1 ? first : { ...first, body: saidByAll(chosen, first) };
  }
  return answers.length === 1 ? answers[0] : undefined;
}

/** What clients see whichever way is taken: a helper may keep to itself what it says of other codes. */
function saidByAll(answers: readonly Answer[], { body }: Answer): Answer['body'] {
  const placesOf = (each: Answer) => each.body.said ?? (each.body.place ? [each.body.place] : []);
  const { said, place, ...rest } = body;
  const [first, ...others] = (said ?? (place ? [place] : [])).filter((each) =>
    answers.every((answer) => placesOf(answer).some((other) => isSamePlace(each, other))),
  );
  if (!first) return rest;
  return { ...rest, place: first, ...(others.length > 0 ? { said: [first, ...others] } : {}) };
}

function isSamePlace(one: Place | undefined, other: Place | undefined): boolean {
  return one?.index === other?.index && one?.property === other?.property;
}

/** A pattern that no fix can take for a way to write more: what the call takes is the helper's own business. */
export function learnedPattern({ node, callee }: CallView): ResponseEvent['pattern'] {
  const source = callee.node.text;
  const pattern = { source, anchor: { kind: 'word', word: source }, expression: { kind: 'other', node } };
  return pattern as ResponseEvent['pattern'];
}

/** Its links belong to the response, not to the helper that is called instead of one. */
const unchained = new WeakMap<Framework, Framework>();
function withoutChains(framework: Framework): Framework {
  if (!framework.idioms?.chains) return framework;
  let same = unchained.get(framework);
  if (!same) {
    same = { ...framework, idioms: { ...framework.idioms, chains: false } };
    unchained.set(framework, same);
  }
  return same;
}

function boundAt(
  context: FileContext,
  call: CallView,
  place: Place | undefined,
  hole: string,
): readonly (readonly [string, Bound])[] {
  const expression = place && expressionAt(context, call, place);
  return expression ? [[hole, { kind: 'expression', expression }]] : [];
}

/** What clients see of an error that is written as it is. */
function saidAsItIs(call: CallView, says: readonly string[]): Body {
  const parts = call.arguments.flatMap(({ name, value }) => (name !== undefined && says.includes(name) ? [value] : []));
  return { kind: 'present', expression: undefined, node: undefined, ...(parts.length > 0 ? { parts } : {}) };
}

/** What an error says to people: how it comes to be said is the business of whoever catches it. */
function saidIn(context: FileContext, call: CallView, place: Place | undefined): Body {
  const said: Expression | undefined = place
    ? expressionAt(context, call, place)
    : call.arguments.find(({ value }) => value.kind === 'string')?.value;
  return { kind: 'present', expression: undefined, node: said?.node };
}

/** The call whose callee a token is the last word of. */
function callOf(context: FileContext, token: SyntaxNode): CallView | undefined {
  const { language } = context;
  // `raise OutOfStock`: the name alone makes one
  const own = language.expression(token);
  if (own.kind === 'call') return own;
  let node = token;
  for (let parent = node.parent, steps = 0; parent && steps < 4; node = parent, parent = parent.parent, steps++) {
    if (language.isTransparent(parent)) continue;
    const view = language.expression(parent);
    if (view.kind === 'call') return view.callee.node === node ? view : undefined;
    if (view.kind !== 'member' || view.propertyNode.start !== token.start) return undefined;
  }
  return undefined;
}
