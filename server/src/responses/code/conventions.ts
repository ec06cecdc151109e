import type { CallView, Expression, Parameter } from '../../languages/views.ts';
import { codeOfConstant } from '../../status/constants.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { isRound, wordsOf } from './naming.ts';

/** What code bases call the errors and helpers of their own that carry a status. */

const ownErrors = /^(?:Eval|Range|Reference|Syntax|Type|URI|Aggregate|Internal)?Error$/;

/** True of classes whose instances may carry a status. */
export function isErrorName(name: string): boolean {
  return /(?:Error|Exception|Err|Problem|Fault|Failure|HttpError|Rejection)$/.test(name) && !/Timeout|Delay/.test(name);
}

/** True of a parameter that takes an error, by its name or its type. */
export function isErrorParameter({ name = '', type = '' }: Parameter): boolean {
  return /^_?(?:e|er|err|error|ex|exc|exception|failure)$/i.test(name) || /(?:Error|Exception)\b|^error$/.test(type);
}

/**
 * True of `new AppError('No such user', 404)` and `new ApiResponse(200, user)`: what is made of a status beside
 * something else.
 */
export function isCarrier(name: string, others: readonly Expression[], code: number): boolean {
  if (ownErrors.test(name)) return false;
  if (isErrorName(name)) return code >= 400;
  if (/(?:Response|Reply|Result|Success)$/.test(name))
    return others.length > 0 && (!isRound(code) || others.some(isText));
  return /^(?:Http|Api|App)[A-Z]/.test(name) && code >= 400 && !isRound(code) && others.some(isText);
}

/** True of names that hold a response: `res`, `mockResponse`, `httpReply`. */
export function isResponseName(name: string): boolean {
  return wordsOf(name).some((word) => /^(?:res|resp|response|reply|http)$/.test(word));
}

/** Names by which errors and responses are held, so that their `status` or `code` is one. */
export function isErrorOrResponseName(name: string): boolean {
  return (
    /^(?:e|ex|r|this|self|boom|xhr|ret|out|output|result|answer|ctx|context|set|fault|failure|problem|payload|cause|reason|axiosError|fetched|raw)$/i.test(
      name,
    ) || wordsOf(name).some((word) => /^(?:err|error|exception|res|resp|response|reply|http)$/.test(word))
  );
}

/** Callbacks and measures that take a number which is no status. */
export function isPassingName(name: string): boolean {
  return /^(?:setTimeout|setInterval|delay|sleep|wait|slice|substring|substr|exit|kill|log|warn|info|debug|trace|push|pad|toFixed|min|max|random|resize|limit|skip|take|range|next|repeat|fill|padStart|padEnd|splice|at|debounce|throttle)$/i.test(
    name,
  );
}

const answering = wordSet('respond responds response reply abort http');
const failing = wordSet('error err fail failure problem exception reject deny forbid unauthorized');
const doing = wordSet(
  'send throw raise return json handle create make format generate build end get set write render output answer finish show success result new to with',
);
const loggers = /^(?:console|logger|log|winston|pino|debug|sentry|rollbar|bugsnag|reporter|metrics|telemetry)$/i;
/** What shows things to people for a while, or cancels what is under way. */
const otherReceivers =
  /^(?:toast|toaster|notify|notification|notifications|message|snackbar|alert|alerts|ui|dialog|modal|animation|controller|abortController|signal|upload|ws|socket|connection|cache|queue)$/i;
const responseNames = /^_?(?:res|resp|response|reply|ctx|context|c|h|event|w|writer)$/;

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/**
 * True of a call by which a code base answers: `fail(res, 404, 'no such user')`, `sendError(res, 'no such user', 404)`,
 * `errorResponse('no such user', 404)`.
 */
