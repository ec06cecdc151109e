import type { CompiledFrameworks } from '../frameworks/compiled.ts';
import type { Language } from '../languages/language.ts';
import { returnWord } from '../languages/patterns.ts';
import type { SyntaxNode, SyntaxTree } from '../syntax/node.ts';
import { type Candidate, candidatesIn } from './candidates/candidates.ts';
import { FileContext } from './code/context.ts';
import { Flow } from './code/flow.ts';
import { inHouseCall, isNoStatus } from './code/inHouseCalls.ts';
import { type ErrorWriter, type ErrorWriterElsewhere, errorWritersIn } from './errors/errorWriters.ts';
import { handedStatuses } from './errors/handedStatuses.ts';
import { asWritten } from './errors/writtenErrors.ts';
import { eventOf, isEventKind, type Match, Matcher } from './events.ts';
import type { Knowledge } from './knowledge.ts';
import type { Response, ResponseEvent, Role, StatusReference } from './model.ts';
import { Reasons } from './reasons/reasons.ts';
import { ResponseAssembly } from './responses.ts';
import { dispatchedHandlers } from './routes/dispatchedHandlers.ts';
import { Handlers } from './routes/handlers.ts';
import { joinRoutes } from './routes/mounting.ts';
import { prefixesOf } from './routes/prefixes.ts';
import { Routers } from './routes/routers.ts';
import { type Routing, routingOf } from './routes/routing.ts';
import { type Sighting, sightName, sightNumber } from './statuses/references.ts';
import { LearnedCalls } from './summaries/learnedCalls.ts';

/** What is known of one text: everything features show and rules judge. */
export interface FileAnalysis {
  readonly context: FileContext;
  readonly flow: Flow;
  readonly handlers: Handlers;
  readonly routing: Routing;
  readonly learned: LearnedCalls;
  /** What the file itself has errors turned into responses by. */
  readonly errorWriters: readonly (ErrorWriter | ErrorWriterElsewhere)[];
  readonly reasons: Reasons;
  readonly events: readonly ResponseEvent[];
  readonly responses: readonly Response[];
  /** By place, no two at one token. */
  readonly references: readonly StatusReference[];
}

export function analyse(
  language: Language,
  tree: SyntaxTree,
  compiled: CompiledFrameworks,
  path: string,
  knowledge?: Knowledge,
): FileAnalysis {
  const context = new FileContext(language, tree, compiled, path, knowledge);
  const matcher = new Matcher(context);
  const matches: Match[] = [];
  const events: ResponseEvent[] = [];
  const names: SyntaxNode[] = [];
  const numbers: { node: SyntaxNode; code: number }[] = [];
  const seen = new Set<string>();

  for (const candidate of allCandidates(context)) {
    const token = tree.root.at(candidate.offset);
    if (token.start !== candidate.offset && !isQuoted(token)) continue;
    if (candidate.kind === 'number') {
      if (token.start === candidate.offset && token.end === candidate.offset + 3 && isCode(language, token)) {
        numbers.push({ node: token, code: Number(token.text) });
      }
      continue;
    }
    const isReturn = candidate.word === returnWord;
    const isWhole = token.end === candidate.offset + candidate.word.length || isQuoted(token);
    if (language.isComment(token) || !(isWhole || isReturn)) continue;
    for (const match of matcher.at(token, candidate.word)) {
      matches.push(match);
      const { kind } = match.compiled;
      const key = `${match.expression.node.start} ${match.expression.node.end}`;
      if (!isEventKind(kind) || seen.has(key)) continue;
      seen.add(key);
      events.push(eventOf(context, match, kind));
    }
    if (!isReturn && !language.isInert(token)) names.push(token);
  }
  const prefixes = prefixesOf(context, matches);
  const routers = new Routers(context, matches);
  const handlers = new Handlers(context, matches, prefixes, routers);
  const routing = routingOf(context, matches, prefixes, routers);
  joinRoutes(context, handlers, routing);
  for (const handler of dispatchedHandlers(context, handlers)) handlers.add(handler);
  const learned = new LearnedCalls(context);
  let assembled = assemble(context, handlers, events.sort(byPlace));
  for (let round = 0; round < mostRounds; round++) {
    const more = learned.next(assembled.flow, handlers, assembled.responses, assembled.events);
    if (more.length === 0) break;
    assembled = assemble(context, handlers, [...assembled.events, ...more].sort(byPlace));
  }
  const sightings = sight(context, assembled.events, numbers, names).filter(
    ({ role, node }) => role !== 'sent' || !isNoStatus(context, learned.definitions, node),
  );
  const inHouse = new Map<SyntaxNode, ResponseEvent>();
  for (const { role, node, code } of sightings) {
    const event = role === 'sent' ? inHouseCall(context, learned.definitions, node, code) : undefined;
    if (event && !inHouse.has(event.node)) inHouse.set(event.node, event);
  }
  const handed = handedStatuses(
    context,
    assembled.responses,
    sightings.filter(({ role }) => role === 'sent' || role === 'named').map(({ node }) => node),
  );
  if (inHouse.size + handed.length > 0)
    assembled = assemble(context, handlers, [...assembled.events, ...inHouse.values(), ...handed].sort(byPlace));
  const writers = errorWritersIn({ context, ...assembled }, matches);
  const own = writers.filter((each) => 'ways' in each);
  const everyones = [...own, ...(knowledge?.errorWriters ?? [])];
  const responses = assembled.responses.map((response) => asWritten(context, response, everyones));
  assembled = { ...assembled, responses };
  const references = collectReferences(context, assembled, sightings);
  return {
    context,
    handlers,
    routing,
    learned,
    reasons: new Reasons(context, assembled.flow),
    references,
    errorWriters: writers,
    ...assembled,
  };
}

