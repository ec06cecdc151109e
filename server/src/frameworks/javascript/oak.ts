import { framework } from '../framework.ts';

export const oak = framework({
  name: 'oak',
  title: 'oak',
  family: 'javascript',
  side: 'server',
  imports: ['@oak/oak', '@oak/oak/*', 'jsr:@oak/oak*', 'https://deno.land/x/oak*', 'oak'],
  receivers: {
    CTX: { names: ['ctx', 'context', 'c'], types: ['Context', 'RouterContext'] },
    RES: { names: ['response'], written: ['CTX.response'] },
    APP: { names: ['router', 'app'], made: ['new Router(...OPTIONS)', 'new Application(...OPTIONS)'] },
  },
  set: [
    'RES.status = STATUS',
    'RES.body = BODY',
    'RES.type = VALUE',
    'RES.headers.set(NAME, VALUE)',
    'RES.headers.append(NAME, VALUE)',
  ],
  send: [['RES.redirect(URL)', { status: 302 }]],
  raise: ['createHttpError(STATUS, MESSAGE?)', 'new httpErrors.REASON(MESSAGE?)'],
  raiseNow: ['CTX.throw(STATUS, MESSAGE?)', 'CTX.assert(VALUE, STATUS, MESSAGE?)'],
  completes: 'assignment',
  keepsOpen: true,
  defaultStatus: { any: 200 },
  routes: ['APP.METHOD(PATH, ...HANDLERS)'],
  mounts: ['APP.use(PATH, ...HANDLERS)', 'APP.use(...HANDLERS)'],
  authentication: { principal: ['CTX.state.user'] },
  idioms: {
    setHeader: 'RES.headers.set(NAME, VALUE)',
    requestUrl: 'CTX.request.url.href',
    sendJson: 'CTX.throw(STATUS, BODY)',
  },
});
