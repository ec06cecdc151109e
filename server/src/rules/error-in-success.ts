import type { Entry, Expression } from '../languages/views.ts';
import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { returnedValues } from '../responses/bodies/returnedValues.ts';
import type { Body, Handler, Response, StatusOption } from '../responses/model.ts';
import { saysMissing } from '../responses/reasons/messages.ts';
import { statusValue } from '../responses/statuses/status.ts';
import { codeOfConstant } from '../status/constants.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { answering } from './fixes/answer.ts';
import { changeStatus } from './fixes/changeStatus.ts';
import { sendReturned } from './fixes/sendReturned.ts';
import { setStatus } from './fixes/setStatus.ts';
import { fittingCodes, isChosenByItself } from './reasonedStatus.ts';
import { type Report, rule, statusNode } from './rule.ts';

export const errorInSuccess = rule({
  id: 'error-in-success',
  description: 'A 2xx whose body says that it failed, or a status in the body that differs from the one sent.',
  strength: 'must',
  severity: 'warning',
  reference: 'RFC 9110 §15.3',
  response(response, option, file) {
    const { code, node } = option;
    if (code < 200 || code > 299 || !response.status?.exhaustive) return undefined;
    const failure = failureOf(file, response);
    if (!failure || isMeant(file, response, option)) return undefined;
    // `{ success: false, failures }, { status: done === 0 ? 409 : 200 }`: some of it was done
    if (response.status.options.some((other) => other.code >= 400) && isChosenByItself(file, response, option))
      return undefined;
    const reason = file.reasons.of(response) ?? file.reasons.ofFailure(response);
    // what another service did not do is nobody's fault here, whoever else may have failed
    const asksOthers = file.reasons.attempt(response)?.kind === 'asks others';
    const kind = reason?.kind ?? (asksOthers ? 'upstream failure' : undefined);
    const better = failure.code ?? (kind && fittingCodes[kind][0]) ?? fallbackCode(file, response.sentAt, failure.text);
    return {
      node: statusNode(response, option),
      message: t('{0} says that the request succeeded, but {1}.', code, failure.says),
      evidence: [{ node: failure.node, message: t('Says that it failed') }],
      fixes: () =>
        answering(better, node ? changeStatus(file, response, node, code, better) : setStatus(file, response, better)),
    };
  },
  file(file) {
    return returnedValues(file).flatMap((returned): readonly Report[] => {
      const { node, code, handler } = returned;
      if (!handler.framework?.sendsReturnedObjects || isRendered(file, handler)) return [];
      const failure = failureIn(file, membersIn(file, file.context.language.expression(node)));
      if (!failure) return [];
      const better = failure.code ?? fallbackCode(file, node, failure.text);
      return [
        {
          node,
          message: t('{0} says that the request succeeded, but {1}.', code, failure.says),
          evidence: [{ node: failure.node, message: t('Says that it failed') }],
          fixes: () => answering(better, sendReturned(file, returned, better)),
        },
      ];
    });
  },
});

/** `// Return 200 so that the queue does not try again`: a comment in the handler says that it is meant, and why. */
function isMeant(
  { context: { text, language } }: FileAnalysis,
  { event }: Response,
  { code, node }: StatusOption,
): boolean {
  const around = event.function?.node;
  if (!around) return false;
  // who writes the code out may explain it further down as well
  const lines = text.slice(around.start, node ? around.end : event.expression.node.start).split('\n');
  const comments = lines.filter((line) => line.trimStart().startsWith(language.lineComment)).join(' ');
  return new RegExp(`\\b${code}\\b`).test(comments) && saysWhy.test(comments);
}

const saysWhy = /\b(?:since|because|so that|otherwise|or the|to (?:avoid|prevent|stop|keep))\b/i;

/** `@Render('login')`: a page shows what went wrong. */
function isRendered({ context }: FileAnalysis, { function: view }: Handler): boolean {
  const { start } = view.node;
  const before = context.text.slice(Math.max(0, start - farthestDecorator), start);
  return /@\w*(?:[rR]ender|[tT]emplate)/.test(before.slice(before.lastIndexOf('\n\n') + 1));
}

const farthestDecorator = 400;

/** What a text for people means as a code, `Not found`, `There is no such book`; else whose fault a failure may be. */
function fallbackCode({ flow }: FileAnalysis, node: SyntaxNode, text = ''): number {
  const said = codeOfConstant(text) ?? (saysMissing(text) ? 404 : saysUnauthenticated.test(text) ? 401 : undefined);
  const isOfServer = flow
    .guards(node)
    .some(
      (guard) => guard.kind === 'caught' || (guard.kind === 'condition' && ofSettings.test(guard.condition.node.text)),
    );
  return said ?? (isOfServer ? 500 : 400);
}

