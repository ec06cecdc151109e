import type { Expression, FunctionView } from '../../languages/views.ts';
import { literally } from '../../syntax/literally.ts';
import type { FileContext } from '../code/context.ts';
import { isErrorParameter } from '../code/conventions.ts';
import { type ExportedThing, thingOf } from '../code/exports.ts';
import type { Flow, Guard } from '../code/flow.ts';
import { passedOn } from '../code/passing.ts';
import type { Match } from '../events.ts';
import type { Body, Response } from '../model.ts';
import { callsIn } from '../reasons/attempts.ts';
import { callsFailingHandler, isGivenByHandler } from '../reasons/handlerErrors.ts';
import type { ErrorWay, ImportedName } from '../summaries/summary.ts';
import { handedErrors, isCaughtOfAll, isReachedByAll, mayCatchAsEntry } from './entryCatch.ts';
import { classesOf, conditionsOf, isCaughtBehind, lastWord, passesOn } from './errorConditions.ts';
import { errorPartsIn, type IsError, memberSaid } from './errorParts.ts';
import { hasAllFields } from './fieldsOfWriters.ts';
import { writersByMember } from './writersByMember.ts';

/** A function that an application has its errors turned into responses by. */
export interface ErrorWriter {
  /** The name of the framework. */
  readonly framework: string;
  /** Names of the classes it is registered for, codes among them; empty for all. */
  readonly classes: readonly string[];
  /** The member that holds the status of the errors it writes, where that is all that is known of them. */
  readonly statusMember?: string;
  readonly ways: readonly ErrorWay[];
}

/** One that is registered here and stands in another file. */
export interface ErrorWriterElsewhere {
  readonly framework: string;
  readonly classes: readonly string[];
  readonly to: ImportedName;
  /** What it is given instead of the error: the arguments that say something of it. */
  readonly given?: readonly GivenOfError[];
}

/** A member of an error that goes to a function: `message` stands for its text as well. */
export interface GivenOfError {
  readonly index: number;
  readonly member: string;
}

interface Assembled {
  readonly context: FileContext;
  readonly flow: Flow;
  readonly responses: readonly Response[];
}

/** The writers that a file has or registers. */
export function errorWritersIn(
  file: Assembled,
  matches: readonly Match[],
): readonly (ErrorWriter | ErrorWriterElsewhere)[] {
  const found: (ErrorWriter | ErrorWriterElsewhere)[] = [];
  const registered = new Set<FunctionView>();
  for (const { compiled, bindings, expression } of matches) {
    if (compiled.kind !== 'errorWriters') continue;
    const framework = compiled.framework.name;
    const table = bindings.get('WRITERS');
    if (table?.kind === 'expression') found.push(...writersInTable(file, framework, table.expression, registered));
    const errors = bindings.get('ERRORS');
    const classes = errors?.kind === 'expression' ? classNames(errors.expression) : [];
    const bound = bindings.get('WRITER');
    const decorated = file.context.language.decorated(expression.node);
    const writer = decorated
      ? ({ kind: 'function', function: decorated } as const)
      : bound?.kind === 'expression'
        ? writerOf(file.context, bound.expression)
        : undefined;
    if (writer?.kind === 'import') found.push({ framework, classes, to: writer.to });
    if (writer?.kind !== 'function') continue;
    registered.add(writer.function);
    found.push({ framework, classes, ways: errorWays(file, writer.function) });
  }
  for (const [view, responses] of byFunction(file)) {
    if (registered.has(view)) continue;
    const framework = responses[0]?.framework.name;
    const classes = framework === undefined ? undefined : unregisteredClasses(file, view, responses);
    if (framework === undefined || !classes) continue;
    found.push({ framework, classes, ways: errorWays(file, view) });
  }
  const { context } = file;
  const collecting = context.compiled.frameworks.find((each) => each.collectsErrors && context.uses(each))?.name;
  if (collecting !== undefined) {
    for (const view of collectedErrorsOf(context)) {
      const ways = errorWays(file, view);
      const isOpaque = ways.length === 0 && mayAnswer(file, view);
      found.push({ framework: collecting, classes: [], ways: isOpaque ? [unreadable] : ways });
    }
  }
  found.push(...handedErrors(file.context), ...writersByMember(file.context, file.responses));
  return found.filter((each) => 'to' in each || each.ways.length > 0);
}

const unreadable: ErrorWay = {
  classes: [],
  except: [],
  said: [],
  isCertain: false,
  headers: [],
  hasAllHeaders: false,
};

