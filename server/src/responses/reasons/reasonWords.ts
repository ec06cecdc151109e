import { t } from '../../localisation.ts';
import type { Reason, ReasonKind } from './reason.ts';

/** What is so, said of the value or call that shows it. */
const sentences: Readonly<Record<ReasonKind, (subject: string, isAbsent: boolean) => string>> = {
  'missing credentials': (subject, isAbsent) =>
    isAbsent ? t('the caller is not known: {0} is missing', subject) : t('{0} shows no valid credentials', subject),
  'lacking permission': (subject) => t('the caller lacks permission: {0}', subject),
  forgery: (subject) => t('{0} does not prove where the request comes from', subject),
  'not found': (subject) => t('{0} was not found', subject),
  'invalid input': (subject, isAbsent) => (isAbsent ? t('{0} is missing', subject) : t('{0} is not valid', subject)),
  conflict: (subject) => t('it exists already: {0}', subject),
  expired: (subject) => t('{0} has passed', subject),
  'precondition failed': (subject) => t('what the request requires does not hold: {0}', subject),
  'precondition required': (subject) => t('the request does not say what it requires: {0} is missing', subject),
  'not modified': (subject) => t('the client has it already: {0}', subject),
  'too large': (subject) => t('{0} is over the limit', subject),
  'unsupported media type': (subject) => t('content of this type is not taken: {0}', subject),
  'not acceptable': (subject) => t('there is nothing that the client accepts: {0}', subject),
  'method not supported': (subject) => t('the resource has no such method: {0}', subject),
  'rate limit': (subject) => t('{0} lets no more through', subject),
  maintenance: (subject) => t('the service is closed for now: {0}', subject),
  misconfigured: (subject) => t('the server lacks {0}', subject),
  'unexpected failure': (subject) => t('{0} failed', subject),
  'upstream failure': (subject) => t('another service failed: {0}', subject),
  'upstream time-out': (subject) => t('another service took too long: {0}', subject),
  created: (subject) => t('{0} made something new', subject),
  accepted: (subject) => t('{0} takes the work on, to be done later', subject),
  done: (subject) => t('{0} is done', subject),
  'done without content': (subject) => t('{0} is done, and there is nothing more to say', subject),
};

/** What is so where a call that failed or an error that was caught shows it. */
const witnessed: Readonly<Partial<Record<ReasonKind, (witness: string) => string>>> = {
  'missing credentials': (witness) => t('the credentials are not valid: {0}', witness),
  'not found': (witness) => t('nothing was found: {0}', witness),
  'invalid input': (witness) => t('the input is not valid: {0}', witness),
  expired: (witness) => t('its time has passed: {0}', witness),
  'too large': (witness) => t('the content is over the limit: {0}', witness),
};

const longestSubject = 60;

/** Why a response is sent, as the rest of a sentence: "order was not found". `show` sets off what is code. */
export function reasonWords(reason: Reason, show: (code: string) => string): string {
  const { kind, isAbsent = false, isError, isState, isWitness } = reason;
  const subject = show(shortened(reason.subject));
  if (isError) return t('an error came here: {0}', subject);
  if (isState) return t('its present state does not allow it: {0}', subject);
  return (isWitness && witnessed[kind]?.(subject)) || sentences[kind](subject, isAbsent);
}

/** "probably order was not found": without marks, for what shows plain text only. */
export function reasonSentence(reason: Reason): string {
  const words = reasonWords(reason, (code) => code);
  return reason.confidence === 'low' ? t('probably {0}', words) : words;
}

/** The first line of a piece of code, as much of it as can be read in passing. */
export function shortened(code: string): string {
  const line = code.split('\n', 1)[0]?.trim() ?? '';
  return line.length > longestSubject ? `${line.slice(0, longestSubject)}…` : line;
}
