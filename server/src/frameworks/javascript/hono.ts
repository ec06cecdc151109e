import { framework } from '../framework.ts';

export const hono = framework({
  name: 'hono',
  title: 'Hono',
  family: 'javascript',
  side: 'server',
  imports: ['hono', 'hono/*', '@hono/*', 'stoker/*'],
  withoutImport: true,
  // what an application is handed over to by the project's own types: `({ app }: RouteContext) => app.get(…)`
  shownBy:
    /\b(?:c|ctx|context)\.(?:req\.(?:valid|param|queries|parseBody)\(|(?:json|body)\([^;]{1,400}?,\s*[1-5]\d\d\s*,?\s*\))/,
  receivers: {
    RES: {
      names: ['c', 'ctx', 'context'],
      types: ['Context', 'AppContext', 'HonoContext', 'HonoCtx', 'Ctx'],
      within: ['openapi', 'createHandlers', 'createMiddleware'],
    },
    APP: {
      names: ['app', 'api', 'router', 'route', 'routes', 'server'],
      made: [
        'new Hono(...OPTIONS)',
        'new OpenAPIHono(...OPTIONS)',
        'createFactory(...OPTIONS).createApp(...OPTIONS)',
        'APP.basePath(PATH)',
      ],
    },
  },
  set: [
    'RES.status(STATUS)',
    'RES.header(NAME, VALUE, ...REST)',
    'RES.res.headers.set(NAME, VALUE)',
    'RES.res.headers.append(NAME, VALUE)',
  ],
  make: [
    'RES.json(BODY, STATUS, HEADERS?)',
    'RES.json(BODY, { status: STATUS?, headers: HEADERS? })',
    'RES.text(BODY, STATUS, HEADERS?)',
    'RES.text(BODY, { status: STATUS?, headers: HEADERS? })',
    'RES.html(BODY, STATUS, HEADERS?)',
    'RES.html(BODY, { status: STATUS?, headers: HEADERS? })',
    'RES.body(BODY, STATUS, HEADERS?)',
    'RES.body(BODY, { status: STATUS?, headers: HEADERS? })',
    'RES.newResponse(BODY, STATUS, HEADERS?)',
    'RES.newResponse(BODY, { status: STATUS?, headers: HEADERS? })',
    ['RES.redirect(URL, STATUS?)', { status: 302 }],
    ['RES.notFound()', { status: 404, body: 'present' }],
  ],
  raise: ['new HTTPException(STATUS, { message: MESSAGE?, res: RESPONSE? })', ['new HTTPException()', { status: 500 }]],
  completes: 'return',
  // what its own writer of errors makes has the fields that the context was given before
  errorsKeepFields: true,
  defaultStatus: { any: 200 },
  routes: [
    'APP.on(METHODS, PATH, ...HANDLERS)',
    'APP.openapi(createRoute({ method: METHODS?, path: PATH? }), ...HANDLERS)',
    'APP.METHOD(PATH, ...HANDLERS)',
  ],
  groups: ['APP.basePath(PATH)'],
  mounts: ['APP.use(PATH, ...HANDLERS)', 'APP.use(...HANDLERS)', 'APP.route(PATH, ...HANDLERS)'],
  errorWriters: ['APP.onError(WRITER)'],
  authentication: {
    principal: ["RES.get('user')", "RES.get('jwtPayload')", 'RES.var.user', 'RES.var.jwtPayload'],
    required: ['jwt', 'bearerAuth', 'basicAuth', 'jwk', 'clerkMiddleware', 'verifyAuth'],
  },
  idioms: {
    setHeader: 'RES.header(NAME, VALUE)',
    sendEmpty: 'RES.body(null, STATUS)',
    requestUrl: 'RES.req.path',
    sendJson: 'RES.json(BODY, STATUS)',
  },
});
