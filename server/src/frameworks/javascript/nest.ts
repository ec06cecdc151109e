import { framework } from '../framework.ts';

/** Responses that a handler writes itself, through `@Res()`, are those of Express or Fastify. */
export const nest = framework({
  name: 'nest',
  title: 'NestJS',
  family: 'javascript',
  side: 'server',
  imports: ['@nestjs/*', '@nestjsx/*', 'nestjs-*'],
  receivers: {
    // `host.switchToHttp().getResponse()`, and `@Res() res` whose type says nothing
    RES: {
      names: ['res', 'response', 'reply'],
      types: ['Response', 'FastifyReply'],
      made: ['HOST.getResponse(...REST)'],
    },
    HOST: {
      names: ['ctx', 'host', 'http', 'context'],
      types: ['ArgumentsHost', 'ExecutionContext'],
      certain: true,
    },
    REQ: { names: ['req', 'request'], types: ['Request', 'FastifyRequest'] },
  },
  set: [
    '@HttpCode(STATUS)',
    '@Header(NAME, VALUE)',
    ['@Redirect(URL)', { status: 302 }],
    '@Redirect(URL, STATUS)',
    ['@Redirect()', { status: 302, headers: ['Location'] }],
    'RES.status(STATUS)',
    'RES.code(STATUS)',
    'RES.statusCode = STATUS',
    'RES.set(NAME, VALUE)',
    'RES.header(NAME, VALUE)',
    'RES.setHeader(NAME, VALUE)',
    'RES.set(HEADERS)',
    'RES.header(HEADERS)',
    'RES.location(URL)',
  ],
  send: [
    ['RES.sendStatus(STATUS)', { body: 'present' }],
    'RES.json(BODY?)',
    'RES.send(BODY?)',
    'RES.end(BODY?)',
    ['RES.redirect(URL)', { status: 302, overrides: true, body: 'present' }],
    ['RES.redirect(STATUS, URL)', { body: 'present' }],
  ],
  make: [
    // under `@Redirect()`
    '({ url: URL, statusCode: STATUS })',
  ],
  raise: ['new HttpException(MESSAGE, STATUS, ...REST)', 'new REASONException(MESSAGE?, ...REST)'],
  declare: [
    'ApiResponse({ status: STATUS })',
    'ApiREASONResponse(...REST)',
    '({ errorHttpStatusCode: STATUS })',
    // of a decorator that is made of others: `applyDecorators(HttpCode(201), …)`
    'HttpCode(STATUS)',
  ],
  reasons: {
    Throttler: 429,
    HttpVersionNotSupported: 505,
    Ambiguous: 300,
    Earlyhints: 103,
    Misdirected: 421,
    ContentDifferent: 210,
  },
  completes: 'return',
  sendsReturnedObjects: true,
  defaultStatus: { any: 200, post: 201 },
  returnsBodies: true,
  sendsNothingReturned: true,
  errorsKeepFields: true,
  routeDecorators: ['METHOD(PATH?)'],
  prefixDecorators: ['Controller(PATH?)', 'Controller({ path: PATH? })'],
  authentication: {
    principal: ['REQ.user'],
    guardDecorators: ['UseGuards(...HANDLERS)'],
    required: ['AuthGuard', 'JwtAuthGuard', 'LocalAuthGuard', 'RolesGuard', 'CurrentUser', 'Auth'],
  },
  idioms: {
    setHeader: 'RES.set(NAME, VALUE)',
    setLocation: 'RES.location(VALUE)',
    requestUrl: 'REQ.originalUrl',
  },
});
