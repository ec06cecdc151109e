import { framework } from '../framework.ts';

export const feathers = framework({
  name: 'feathers',
  title: 'Feathers',
  family: 'javascript',
  side: 'server',
  imports: ['@feathersjs/*', 'feathers-*'],
  moduleName: 'errors',
  receivers: {
    RES: { names: ['context', 'hook', 'ctx'], types: ['HookContext', 'Context'] },
    PARAMS: { names: ['params'], types: ['Params'] },
  },
  set: [
    'RES.http = { status: STATUS?, headers: HEADERS?, location: URL? }',
    'RES.http.status = STATUS',
    'RES.http.location = URL',
    'RES.http.headers = HEADERS',
    'RES.http.headers.NAME = VALUE',
    'RES.statusCode = STATUS',
  ],
  raise: [
    'new FeathersError(MESSAGE, NAME, STATUS, ...REST)',
    'new errors.FeathersError(MESSAGE, NAME, STATUS, ...REST)',
    'new errors.REASON(MESSAGE?, ...REST)',
    'new REASON(MESSAGE?, ...REST)',
    'new errors[STATUS](MESSAGE?, ...REST)',
  ],
  reasons: {
    GeneralError: 500,
    NotAuthenticated: 401,
    PaymentError: 402,
    Timeout: 408,
    Unavailable: 503,
    Unprocessable: 422,
  },
  completes: 'return',
  defaultStatus: { any: 200, post: 201 },
  routeFiles: [
    {
      path: /(?:^|\/)services\/(?<path>[\w-]+)\/[\w.-]+\.class\.[jt]s$/,
      exports: { find: 'GET', get: 'GET', create: 'POST', update: 'PUT', patch: 'PATCH', remove: 'DELETE' },
    },
  ],
  authentication: { principal: ['PARAMS.user', 'RES.params.user'], required: ['authenticate'] },
  idioms: { setHeader: 'RES.http = { ...RES.http, headers: { NAME: VALUE } }' },
});
