import { framework } from '../framework.ts';

export const elysia = framework({
  name: 'elysia',
  title: 'Elysia',
  family: 'javascript',
  side: 'server',
  imports: ['elysia', 'elysia/*', '@elysiajs/*'],
  receivers: {
    CTX: { names: ['ctx', 'context', 'c'], types: ['Context'] },
    RES: { names: ['set'], written: ['CTX.set'] },
    APP: {
      names: ['app', 'api', 'server', 'router', 'group'],
      made: ['new Elysia(...OPTIONS)'],
    },
  },
  set: [
    'RES.status = STATUS',
    'RES.headers.NAME = VALUE',
    'RES.headers = HEADERS',
    ['RES.redirect = URL', { status: 302 }],
  ],
  make: [
    'status(STATUS, BODY?)',
    'CTX.status(STATUS, BODY?)',
    'error(STATUS, BODY?)',
    'CTX.error(STATUS, BODY?)',
    ['redirect(URL, STATUS?)', { status: 302 }],
    ['CTX.redirect(URL, STATUS?)', { status: 302 }],
  ],
  raise: ['new REASONError(MESSAGE?)'],
  reasons: {
    Parse: 400,
    Validation: 422,
    InternalServer: 500,
    "I'm a teapot": 418,
    'Enhance Your Calm': 420,
    'Unprocessable Content': 422,
    'Payload Too Large': 413,
  },
  completes: 'return',
  sendsReturnedObjects: true,
  defaultStatus: { any: 200 },
  routes: ['APP.METHOD(PATH, ...HANDLERS)'],
  mounts: ['APP.use(...HANDLERS)'],
  authentication: { principal: ['CTX.user'] },
  idioms: {
    setHeader: 'RES.headers[NAME] = VALUE',
    sendJson: 'status(STATUS, BODY)',
  },
});
