import { framework } from '../framework.ts';

/** hapi's errors, used with other frameworks as well. */
export const boom = framework({
  name: 'boom',
  title: '@hapi/boom',
  family: 'javascript',
  side: 'server',
  imports: ['@hapi/boom', 'boom', 'express-boom', 'koa-boom'],
  moduleName: 'Boom',
  withoutImport: true,
  receivers: {
    // the error itself holds what is sent
    RES: {
      names: ['boom', 'err', 'error', 'response'],
      certain: true,
      made: ['Boom.WORD(...REST)', 'new Boom.Boom(...REST)', 'new Boom(...REST)', 'boomify(...REST)'],
    },
  },
  set: ['RES.output.statusCode = STATUS', 'RES.output.headers.NAME = VALUE', 'RES.output.payload = BODY'],
  raise: [
    'new Boom.Boom(MESSAGE?, { statusCode: STATUS? })',
    'new Boom(MESSAGE?, { statusCode: STATUS? })',
    'Boom.boomify(ERROR, { statusCode: STATUS? })',
    'boomify(ERROR, { statusCode: STATUS? })',
    'Boom.internal(MESSAGE, PAYLOAD, STATUS)',
    'internal(MESSAGE, PAYLOAD, STATUS)',
    ['Boom.unauthorized(MESSAGE, SCHEME, ...REST)', { status: 401, headers: ['WWW-Authenticate'] }],
    ['Boom.methodNotAllowed(MESSAGE, PAYLOAD, ALLOW)', { status: 405, headers: ['Allow'] }],
    'Boom.REASON(MESSAGE?, ...REST)',
    'REASON(MESSAGE?, ...REST)',
  ],
  reasons: {
    proxyAuthRequired: 407,
    clientTimeout: 408,
    resourceGone: 410,
    entityTooLarge: 413,
    rangeNotSatisfiable: 416,
    teapot: 418,
    badData: 422,
    illegal: 451,
    internal: 500,
    badImplementation: 500,
    serverUnavailable: 503,
  },
  hidesMessagesOf: '500',
  idioms: { setHeader: 'RES.output.headers[NAME] = VALUE' },
});