export function isResponder(call: CallView, name: string, child: SyntaxNode, code: number): boolean {
  const { callee } = call;
  // `ctx.throw(404, 'no such user')`
  if (name === 'throw') return callee.kind === 'member' && responseNames.test(callee.object.node.text) && code >= 400;
  if (callee.kind === 'member' && isOtherReceiver(callee.object)) return false;
  const words = wordsOf(name);
  if (words.some((word) => /^(?:log|logger|logs|track|record|count|metric|timeout|delay)$/.test(word))) return false;
  // `sendHttpRequest(retries, request)` asks
  const asks = words.includes('http') && /^(?:requests?|client)$/.test(words.at(-1) ?? '');
  const answers = words.some((word) => answering.has(word) && !(asks && word === 'http'));
  const fails = words.some((word) => failing.has(word));
  // `store.GetLatestItems(ctx, 100, nil)` gets that many
  const does = words.some((word, at) => doing.has(word) && !(at === 0 && word === 'get'));
  // `response.Fail(c, 101, 'no such item')`: a number of the code base's own, no failure goes on
  if (fails && code < 200) return false;
  const others = call.arguments.map(({ value }) => value).filter((value) => !value.node.contains(child));
  // `reply.empty(404)`, `reply.json(body, false, 202)`; the one argument of `res.send(404)` may be the body
  const receiver = callee.kind === 'member' ? callee.object.node.text : '';
  if (/^(?:reply|res|response|\w+\.(?:reply|res|response))$/.test(receiver) && !isRoundMeasure(code)) {
    if (name === 'empty' || answers || fails) return true;
    if (/^(?:json|send|text|html|data)/i.test(name) && others.length > 0) return true;
  }
  if (others.some((value) => value.kind === 'name' && responseNames.test(value.name))) {
    return answers || fails || does || !isRound(code) || codeOfConstant(name) !== undefined;
  }
  if (answers && (fails || does)) return true;
  const hasText = others.some(isText);
  if (answers) return hasText || (others.length === 0 && (callee.kind === 'name' || !isRound(code)));
  const shows = words.some((word) => /^(?:show|display|flash|render|fade|toast)$/.test(word));
  return fails && code >= 400 && hasText && !shows;
}

/** True of a call that answers by its name, of which an object may say the status: `successResponse(user, { status: 201 })`. */
export function answersByName({ callee, constructs }: CallView): boolean {
  if (constructs) return false;
  const name = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  if (callee.kind === 'member' && isOtherReceiver(callee.object)) return false;
  return wordsOf(name).some((word) => answering.has(word) || word === 'redirect');
}

function isRoundMeasure(code: number): boolean {
  return code === 100 || code === 300;
}

function isOtherReceiver(receiver: Expression): boolean {
  const name = receiver.kind === 'member' ? receiver.property : receiver.kind === 'name' ? receiver.name : '';
  return loggers.test(name) || otherReceivers.test(name);
}

/** A message for people, or an object that is the body. */
function isText(expression: Expression): boolean {
  return expression.kind === 'string' || expression.kind === 'object' || /message|msg/i.test(expression.node.text);
}

/** Keys beside `status` or `code` that only answers have. */
export function isAnswerKey(key: string): boolean {
  return /^(?:message|msg|error|errors|err|statusText|statusMessage|status_?message|headers|body|data|ok|success|reason|detail|details|title|description|cause|stack|json|text|responseText|url|method|path|response|errorCode|retryable|type|instance|expose)$/i.test(
    key,
  );
}

/** Keys beside `status` that only requests and responses have. */
export function isMessageKey(key: string): boolean {
  return /^(?:statusText|statusMessage|headers|body|url|method)$/.test(key);
}

/** Calls that store or look up what they are given. */
export function isStorageName(name: string): boolean {
  return /^(?:create|createMany|insert|insertOne|insertMany|update|updateOne|updateMany|upsert|save|find|findOne|findFirst|findMany|findAll|findUnique|where|andWhere|filter|count|put|putItem|add|enqueue|publish|emit|dispatch|query|select|values|setState)$/.test(
    name,
  );
}

/** Keys under which stores keep the fields of a record. */
export function isRecordKey(key: string): boolean {
  return /^(?:where|Item|Key|values|attributes|filter|query|\$set|\$match|\$push|create|update|select|props|style|styles|params|variables)$/.test(
    key,
  );
}