function* allCandidates(context: FileContext): Iterable<Candidate> {
  const { tree, compiled } = context;
  for (const span of tree.spans) yield* candidatesIn(tree.text, compiled, context, span);
}

/** Helpers call helpers that call helpers: so deep they are followed. */
const mostRounds = 5;

interface Assembled {
  readonly flow: Flow;
  readonly events: readonly ResponseEvent[];
  readonly responses: readonly Response[];
}

/** What a file answers by the events that are known of it. */
function assemble(context: FileContext, handlers: Handlers, events: readonly ResponseEvent[]): Assembled {
  const exits = new Set(events.filter(isLeaving).map(({ expression }) => expression));
  const flow = new Flow(context.language, (expression) => exits.has(expression));
  return { flow, events, responses: new ResponseAssembly(context, flow, handlers, events).responses() };
}

/** An assertion, `ctx.assert(user, 404)`, lets those pass for whom its condition holds. */
function isLeaving({ kind, bindings, learned }: ResponseEvent): boolean {
  return kind === 'raiseNow' && !bindings.has('CONDITION') && learned?.leaves !== false;
}

function byPlace(one: ResponseEvent, other: ResponseEvent): number {
  return one.node.start - other.node.start || one.node.end - other.node.end;
}

/** True of a number, and of a string that is one: `'404'`. */
function isCode(language: Language, token: SyntaxNode): boolean {
  if (!language.isInert(token)) return true;
  const string = token.parent && language.expression(token.parent);
  if (string?.kind !== 'string' || string.value !== token.text) return false;
  return string.node.parent !== undefined && !language.isInert(string.node.parent);
}

/** `'statusCode'` as a key: the word stands inside the token. */
function isQuoted(token: SyntaxNode): boolean {
  return /^["'`]/.test(token.parent?.text ?? '') || /^["'`]/.test(token.text);
}

/** What the numbers and names are that no event explains. */
function sight(
  context: FileContext,
  events: readonly ResponseEvent[],
  numbers: readonly { node: SyntaxNode; code: number }[],
  names: readonly SyntaxNode[],
): readonly Sighting[] {
  const explained = new Set<number>();
  for (const { status } of events) for (const { node } of status?.options ?? []) if (node) explained.add(node.start);
  const sightings: Sighting[] = [];
  for (const { node, code } of numbers) {
    const sighting = explained.has(node.start) ? undefined : sightNumber(context, node, code);
    if (sighting) sightings.push(sighting);
  }
  for (const node of names) {
    const sighting = explained.has(node.start) ? undefined : sightName(context, node);
    if (sighting) sightings.push(sighting);
  }
  return sightings;
}

function collectReferences(
  context: FileContext,
  { events, responses }: Assembled,
  sightings: readonly Sighting[],
): readonly StatusReference[] {
  const byStart = new Map<number, StatusReference>();
  const add = (reference: StatusReference) => {
    const earlier = byStart.get(reference.node.start);
    if (!earlier || (earlier.response === undefined && reference.response !== undefined))
      byStart.set(reference.node.start, reference);
  };
  for (const response of responses) {
    for (const { code, node } of response.status?.options ?? []) {
      if (node) add({ code, node, role: 'sent', framework: response.framework, response });
    }
  }
  for (const event of events) {
    for (const { code, node } of event.status?.options ?? []) {
      if (node) add({ code, node, role: roleOfEvent(event), framework: event.framework, response: undefined });
    }
  }
  for (const sighting of sightings) {
    if (byStart.has(sighting.node.start)) continue;
    add({ ...sighting, role: roleIn(context, sighting), framework: undefined, response: undefined });
  }
  return [...byStart.values()].sort((a, b) => a.node.start - b.node.start);
}

/** What a test names or has sent is what it expects. */
function roleIn(context: FileContext, { role }: Sighting): Role {
  return context.isTest && (role === 'named' || role === 'sent') ? 'asserted' : role;
}

function roleOfEvent(event: ResponseEvent): Role {
  if (event.side === 'test') return 'asserted';
  if (event.side === 'client') return 'compared';
  if (event.kind === 'declare') return 'declared';
  if (event.kind === 'read') return 'compared';
  // `error.status = 404`, and the error goes nowhere from here
  if (event.kind === 'raise' && event.expression.kind === 'assignment') return 'named';
  return 'sent';
}
