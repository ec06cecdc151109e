import type { Expression } from '../languages/views.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { wordsOf } from './naming.ts';

/** What code bases call the errors and helpers of their own that carry a status. */

export function isErrorName(name: string): boolean {
  return (
    /(?:Error|Exception|Err|Problem|Fault|Failure|HttpError|Response)$/.test(name) || /^(?:Http|Api|App)/.test(name)
  );
}

const otherThings =
  /^(?:job|jobs|order|orders|task|tasks|invoice|payment|ticket|shipment|booking|player|game|document|doc|item|product|user|account|subscription|device|machine|bar|sensor|worker|build|deployment|campaign|lead|contract|ship|car|vehicle)$/;

/** True of the `status` of a thing that has a state of its own: `job.status`, `const order = { status: 200 }`. */
export function isOtherThing(holder: string, property: string): boolean {
  return property === 'status' && otherThings.test(wordsOf(holder).at(-1) ?? '');
}

/** True of names that hold a response: `res`, `mockResponse`, `httpReply`. */
export function isResponseName(name: string): boolean {
  return wordsOf(name).some((word) => /^(?:res|resp|response|http)$/.test(word));
}

/** Callbacks that take a number which is no status. */
export function isPassingName(name: string): boolean {
  return /^(?:setTimeout|setInterval|delay|sleep|wait|slice|substring|substr|exit|log|warn|info|debug|trace|push|pad|toFixed|min|max|random|resize|limit|skip|take|range|next)$/i.test(
    name,
  );
}

const responderWords = new Set([
  'respond',
  'response',
  'reply',
  'abort',
  'http',
  'status',
  'reject',
  'deny',
  'unauthorized',
  'forbid',
  'refuse',
]);
const failureWords = new Set([
  'error',
  'err',
  'fail',
  'failure',
  'problem',
  'send',
  'throw',
  'raise',
  'exception',
  'return',
  'json',
  'handle',
  'create',
  'make',
  'format',
  'generate',
  'build',
  'end',
]);
const loggers = /^(?:console|logger|log|winston|pino|debug|sentry|rollbar|bugsnag|this\.logger)$/i;
const responseNames = /^(?:res|response|resp|reply|ctx|context|c|h|event|w)$/;

/**
 * True of a call by which a code base answers: `fail(res, 404, 'no such user')`, `sendError(res, 'no such user', 404)`,
 * `errorResponse('no such user', 404)`.
 */
export function isResponderName(
  callee: Expression,
  name: string,
  call: Expression & { kind: 'call' },
  child: SyntaxNode,
  code: number,
): boolean {
  if (callee.kind === 'member' && loggers.test(callee.object.node.text)) return false;
  const words = wordsOf(name);
  const responds = words.some((word) => responderWords.has(word));
  const fails = words.some((word) => failureWords.has(word));
  const others = call.arguments.filter(({ value }) => !value.node.contains(child));
  const takesResponse = others.some(({ value }) => value.kind === 'name' && responseNames.test(value.name));
  if (takesResponse) return responds || fails;
  if (responds && fails) return true;
  const hasText = others.some(
    ({ value }) => value.kind === 'string' || value.kind === 'object' || /message|msg/i.test(value.node.text),
  );
  if (responds) return hasText || call.arguments.length === 1;
  const isError = words.some((word) => /^(?:error|err|fail|failure|problem|exception)$/.test(word));
  return isError && code >= 400 && hasText;
}
