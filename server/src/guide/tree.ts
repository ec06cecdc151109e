/**
 * The questions that lead to a status code. All of the guide's knowledge and wording stands here, its order is the order in
 * which answers are offered.
 */
import type { ReasonKind } from '../responses/reasons/reason.ts';
import type { StatusCode } from '../status/registry.ts';

/** Where an answer leads: to the next question, by its id, to a code, or to a search among all codes. */
export type GuideTarget = { readonly question: string } | { readonly code: StatusCode } | { readonly search: true };

export interface GuideAnswer {
  readonly text: string;
  /** An example, where the words alone may not do. */
  readonly detail?: string;
  readonly to: GuideTarget;
}

export interface GuideQuestion {
  readonly id: string;
  readonly question: string;
  readonly answers: readonly GuideAnswer[];
  /** For whom no answer fits. */
  readonly otherwise: GuideAnswer;
  /** Who answers for one of these reasons begins here. */
  readonly reasons?: readonly ReasonKind[];
}

/** The first one is where the guide begins. */
export const guideQuestions: readonly GuideQuestion[] = [
  {
    id: 'outcome',
    question: 'What happened to the request?',
    answers: [
      { text: 'It was fulfilled, or will be', to: { question: 'success' } },
      { text: 'The client finds it somewhere else', to: { question: 'elsewhere' } },
      {
        text: 'It cannot be fulfilled as it was sent',
        detail: 'The caller could do something about it: log in, correct, wait, ask for something else',
        to: { question: 'client' },
      },
      {
        text: 'Something failed on the way',
        detail: 'The request may be fine: a bug, a lost connection, another service, maintenance',
        to: { question: 'server' },
      },
    ],
    otherwise: { text: 'None of these: search all codes', to: { search: true } },
  },
  {
    id: 'success',
    question: 'What came of it?',
    reasons: ['created', 'accepted', 'done', 'done without content', 'not modified'],
    answers: [
      {
        text: 'There is something to return',
        detail: 'A record, a page, a list even when it is empty',
        to: { code: 200 },
      },
      { text: 'Something new exists now', to: { code: 201 } },
      { text: 'It is done, and there is nothing to return', to: { code: 204 } },
      { text: 'It was accepted, the work is still to be done', detail: 'A job in a queue', to: { code: 202 } },
      { text: 'The client still has a valid copy', detail: 'If-None-Match, If-Modified-Since', to: { code: 304 } },
      { text: 'Only the part that a Range header asked for is returned', to: { code: 206 } },
      { text: 'It is done, and the form it came from is to be cleared', to: { code: 205 } },
      { text: 'Several operations ended differently', detail: 'WebDAV', to: { code: 207 } },
      { text: 'The connection goes on in another protocol', detail: 'WebSocket', to: { code: 101 } },
    ],
    otherwise: { text: 'None of these: it simply worked', to: { code: 200 } },
  },
  {
    id: 'elsewhere',
    question: 'Why is the client sent on?',
    answers: [
      { text: 'It moved for good', to: { question: 'moved' } },
      { text: 'It is elsewhere for now', to: { question: 'away' } },
      {
        text: 'The result of this request can be fetched there',
        detail: 'To a page after a form was sent, to the result of a job',
        to: { code: 303 },
      },
      { text: 'Nothing changed since the client fetched it', to: { code: 304 } },
      { text: 'There are several forms of it, and the client is to choose', to: { code: 300 } },
    ],
    otherwise: { text: 'None of these', to: { code: 302 } },
  },
  {
    id: 'moved',
    question: 'It moved for good. What do clients send there?',
    answers: [
      { text: 'GET only: pages, documents', to: { code: 301 } },
      {
        text: 'Other methods too, which have to stay as they are',
        detail: 'Clients may turn a POST into a GET after 301',
        to: { code: 308 },
      },
    ],
    otherwise: { text: 'None of these: method and content are safest kept', to: { code: 308 } },
  },
  {
    id: 'away',
    question: 'It is elsewhere for now. What do clients send there?',
    answers: [
      { text: 'GET only: pages, a login form', to: { code: 302 } },
      {
        text: 'Other methods too, which have to stay as they are',
        detail: 'Clients may turn a POST into a GET after 302',
        to: { code: 307 },
      },
    ],
    otherwise: { text: 'None of these: method and content are safest kept', to: { code: 307 } },
  },
  {
    id: 'client',
    question: 'What stands in the way?',
    answers: [
      { text: 'Who is calling', detail: 'Credentials, permission, payment', to: { question: 'caller' } },
      { text: 'What the URL names is not there', to: { question: 'missing' } },
      {
        text: 'What was sent',
        detail: 'Malformed, invalid, too large, in a format you do not read',
        to: { question: 'input' },
      },
      {
        text: 'The present state of what it is about',
        detail: 'Taken, changed meanwhile, locked',
        to: { question: 'state' },
      },
      { text: 'How much or how often is asked', to: { question: 'limit' } },
      { text: 'The method, or the form of the response', to: { question: 'form' } },
      { text: 'A law or a court', to: { code: 451 } },
    ],
    otherwise: { text: 'None of these: another fault of the request', to: { code: 400 } },
  },
  {
    id: 'caller',
    question: 'What is known of the caller?',
    reasons: ['missing credentials', 'forgery'],
    answers: [
      {
        text: 'Valid credentials are missing',
        detail: 'None, wrong or expired: authenticating could help',
        to: { code: 401 },
      },
      {
        text: 'Who it is, but not that they may do this',
        to: { question: 'permission' },
      },
      {
        text: 'Where the request comes from is not proven',
        detail: 'A CSRF token',
        to: { code: 403 },
      },
      { text: 'They have to pay first', to: { code: 402 } },
      { text: 'A proxy on the way wants credentials', to: { code: 407 } },
      { text: 'The network wants a login', detail: 'A captive portal', to: { code: 511 } },
    ],
    otherwise: { text: 'None of these: the server refuses', to: { code: 403 } },
  },
  {
    id: 'permission',
    question: 'The caller lacks permission. May they know that it exists?',
    reasons: ['lacking permission'],
    answers: [
      { text: 'Yes', to: { code: 403 } },
      { text: 'No, its existence is a secret', to: { code: 404 } },
    ],
    otherwise: { text: 'That does not matter', to: { code: 403 } },
  },
  {
    id: 'missing',
    question: 'What is not there?',
    reasons: ['not found', 'expired'],
    answers: [
      { text: 'What the path, or the id in it, names', to: { code: 404 } },
      { text: 'Something that is known to be removed for good, or has expired', to: { code: 410 } },
      { text: 'Something that has moved', to: { question: 'moved' } },
      { text: 'Hits of a search or entries of a list', detail: 'An empty list is a result', to: { code: 200 } },
      { text: 'Something that an id inside the content names', detail: 'The URL itself was found', to: { code: 422 } },
      { text: 'Only the method: the path exists', to: { code: 405 } },
      { text: 'A site with this host name on this connection', to: { code: 421 } },
    ],
    otherwise: { text: 'None of these', to: { code: 404 } },
  },
  {
    id: 'input',
    question: 'What is wrong with what was sent?',
    reasons: ['invalid input', 'unsupported media type'],
    answers: [
      {
        text: 'It cannot be parsed, or has not the expected shape',
        detail: 'Broken JSON, a missing or malformed field, parameter or header',
        to: { code: 400 },
      },
      {
        text: 'It is well formed, but its meaning breaks a rule',
        detail: 'An end before the start, an unknown currency',
        to: { code: 422 },
      },
      { text: 'Its format is not one you read', detail: 'Content-Type, Content-Encoding', to: { code: 415 } },
      { text: 'It is too large', to: { question: 'size' } },
      { text: 'It does not say how long it is', to: { code: 411 } },
      { text: 'It asks for a part that does not exist', detail: 'The Range header', to: { code: 416 } },
      { text: 'It did not arrive in time', to: { code: 408 } },
      { text: 'Its Expect header cannot be met', to: { code: 417 } },
    ],
    otherwise: { text: 'None of these', to: { code: 400 } },
  },
  {
    id: 'size',
    question: 'What is too large?',
    reasons: ['too large'],
    answers: [
      { text: 'The content', to: { code: 413 } },
      { text: 'The URL', to: { code: 414 } },
      { text: 'The header fields', detail: 'Cookies', to: { code: 431 } },
    ],
    otherwise: { text: 'None of these: a value in it is', to: { code: 422 } },
  },
  {
    id: 'state',
    question: 'What about the present state?',
    reasons: ['conflict', 'precondition failed', 'precondition required'],
    answers: [
      {
        text: 'It does not allow this',
        detail: 'A unique value is taken, a shipped order cannot be cancelled',
        to: { code: 409 },
      },
      { text: 'A condition of the request does not hold', detail: 'If-Match, If-Unmodified-Since', to: { code: 412 } },
      { text: 'Changes must carry a condition, and this one has none', to: { code: 428 } },
      { text: 'A lock, and nothing else, stands in the way', to: { code: 423 } },
      { text: 'An earlier part of the same batch failed', to: { code: 424 } },
      { text: 'The request might be a replay', detail: 'TLS early data', to: { code: 425 } },
    ],
    otherwise: { text: 'None of these', to: { code: 409 } },
  },
  {
    id: 'limit',
    question: 'Which limit is it?',
    reasons: ['rate limit'],
    answers: [
      { text: 'This caller sends too many requests', to: { code: 429 } },
      { text: 'Nobody is served at this moment', to: { code: 503 } },
      { text: 'A paid allowance is used up', to: { code: 402 } },
      { text: 'There is no room to store it', to: { code: 507 } },
    ],
    otherwise: { text: 'None of these', to: { code: 429 } },
  },
  {
    id: 'form',
    question: 'What cannot be served?',
    reasons: ['method not supported', 'not acceptable'],
    answers: [
      { text: 'This method, on this path', to: { code: 405 } },
      { text: 'This method, anywhere on the server', to: { code: 501 } },
      { text: 'Every format that the client accepts', detail: 'The Accept header', to: { code: 406 } },
      { text: 'The format that the client sent', detail: 'The Content-Type header', to: { code: 415 } },
      { text: 'This protocol: another one is required', to: { code: 426 } },
    ],
    otherwise: { text: 'None of these', to: { code: 400 } },
  },
  {
    id: 'server',
    question: 'What failed?',
    reasons: ['unexpected failure', 'misconfigured', 'maintenance'],
    answers: [
      {
        text: 'Nobody knows, or it is a bug',
        detail: 'An exception that was not expected, a wrong setting',
        to: { code: 500 },
      },
      { text: 'A server behind this one', to: { question: 'upstream' } },
      {
        text: 'It is known and will pass',
        detail: 'Maintenance, overload, a database that is down',
        to: { code: 503 },
      },
      { text: 'It is not written yet', to: { code: 501 } },
      { text: 'There is no room to store it', to: { code: 507 } },
      { text: 'The request turns in circles', to: { code: 508 } },
      { text: 'The version of HTTP is not spoken here', to: { code: 505 } },
    ],
    otherwise: { text: 'None of these', to: { code: 500 } },
  },
  {
    id: 'upstream',
    question: 'What did the server behind this one do?',
    reasons: ['upstream failure', 'upstream time-out'],
    answers: [
      {
        text: 'It answered badly, or refused the connection',
        to: { code: 502 },
      },
      { text: 'It did not answer in time', to: { code: 504 } },
      { text: 'It was not even asked: it is known to be down', to: { code: 503 } },
      { text: 'It said that what the URL names is missing', to: { code: 404 } },
    ],
    otherwise: { text: 'None of these: the failure is our own', to: { code: 500 } },
  },
];