/** True of a function that answers in some way, or hands the response to another; not of one that only logs. */
function mayAnswer({ context, responses }: Assembled, view: FunctionView): boolean {
  if (responses.some(({ sentAt }) => view.node.contains(sentAt))) return true;
  const holders = [...view.node.text.matchAll(new RegExp(collected, 'g'))].map(([text]) => text.split('.', 1)[0] ?? '');
  return holders.some((name) => passedOn(context, name, [], view.node.start, view.node.end).length > 0);
}

/** `exception_handlers={ShopError: show, 404: missing}` */
function writersInTable(
  file: Assembled,
  framework: string,
  expression: Expression,
  registered: Set<FunctionView>,
): readonly (ErrorWriter | ErrorWriterElsewhere)[] {
  const table = file.context.resolve(expression);
  if (table.kind !== 'object') return [];
  return table.entries.flatMap(({ keyNode, value }): readonly (ErrorWriter | ErrorWriterElsewhere)[] => {
    const classes = classesOf([keyNode.text]);
    const writer = writerOf(file.context, value);
    if (writer.kind === 'import') return [{ framework, classes, to: writer.to }];
    if (writer.kind !== 'function') return [];
    registered.add(writer.function);
    return [{ framework, classes, ways: errorWays(file, writer.function) }];
  });
}

function writerOf(context: FileContext, expression: Expression): ExportedThing {
  const value = context.resolve(expression);
  return value.kind === 'function' ? { kind: 'function', function: value } : thingOf(context, value);
}

/** The functions that answer, each with what it answers itself or in functions it makes. */
function byFunction({ context, responses }: Assembled): ReadonlyMap<FunctionView, readonly Response[]> {
  const found = new Map<FunctionView, Response[]>();
  for (const response of responses) {
    const own = response.event.function;
    for (let view = own, steps = 0; view && steps < 2; steps++) {
      const list = found.get(view);
      if (list) list.push(response);
      else found.set(view, [response]);
      const parent = view.node.parent;
      view = parent && context.functionAround(parent);
    }
  }
  return found;
}

/**
 * The classes that a function writes which nothing need register: it says by its shape or its place what it is. Absent
 * where it says no such thing.
 */
function unregisteredClasses(
  { context, flow }: Assembled,
  view: FunctionView,
  responses: readonly Response[],
): readonly string[] | undefined {
  const shape = responses.find(({ framework }) => framework.errorWriterParameters)?.framework.errorWriterParameters;
  const parameters = view.parameters.filter(({ name }) => name !== 'self');
  if (shape?.length === parameters.length && shape.every((name, index) => name.test(parameters[index]?.name ?? '')))
    return [];
  // Nest's `@Catch(HttpException) class Filter { catch(exception, host) { … } }`
  const around = view.name === 'catch' && view.isMethod ? context.language.classAround(view.node) : undefined;
  const decorator = around?.decorators.find((each) => each.kind === 'call' && each.callee.node.text === 'Catch');
  if (decorator?.kind === 'call') return decorator.arguments.flatMap(({ value }) => classNames(value));
  if (callsFailingHandler(context, view)) return [];
  // of which classes, each way says for itself
  const isCatching = responses.some(({ sentAt, framework }) =>
    flow.guards(sentAt).some((guard) => isCaughtBehind(guard) || isCaughtOfAll(guard, view, framework)),
  );
  return isCatching ? [] : undefined;
}

/** What nothing need register says by these what it is. A cheap look, that takes too many rather than too few. */
export function mayWriteErrors(text: string): boolean {
  return (
    passesOn(text) || collected.test(text) || /@Catch\b/.test(text) || errorFirst.test(text) || mayCatchAsEntry(text)
  );
}

/** Four parameters, the first of which is an error: `(err, req, res, next) => {`. */
const errorFirst = /\(\s*_?e\w*(?:\s*:[^,()]*)?(?:,[^,()]*){3}\)/;
const collected = /\b\w+\.Errors\b/;

/** The functions that look at what gin keeps of what handlers hand to it, for middleware to write: `c.Errors`. */
function collectedErrorsOf(context: FileContext): ReadonlySet<FunctionView> {
  const found = new Set<FunctionView>();
  for (const { index } of context.text.matchAll(new RegExp(collected, 'g'))) {
    const view = context.functionAround(context.tree.root.at(index));
    if (view) found.add(view);
  }
  return found;
}

function classNames(expression: Expression): readonly string[] {
  if (expression.kind === 'list') return expression.elements.flatMap(classNames);
  if (expression.kind === 'number') return [String(expression.value)];
  return expression.kind === 'name' || expression.kind === 'member' ? [lastWord(expression.node.text)] : [];
}

