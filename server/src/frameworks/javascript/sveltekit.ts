import { framework } from '../framework.ts';

export const sveltekit = framework({
  name: 'sveltekit',
  title: 'SvelteKit',
  family: 'javascript',
  side: 'server',
  imports: ['@sveltejs/kit', '@sveltejs/kit/*'],
  receivers: {
    CTX: { names: ['event', 'requestEvent'], types: ['RequestEvent', 'ServerLoadEvent'] },
    RES: { names: [], made: ['json(...REST)', 'text(...REST)'] },
  },
  set: [
    'setHeaders(HEADERS)',
    'CTX.setHeaders(HEADERS)',
    'RES.headers.set(NAME, VALUE)',
    'RES.headers.append(NAME, VALUE)',
  ],
  make: [
    'json(BODY, { status: STATUS?, headers: HEADERS? })',
    'text(BODY, { status: STATUS?, headers: HEADERS? })',
    'fail(STATUS, BODY?)',
  ],
  // version 1 of the kit: `throw error(404)`
  raiseNow: ['error(STATUS, BODY?)', 'redirect(STATUS, URL)'],
  completes: 'return',
  defaultStatus: { any: 200 },
  routeFiles: [
    { path: /(?:^|\/)src\/routes\/(?:(?<path>.+)\/)?\+server\.[jt]s$/, exports: 'methods' },
    {
      path: /(?:^|\/)src\/routes\/(?:(?<path>.+)\/)?\+(?:page|layout)(?:\.server)?\.[jt]s$/,
      exports: { load: 'GET', actions: 'POST' },
    },
  ],
  authentication: { principal: ['LOCALS.user', 'CTX.locals.user', 'CTX.locals.session'] },
  idioms: {
    sendEmpty: 'new Response(null, { status: STATUS })',
    requestUrl: 'CTX.url.pathname',
    sendJson: 'json(BODY, { status: STATUS })',
  },
});
