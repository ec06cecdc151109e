import type { Reason, ReasonKind } from './reason.ts';

/** What is so, said of the value or call that shows it. */
const sentences: Readonly<Record<ReasonKind, (subject: string, isAbsent: boolean) => string>> = {
  'missing credentials': (subject, isAbsent) =>
    isAbsent ? `the caller is not known: ${subject} is missing` : `${subject} shows no valid credentials`,
  'lacking permission': (subject) => `the caller lacks permission: ${subject}`,
  forgery: (subject) => `${subject} does not prove where the request comes from`,
  'not found': (subject) => `${subject} was not found`,
  'invalid input': (subject, isAbsent) => `${subject} is ${isAbsent ? 'missing' : 'not valid'}`,
  conflict: (subject) => `it exists already: ${subject}`,
  expired: (subject) => `${subject} has passed`,
  'precondition failed': (subject) => `what the request requires does not hold: ${subject}`,
  'precondition required': (subject) => `the request does not say what it requires: ${subject} is missing`,
  'not modified': (subject) => `the client has it already: ${subject}`,
  'too large': (subject) => `${subject} is over the limit`,
  'unsupported media type': (subject) => `content of this type is not taken: ${subject}`,
  'not acceptable': (subject) => `there is nothing that the client accepts: ${subject}`,
  'method not supported': (subject) => `the resource has no such method: ${subject}`,
  'rate limit': (subject) => `${subject} lets no more through`,
  maintenance: (subject) => `the service is closed for now: ${subject}`,
  misconfigured: (subject) => `the server lacks ${subject}`,
  'unexpected failure': (subject) => `${subject} failed`,
  'upstream failure': (subject) => `another service failed: ${subject}`,
  'upstream time-out': (subject) => `another service took too long: ${subject}`,
  created: (subject) => `${subject} made something new`,
  accepted: (subject) => `${subject} takes the work on, to be done later`,
  done: (subject) => `${subject} is done`,
  'done without content': (subject) => `${subject} is done, and there is nothing more to say`,
};

const longestSubject = 60;

/** Why a response is sent, as the rest of a sentence: "order was not found". `show` sets off what is code. */
export function reasonWords({ kind, subject, isAbsent, isState }: Reason, show: (code: string) => string): string {
  if (isState) return `its present state does not allow it: ${show(shortened(subject))}`;
  return sentences[kind](show(shortened(subject)), isAbsent ?? false);
}

/** "probably order was not found": without marks, for what shows plain text only. */
export function reasonSentence(reason: Reason): string {
  const words = reasonWords(reason, (code) => code);
  return reason.confidence === 'low' ? `probably ${words}` : words;
}

/** The first line of a piece of code, as much of it as can be read in passing. */
export function shortened(code: string): string {
  const line = code.split('\n', 1)[0]?.trim() ?? '';
  return line.length > longestSubject ? `${line.slice(0, longestSubject)}…` : line;
}