/** What a function makes of an error that is one of its parameters, caught in it, or collected before. */
export function errorWays({ context, flow, responses }: Assembled, view: FunctionView): readonly ErrorWay[] {
  const isError = errorsOf(context, view);
  const own = responses
    .filter(({ sentAt, event }) => view.node.contains(sentAt) && event.side === 'server')
    .filter(({ sentAt, framework }) => !framework.catchesForAll || isReachedByAll(flow, sentAt, view, framework))
    .flatMap((response) => wayOf(context, response, flow.guards(response.sentAt), isError) ?? []);
  return [...own, ...waysThroughHelpers({ context, flow, responses }, view, isError)];
}

/** What a function of the same file sends that is called with the error or what comes out of it: `write(c, err.Error())`. */
function waysThroughHelpers(
  { context, flow, responses }: Assembled,
  view: FunctionView,
  isError: IsError,
): readonly ErrorWay[] {
  const { body } = view;
  if (!body || body.end - body.start > longestWriter) return [];
  const entry = responses.find(({ framework, sentAt }) => framework.catchesForAll && body.contains(sentAt))?.framework;
  return callsIn(context, body).flatMap((call): readonly ErrorWay[] => {
    const [definition] =
      call.callee.kind === 'name' ? context.scopes.definitions(call.callee.name, call.callee.node) : [];
    if (definition?.kind !== 'function' || definition.function.node === view.node) return [];
    const helper = definition.function;
    if (entry && !isReachedByAll(flow, call.node, view, entry)) return [];
    const guards = flow.guards(call.node);
    const given = new Set(
      helper.parameters.filter((_, index) => {
        const value = call.arguments[index]?.value;
        return value && errorPartsIn(context, value, isError).length > 0;
      }),
    );
    const isGiven: IsError = (value) => {
      const [own] = value.kind === 'name' ? context.scopes.definitions(value.name, value.node) : [];
      return isError(value) || (own?.kind === 'parameter' && given.has(own.parameter));
    };
    return responses
      .filter(({ event, sentAt }) => event.function?.node === helper.node && sentAt !== call.node)
      .flatMap((each) => wayOf(context, each, [...flow.guards(each.sentAt), ...guards], isGiven) ?? []);
  });
}

/** A function that does more is no writer of errors. */
const longestWriter = 6000;

function errorsOf(context: FileContext, view: FunctionView): IsError {
  return (expression) => {
    if (expression.kind !== 'name') return isCollected(expression);
    const [definition] = context.scopes.definitions(expression.name, expression.node);
    if (definition?.kind === 'parameter')
      return definition.function.node === view.node && isErrorParameter(definition.parameter);
    if (definition?.kind === 'caught') return true;
    if (definition?.kind !== 'value') return false;
    const { value, type } = definition.binding;
    if (value === undefined) return type !== undefined && isFilled(view, expression.name);
    return isCollected(value) || isGivenByHandler(context, view, value);
  };
}

/** `var failure *Failure`, of which `errors.As(err, &failure)` makes the error that is looked at. */
function isFilled({ node }: FunctionView, name: string): boolean {
  return new RegExp(`\\bAs\\(\\s*\\w+,\\s*&${literally(name)}\\s*\\)`).test(node.text);
}

/** `c.Errors`, `c.Errors.Last()`, `c.Errors[0].Err` */
function isCollected({ kind, node }: Expression): boolean {
  return (kind === 'member' || kind === 'call' || kind === 'index') && /^\w+\.Errors\b/.test(node.text);
}

function wayOf(
  context: FileContext,
  response: Response,
  guards: readonly Guard[],
  isError: IsError,
): ErrorWay | undefined {
  const conditions = conditionsOf(context, guards, isError);
  if (!conditions) return undefined;
  const { body, headers } = response;
  if (isGivenByHelper(context, body, isError)) return undefined;
  const written = expressionsOf(body).flatMap((each) => errorPartsIn(context, each, isError));
  return {
    ...conditions,
    said: [...new Set(written.map(memberSaid))],
    headers: [...headers.fields.values()].map(({ name }) => name),
    hasAllHeaders: hasAllFields(context, response),
  };
}

/** `const { statusCode, body } = toResponse(error)`: what the helper gives for an error says which way it goes. */
function isGivenByHelper({ scopes }: FileContext, body: Body, isError: IsError): boolean {
  const expression = body.kind === 'present' ? body.expression : undefined;
  const given = expression?.kind === 'name' ? scopes.value(expression.name, expression.node) : undefined;
  return (
    given?.value.kind === 'call' && given.path.length > 0 && given.value.arguments.some(({ value }) => isError(value))
  );
}

/** The expressions that a body is put together from. */
export function expressionsOf(body: Body): readonly Expression[] {
  if (body.kind !== 'present') return [];
  return body.parts ?? (body.expression ? [body.expression] : []);
}
