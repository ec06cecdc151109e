import type { CallView, Expression } from '../../languages/views.ts';
import { calleeName } from '../code/callees.ts';
import type { FileContext } from '../code/context.ts';
import { joinHeaders, noHeaders, unreadable } from '../headers.ts';
import { type Body, type Headers, isRaised, type Response } from '../model.ts';
import { expressionAt } from '../summaries/places.ts';
import type { ClassSummary, ErrorWay } from '../summaries/summary.ts';
import { type ErrorWriter, expressionsOf } from './errorWriters.ts';
import { maySetFields } from './fieldsOfWriters.ts';

/** What every class of errors is, whatever it extends by name. */
const anyError: readonly string[] = ['Exception', 'BaseException', 'Error', 'Throwable'];
/** The classes that frameworks make of a status. */
const errorOfStatus = /^(?:\w*HTTPException|\w*HttpException|HTTPError|HttpError)$/;

/** A response that is an error which the application makes one of, with what clients then see of it. */
export function asWritten(context: FileContext, response: Response, all: readonly ErrorWriter[]): Response {
  const { event } = response;
  const writers = all.filter(({ statusMember }) => statusMember === undefined);
  const handed = event.bindings.get('ERROR');
  if (handed?.kind === 'expression' && event.kind === 'send') {
    const collecting = writers.filter(({ framework }) => framework === event.framework.name);
    // nobody makes a body of what is collected, as far as the application is known
    if (collecting.length === 0 && isRouted(context, response)) return { ...response, body: { kind: 'none' } };
    const ways = waysFor(collecting, []);
    return saidBy(ways).has('message') ? { ...response, body: bodyOf([handed.expression], response.body) } : response;
  }
  if (!isRaised(event)) return response;
  const error = event.learned?.error;
  if (error?.says) return response;
  if (error && event.expression.kind === 'call') {
    const holding = all.filter(
      ({ statusMember }) => statusMember !== undefined && statusMember === error.status?.place?.name,
    );
    const chosen = holding.length > 0 ? holding : writers;
    return written(context, response, event.expression, error, chosen);
  }
  return event.learned ? response : withOwnWriter(response, writers);
}

/** True where it is known what the handler is a part of: what stands round it is known as well. */
function isRouted({ knowledge }: FileContext, { handler }: Response): boolean {
  if (!handler || handler.methods.length === 0) return false;
  return (
    handler.routeAt !== undefined || handler.isRoutedElsewhere === true || knowledge?.isReachedFromElsewhere === true
  );
}

/** An error of a class of the code base. */
function written(
  context: FileContext,
  response: Response,
  call: CallView,
  error: ClassSummary,
  writers: readonly ErrorWriter[],
): Response {
  const ways = waysFor(writers, [error.name, ...(error.bases ?? []), ...anyError]);
  if (!ways)
    return isWrittenByFramework(context, error) ? { ...response, headers: noHeaders, isErrorWritten: true } : response;
  const parts = [...saidBy(ways)].flatMap((member): readonly Expression[] => {
    const place = member === 'message' ? (error.message ?? { index: 0 }) : error.members?.[member];
    const given = place && expressionAt(context, call, place);
    return given ? [given] : [];
  });
  return {
    ...response,
    body: parts.length > 0 ? bodyOf(parts, response.body) : response.body,
    headers: maySetFields(context, response.event) ? unreadable : headersOf(ways),
    isErrorWritten: true,
  };
}

/** `class LimitReached extends HttpException`, where errors of the framework are not given fields themselves. */
function isWrittenByFramework({ compiled }: FileContext, { framework }: ClassSummary): boolean {
  const own = compiled.frameworks.find(({ name }) => name === framework);
  return own?.raise?.every((source) => !/\b(?:HEADERS|RETRY_AFTER|RESPONSE)\b/.test(String(source))) === true;
}

/** An error of a framework's: its own writer shows what it is given, unless the application has one for it. */
function withOwnWriter(response: Response, writers: readonly ErrorWriter[]): Response {
  const { event, body } = response;
  const name = event.expression.kind === 'call' ? calleeName(event.expression) : '';
  const codes = response.status?.options.map(({ code }) => code) ?? [];
  const own = writers.filter(({ classes }) =>
    classes.some((each) => each === name || errorOfStatus.test(each) || codes.includes(Number(each))),
  );
  const all = writers.filter(({ classes }) => classes.length === 0);
  // `case *echo.HTTPError:` of a writer of all
  const asked = all
    .flatMap((writer) => writer.ways.flatMap(({ classes }) => classes))
    .filter((each) => errorOfStatus.test(each));
  const ways = own.length > 0 ? waysFor(own, []) : waysFor(all, asked);
  const headers = ways ? joinHeaders(response.headers, headersOf(ways)) : response.headers;
  if (body.kind !== 'present' || !body.expression) return { ...response, headers };
  const said = ways && saidBy(ways);
  const isMessageShown = said ? said.has('message') : !isHidden(event.framework.hidesMessagesOf, codes);
  // `createError({ message, data })`: one who writes the message need not write what goes with it
  const details = event.bindings.get('DETAILS');
  const areDetailsShown = said ? said.has('data') : isMessageShown;
  const given = expressionsOf(body);
  const shown = given.filter((part) =>
    details?.kind === 'expression' && part === details.expression ? areDetailsShown : isMessageShown,
  );
  return { ...response, headers, body: shown.length === given.length ? body : bodyOf(shown, body) };
}

function isHidden(hidden: '500' | '5xx' | 'all' | undefined, codes: readonly number[]): boolean {
  if (hidden === undefined) return false;
  return hidden === 'all' || codes.some((code) => (hidden === '500' ? code === 500 : code >= 500));
}

/** The ways an error of some classes is written in, nearest class first; absent where nobody is known to write it. */
function waysFor(writers: readonly ErrorWriter[], classes: readonly string[]): readonly ErrorWay[] | undefined {
  const nearest = classes.find((name) => writers.some((writer) => writer.classes.includes(name)));
  const chosen =
    nearest === undefined
      ? writers.filter((writer) => writer.classes.length === 0 || classes.length === 0)
      : writers.filter((writer) => writer.classes.includes(nearest));
  const ways = chosen
    .flatMap((writer) => writer.ways)
    .filter((way) => !way.except.some((name) => classes.includes(name)));
  const closest = classes.find((name) => ways.some((way) => way.classes.includes(name)));
  const own = ways.filter((way) => (closest === undefined ? way.classes.length === 0 : way.classes.includes(closest)));
  return own.length > 0 ? own : undefined;
}

/** What clients see of an error in whatever way it is written. */
function saidBy(ways: readonly ErrorWay[] | undefined): ReadonlySet<string> {
  const [first, ...others] = ways ?? [];
  if (!first || ways?.some(({ isCertain }) => !isCertain)) return new Set();
  return new Set(first.said.filter((member) => others.every(({ said }) => said.includes(member))));
}

function bodyOf(parts: readonly Expression[], body: Body): Body {
  const [first] = parts;
  const node = (body.kind === 'present' ? body.node : undefined) ?? first?.node;
  return { kind: 'present', expression: undefined, node, ...(parts.length > 0 ? { parts } : {}) };
}

function headersOf(ways: readonly ErrorWay[]): Headers {
  const names = ways.flatMap(({ headers }) => headers);
  return {
    fields: new Map(names.map((name) => [name.toLowerCase(), { name, value: undefined, node: undefined }])),
    complete: ways.every(({ hasAllHeaders, isCertain }) => hasAllHeaders && isCertain),
  };
}
