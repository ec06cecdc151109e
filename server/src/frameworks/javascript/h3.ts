import { framework } from '../framework.ts';

/** Nuxt and Nitro import what h3 has by themselves, so that a handler may import nothing. */
export const h3 = framework({
  name: 'h3',
  title: 'h3 (Nuxt, Nitro)',
  family: 'javascript',
  side: 'server',
  imports: ['h3', 'h3-nightly', 'nitropack', 'nitropack/*', 'nitro', 'nitro/*', '#imports', '#app', '#nitro', 'nuxt/*'],
  withoutImport: true,
  receivers: {
    RES: {
      names: ['event', 'evt', 'e', '_event'],
      types: ['H3Event', 'HTTPEvent'],
      written: ['CONTEXT.event'],
      within: [
        'defineEventHandler',
        'eventHandler',
        'defineHandler',
        'defineCachedEventHandler',
        'cachedEventHandler',
        'defineLazyEventHandler',
        'defineWrappedResponseHandler',
      ],
    },
    APP: {
      names: ['app', 'router'],
      made: ['createRouter(...OPTIONS)', 'createApp(...OPTIONS)', 'new H3(...OPTIONS)'],
    },
  },
  set: [
    'setResponseStatus(RES, STATUS, PHRASE?)',
    'setResponseStatus(STATUS, PHRASE?)',
    'setResponseHeader(RES, NAME, VALUE)',
    'setHeader(RES, NAME, VALUE)',
    'appendResponseHeader(RES, NAME, VALUE)',
    'appendHeader(RES, NAME, VALUE)',
    'setResponseHeaders(RES, HEADERS)',
    'setHeaders(RES, HEADERS)',
    'RES.node.res.statusCode = STATUS',
    'RES.node.res.setHeader(NAME, VALUE)',
    'RES.res.statusCode = STATUS',
    'RES.res.status = STATUS',
    'RES.res.headers.set(NAME, VALUE)',
  ],
  send: [
    ['sendNoContent(RES, STATUS?)', { status: 204, body: 'none' }],
    ['sendRedirect(RES, URL, STATUS?)', { status: 302 }],
    'send(RES, BODY?, ...REST)',
  ],
  make: [
    'new HTTPResponse(BODY?, { status: STATUS?, headers: HEADERS? })',
    ['noContent(STATUS?)', { status: 204, body: 'none' }],
    ['redirect(URL, STATUS?)', { status: 302 }],
  ],
  raise: [
    'createError({ statusCode: STATUS, statusMessage: MESSAGE? })',
    'createError({ status: STATUS, message: MESSAGE? })',
    'new HTTPError({ status: STATUS, message: MESSAGE? })',
    'new HTTPError({ statusCode: STATUS, message: MESSAGE? })',
    'new HTTPError(MESSAGE, { status: STATUS })',
    'new HTTPError(MESSAGE, { statusCode: STATUS })',
    'HTTPError.status(STATUS, MESSAGE?)',
    'showError({ statusCode: STATUS, statusMessage: MESSAGE? })',
  ],
  raiseNow: [['navigateTo(URL, { redirectCode: STATUS, ...REST })', { status: 302 }]],
  completes: 'return',
  defaultStatus: { any: 200 },
  routes: ['APP.METHOD(PATH, ...HANDLERS)'],
  mounts: ['APP.use(PATH, ...HANDLERS)', 'APP.use(...HANDLERS)'],
  routeFiles: [
    {
      path: /(?:^|\/)server\/(?<path>api\/.+?)(?:\.(?<method>connect|delete|get|head|options|patch|post|put|trace))?\.[jt]s$/,
      exports: 'default',
    },
    {
      path: /(?:^|\/)server\/routes\/(?<path>.+?)(?:\.(?<method>connect|delete|get|head|options|patch|post|put|trace))?\.[jt]s$/,
      exports: 'default',
    },
  ],
  authentication: { principal: ['RES.context.user', 'RES.context.auth', 'RES.context.session.user'] },
  idioms: {
    setHeader: 'setResponseHeader(RES, NAME, VALUE)',
    sendEmpty: 'sendNoContent(RES, STATUS)',
    requestUrl: 'RES.path',
    sendJson: 'createError({ statusCode: STATUS, data: BODY })',
  },
});
