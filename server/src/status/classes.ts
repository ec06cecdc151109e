import type { StatusCode } from './facts.ts';

export interface StatusClass {
  readonly digit: 1 | 2 | 3 | 4 | 5;
  /** The name RFC 9110 gives the class. */
  readonly name: string;
  readonly meaning: string;
}

export const statusClasses: readonly StatusClass[] = [
  {
    digit: 1,
    name: 'Informational',
    meaning:
      'An interim response: headers only, and a final response still has to follow. The server software sends these, handlers rarely do.',
  },
  {
    digit: 2,
    name: 'Successful',
    meaning: 'The request was received, understood and accepted. The code says what became of it and what comes back.',
  },
  {
    digit: 3,
    name: 'Redirection',
    meaning: 'The client has to do something more to complete the request, usually a request to another URI.',
  },
  {
    digit: 4,
    name: 'Client Error',
    meaning:
      'The request is at fault, as far as the server can tell: the client has to change it, authenticate or wait. The body should say what is wrong and whether that will pass.',
  },
  {
    digit: 5,
    name: 'Server Error',
    meaning:
      'The request may be fine, but the server cannot fulfil it. The body should say whether that will pass; a client may try an idempotent request again later.',
  },
];

/** Undefined outside 100–599, where HTTP has no codes. */
export function classOf(code: StatusCode): StatusClass | undefined {
  if (!Number.isInteger(code)) return undefined;
  return statusClasses.find(({ digit }) => digit === Math.floor(code / 100));
}

/** 401 and 403 decide who may go on, whatever it is about. */
export function isOfAccess(code: StatusCode): boolean {
  return code === 401 || code === 403;
}
