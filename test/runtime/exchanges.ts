/** A request to a handler, and how the handler is to answer once its findings are fixed. */
export interface Exchange {
  /** What is reported of the handler before. */
  readonly rule?: string;
  readonly request: string;
  /** The caller's, who is logged in with it. */
  readonly role?: string;
  readonly json?: object;
  readonly answer: {
    /** Several where frameworks differ. */
    readonly status: readonly number[];
    readonly headers?: Readonly<Record<string, RegExp>>;
    readonly body?: RegExp;
  };
  /** True where the framework may answer before the handler does, or for an error that the handler leaves to it. */
  readonly mayBeOfFramework?: boolean;
}

/** The same for every framework: its handlers have the same few routes. */
export const exchanges: readonly Exchange[] = [
  {
    rule: 'location-on-201',
    request: 'POST /users',
    json: { name: 'Ada' },
    answer: { status: [201], headers: { location: /\/users\/7$/ }, body: /"name": ?"Ada"/ },
  },
  {
    rule: 'response-after-response',
    request: 'POST /users',
    json: {},
    // one answer, not that of the new user behind it
    answer: { status: [400, 422], body: /^(?!.*"id").+$/s },
    mayBeOfFramework: true,
  },
  { request: 'GET /users/7', answer: { status: [200], body: /"name": ?"Ada"/ } },
  { rule: 'not-found-is-404', request: 'GET /users/9', answer: { status: [404], body: /no such user/ } },
  { rule: 'no-body-allowed', request: 'PUT /users/7', answer: { status: [204], body: /^$/ } },
  { request: 'DELETE /users/7', answer: { status: [401] }, mayBeOfFramework: true },
  { rule: 'forbidden-for-authenticated', request: 'DELETE /users/7', role: 'guest', answer: { status: [403] } },
  { request: 'DELETE /users/7', role: 'admin', answer: { status: [204], body: /^$/ } },
  { rule: 'allow-on-405', request: 'PATCH /users/7', answer: { status: [405], headers: { allow: /\bPUT\b/ } } },
  {
    rule: 'retry-after-on-503',
    request: 'GET /reports',
    answer: { status: [503], headers: { 'retry-after': /^120$/ } },
  },
  { rule: 'error-body', request: 'GET /teams/9', answer: { status: [404], body: /not.found/i } },
  {
    rule: 'server-fault-is-5xx',
    request: 'POST /payments',
    json: { amount: 3 },
    answer: { status: [500], body: /payment failed|Internal Server Error/ },
  },
  { request: 'POST /orders', json: { quantity: 3 }, answer: { status: [202], headers: { location: /^\/orders\/3$/ } } },
  { request: 'POST /orders', json: { quantity: 300 }, answer: { status: [409] } },
  { request: 'POST /orders', json: { quantity: 'many' }, answer: { status: [400, 422] }, mayBeOfFramework: true },
  { request: 'GET /old-reports', answer: { status: [301, 302, 308], headers: { location: /\/reports$/ } } },
  { request: 'GET /broken', answer: { status: [500] }, mayBeOfFramework: true },
];