const saysUnauthenticated =
  /\b(?:not (?:authenticated|logged in|signed in)|unauthenticated|(?:invalid|wrong|bad) (?:login|credentials|api[ _-]?key|token|password))\b/i;
const ofSettings = /\b(?:env|config|settings)\b/;

interface Failure {
  readonly says: string;
  readonly node: SyntaxNode;
  readonly code: number | undefined;
  /** What it says to people. */
  readonly text?: string;
}

function failureOf(file: FileAnalysis, response: Response): Failure | undefined {
  const { event, body } = response;
  // an error that is passed on with a 2xx: `next({ status: 202, message })`
  if (event.kind === 'raise') {
    const before = event.node.tree.text.slice(Math.max(0, event.node.start - 12), event.node.start);
    // a callback takes results as well as errors
    return /(?:\bnext\(|\bthrow\s)\s*$/.test(before)
      ? { says: t('it is sent as an error'), node: event.node, code: undefined }
      : undefined;
  }
  return failureIn(file, membersOf(file, body));
}

function failureIn(file: FileAnalysis, members: readonly Member[]): Failure | undefined {
  for (const { key, value: entry } of members) {
    const { node } = entry;
    if (/^(?:success|ok|succeeded|successful)$/i.test(key) && entry.kind === 'boolean' && !entry.value) {
      return { says: t('the body says {0}: false', key), node, code: codeIn(file, members) };
    }
    if (
      /^(?:status|result|state|type)$/i.test(key) &&
      entry.kind === 'string' &&
      /^(?:error|fail|failed|failure)$/i.test(entry.value) &&
      isAllOfFailure(members, key) &&
      !isOfLightning(entry.value, members)
    ) {
      return { says: t('the body says {0}: {1}', key, entry.value), node, code: codeIn(file, members) };
    }
    if (isStatusKey(key) && (entry.kind === 'number' || entry.kind === 'member')) {
      const code = entry.kind === 'number' ? entry.value : statusValue(file.context, entry).options[0]?.code;
      if (code !== undefined && code >= 400 && code <= 599) return { says: t('the body says {0}', code), node, code };
    }
  }
  const error = members.find(
    ({ key, value: entry }) => /^(?:error|err|errorMessage|error_message)$/i.test(key) && isText(entry),
  );
  if (error && isAllOfFailure(members)) {
    const text = error.value.kind === 'string' ? error.value.value : undefined;
    return {
      says: t('the body is an error'),
      node: error.value.node,
      code: codeIn(file, members),
      ...(text === undefined ? {} : { text }),
    };
  }
  return undefined;
}

/**
 * `{ error: 'No such user' }` alone: beside results it may be one of several, and `{ paid: false, status: 'failed' }` is what
 * became of a payment. `{ book: null, error: 'No such book' }` has no result.
 */
function isAllOfFailure(members: readonly Member[], status?: string): boolean {
  return members.every(
    ({ key, value }) =>
      key === status || value.kind === 'nothing' || saysFailure.test(key) || (status && key === 'data'),
  );
}

const saysFailure =
  /^(?:error|err|message|msg|code|status_?code|details?|errors?|errorMessage|error_message|error_?code|reason|status|field|timestamp|path)$/i;

/** LNURL says with 200 what went wrong: `{ status: 'ERROR', reason }`. */
function isOfLightning(status: string, members: readonly Member[]): boolean {
  return status === 'ERROR' && members.some(({ key }) => key === 'reason');
}

type Member = Pick<Entry, 'key' | 'value'>;

function membersOf(file: FileAnalysis, body: Body): readonly Member[] {
  if (body.kind !== 'present') return [];
  return body.members ?? (body.expression ? membersIn(file, body.expression) : []);
}

function membersIn({ context }: FileAnalysis, expression: Expression): readonly Member[] {
  const object = unwrapped(context.resolve(expression));
  return object.kind === 'object' ? object.entries : [];
}

function unwrapped(value: Expression): Expression {
  const isStringify = value.kind === 'call' && value.callee.kind === 'member' && value.callee.property === 'stringify';
  return isStringify ? (value.arguments[0]?.value ?? value) : value;
}

function isText(value: Expression): boolean {
  return value.kind === 'string' && value.value.trim() !== '';
}

function isStatusKey(key: string): boolean {
  return /^(?:status|statusCode|status_code|code|httpStatus|http_status)$/.test(key);
}

function codeIn(file: FileAnalysis, members: readonly Member[]): number | undefined {
  for (const { key, value } of members) {
    if (!isStatusKey(key)) continue;
    const code = statusValue(file.context, value).options[0]?.code;
    if (code !== undefined && code >= 400 && code <= 599) return code;
  }
  return undefined;
}
