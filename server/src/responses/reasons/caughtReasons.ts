import type { CallView } from '../../languages/views.ts';
import { calleeName } from '../code/callees.ts';
import type { FileContext } from '../code/context.ts';
import type { Flow } from '../code/flow.ts';
import type { Response } from '../model.ts';
import { turnsPage } from '../origins/callOrigins.ts';
import type { Provenances } from '../origins/provenance.ts';
import { isDeletion, isLookup, isTie } from '../origins/vocabulary.ts';
import { attemptOf, callsIn } from './attempts.ts';
import {
  type Caught,
  catchesAll,
  decrypts,
  followsOthers,
  isAskedFor,
  isOfDeletion,
  isOfIntegrity,
  isOfUpsert,
  namesAuthentication,
  ofErrorName,
  touchesFiles,
} from './caughtErrors.ts';
import { messageOf, saysFailed, saysInvalid, saysMissing, saysTaken, saysThere } from './messages.ts';
import type { Reason } from './reason.ts';
import { isToldApart } from './toldApart.ts';

/** The reason for which a response is sent when a handler of errors decides: the name of what it catches, or what was tried. */
export function reasonOfCaught(
  context: FileContext,
  flow: Flow,
  provenances: Provenances,
  guard: Caught,
  response: Response,
): Reason | undefined {
  const reasons = reasonsOfTypes(guard);
  const [reason] = reasons;
  if (reason?.kind === 'conflict' && (isOfDeletion(guard, response) || isOfUpsert(guard))) return undefined;
  if (reason?.kind === 'conflict' && isOfIntegrity(guard)) {
    const message = messageOf(context, response);
    // `except IntegrityError: abort(400, 'Unknown shelf')`: what the row refers to is not there; of 'Failed to update the
    // shelf' nobody knows
    if (saysInvalid(message) || (saysFailed(message) && !saysTaken(message))) return undefined;
  }
  if (reason && isToldApart(flow, guard, response)) return undefined;
  if (reason?.kind === 'not found' && reasons.length === 1) {
    const tie = lookupOfTie(context, provenances, guard, reason.subject);
    if (tie) return { ...reason, kind: 'lacking permission', source: tie.node };
  }
  const told = reasonTold(messageOf(context, response), guard);
  if (reason && reasons.every((each) => each?.kind === reason.kind)) {
    if (!isCertain(context, provenances, reason, guard, response))
      return (reason.kind === 'invalid input' && told) || { ...reason, confidence: 'low' };
    return reason.kind === 'not found' ? { ...reason, source: lookupByUrl(context, provenances, guard)?.node } : reason;
  }
  if (!catchesAll(guard)) return reasons.some((each) => each) ? undefined : told;
  const attempt = attemptOf(context, provenances, guard.attempt, guard.handler);
  const { witness } = attempt;
  // of a call over several lines what is called
  const subject =
    witness?.text
      .replace(/\(\s*[[{(]*\s*\n[\s\S]*$/, '')
      .split('\n', 1)[0]
      ?.slice(0, 60) ?? '';
  const shown = { guard: guard.handler.node, source: witness, subject, isWitness: true, principal: undefined };
  // `catch { next({ status: 500, message: 'Book not found' }) }` round `findOneOrFail(…)`
  const codes = response.status?.options.map(({ code }) => code) ?? [];
  if (attempt.lookup && codes.every((code) => code >= 500) && saysMissing(messageOf(context, response)))
    return { kind: 'not found', confidence: 'high', ...shown, source: attempt.lookup };
  switch (attempt.kind) {
    case 'parses input':
      return { kind: 'invalid input', confidence: 'high', ...shown };
    case 'checks credentials':
      // what is left once errors were told apart, here or before, is another matter than who calls
      if (followsOthers(guard) || (codes.every((code) => code >= 500) && isToldApart(flow, guard, response)))
        return undefined;
      return { kind: 'missing credentials', confidence: 'high', ...shown };
    case 'writes':
    case 'works':
      return { kind: 'unexpected failure', confidence: 'high', ...shown };
    case 'asks others':
      return { kind: 'upstream failure', confidence: 'low', ...shown };
    default:
      return undefined;
  }
}

/**
 * `except NotOverwritten: abort(400, 'That book exists already')`, `except OSError: abort(409, 'Failed to save the cover')`:
 * what an error is whose name stands for nothing, the answer alone tells.
 */
function reasonTold(message: string, { handler }: Caught): Reason | undefined {
  if (saysInvalid(message)) return undefined;
  const isConflict = saysTaken(message) && saysThere(message);
  const isOfFiles = handler.types.every((type) => /^(?:OSError|IOError)$/.test(type)) && saysFailed(message);
  if (!isConflict && !isOfFiles) return undefined;
  return {
    kind: isConflict ? 'conflict' : 'unexpected failure',
    confidence: 'high',
    guard: handler.node,
    source: undefined,
    subject: handler.types.join(', '),
    isWitness: true,
    principal: undefined,
  };
}

/** What the names of the caught errors stand for; of `(IndexError, JWTError)` the first is how a token can be broken too. */
function reasonsOfTypes({ handler }: Caught): readonly (Reason | undefined)[] {
  const reasons = handler.types.map((type) => ofErrorName(type, handler.node));
  const credentials = reasons.filter((each) => each?.kind === 'missing credentials');
  const others = handler.types.filter((_, index) => reasons[index]?.kind !== 'missing credentials');
  return credentials.length > 0 && others.every((type) => takenApart.test(type)) ? credentials : reasons;
}

const takenApart = /^(?:Attribute|Index|Key|Lookup|Type|Value)Error$/;

/** Whether what was caught is a matter of the request: errors of the server's own doing bear the same names. */
function isCertain(
  context: FileContext,
  provenances: Provenances,
  { kind, subject }: Reason,
  guard: Caught,
  { handler }: Response,
): boolean {
  if (kind === 'invalid input') {
    const { kind: attempted, validation } = attemptOf(context, provenances, guard.attempt, guard.handler);
    return attempted === 'parses input' || validation !== undefined;
  }
  // `except jwt.DecodeError` round what decodes something else than credentials: the state of an OAuth redirect
  if (kind === 'missing credentials' && !namesAuthentication.test(subject)) {
    const { kind: attempted, checksCredentials } = attemptOf(context, provenances, guard.attempt, guard.handler);
    // `query_next_page(page_token)`
    if (!checksCredentials && turnsPage.test(guard.attempt.body.text)) return false;
    // what the server keeps encrypted has tokens of its own: `Fernet(key).decrypt(stored)`
    if (!checksCredentials && decrypts.test(guard.attempt.body.text)) return false;
    return checksCredentials || (attempted !== 'parses input' && attempted !== 'mixed');
  }
  if (kind === 'lacking permission') return !touchesFiles.test(guard.attempt.body.text);
  if (kind !== 'not found') return true;
  const asked = lookupByUrl(context, provenances, guard);
  return isAskedFor(subject, handler, asked && calleeName(asked));
}

/** The look-up inside a `try` by what the URL names, or what is deleted by it, where there is no other. */
function lookupByUrl(context: FileContext, provenances: Provenances, { attempt }: Caught): CallView | undefined {
  const calls = callsIn(context, attempt.body);
  const lookups = calls.filter((call) => isLookup(calleeName(call)));
  const asked = lookups.length > 0 ? lookups : calls.filter((call) => isDeletion(calleeName(call)));
  const keys = asked.map((call) => provenances.keysOf(call));
  const isByUrl = keys.length > 0 && keys.every((each) => each.has('url') && !each.has('body'));
  return isByUrl ? asked[0] : undefined;
}

/** `Member.objects.get(user=request.user, team=team)` inside a `try` that catches `Member.DoesNotExist`. */
function lookupOfTie(
  context: FileContext,
  provenances: Provenances,
  { attempt }: Caught,
  missing: string,
): CallView | undefined {
  // `AccessToken.DoesNotExist`
  if (!isTie(missing) || /token|key|code|log/i.test(missing)) return undefined;
  const lookups = callsIn(context, attempt.body).filter((call) => isLookup(calleeName(call)));
  const [only, ...others] = lookups;
  return only && others.length === 0 && provenances.keysOf(only).has('principal') ? only : undefined;
}
