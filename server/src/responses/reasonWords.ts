import type { Reason, ReasonKind } from './reason.ts';

const sentences: Readonly<Record<ReasonKind, (subject: string) => string>> = {
  'missing credentials': (subject) => `${subject} shows no valid credentials`,
  'lacking permission': (subject) => `the caller lacks permission: ${subject}`,
  forgery: (subject) => `${subject} does not prove where the request comes from`,
  'not found': (subject) => `${subject} was not found`,
  'invalid input': (subject) => `${subject} is missing or invalid`,
  conflict: (subject) => `it exists already: ${subject}`,
  'rate limit': (subject) => `${subject} lets no more through`,
  misconfigured: (subject) => `the server lacks ${subject}`,
  'unexpected failure': (subject) => `${subject} failed`,
  'upstream failure': (subject) => `another service failed: ${subject}`,
  'method not supported': (subject) => `the resource has no such method: ${subject}`,
};

const longestSubject = 60;

/** Why a response is sent, as the rest of a sentence: "order was not found". `show` sets off what is code. */
export function reasonWords({ kind, subject }: Reason, show: (code: string) => string): string {
  return sentences[kind](show(shortened(subject)));
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
