import { framework } from '../framework.ts';

/** `return answer, 404`, `}, 409`, `return 'No such user', 400`: round numbers count where they stand behind a text. */
const returnsStatuses =
  /^[ \t]+(?:(?:return\b[^#\n]*[^\s\d(,#]|[}\])]+)[ \t]*,[ \t]*(?:40[134569]|41[0235]|42[2369]|50[1-4])|return\b[^#\n]*(?:[ \u0080-\uffff][^"'\n]*["']|\})[ \t]*,[ \t]*[45]00)[ \t]*$/m;

export const flask = framework({
  name: 'flask',
  title: 'Flask',
  family: 'python',
  side: 'server',
  imports: [
    'flask',
    'flask.*',
    'werkzeug',
    'werkzeug.*',
    'flask_login',
    'flask_jwt_extended',
    'flask_cors',
    'functions_framework',
  ],
  // a layer below the handlers gives them what they give back: `return {'message': 'No such user.'}, 404`
  signs: returnsStatuses,
  receivers: {
    RES: {
      names: ['response', 'resp', 'res', 'rv', 'r'],
      made: ['make_response(...REST)', 'jsonify(...REST)', 'Response(...REST)', 'redirect(...REST)'],
    },
    APP: {
      names: ['app', 'application', 'api', 'bp', 'blueprint', 'main', 'auth'],
      made: ['Flask(...REST)', 'Blueprint(...REST)'],
    },
  },
  set: [
    'RES.status_code = STATUS',
    'RES.status = STATUS',
    'RES.location = URL',
    'RES.retry_after = RETRY_AFTER',
    'RES.headers.set(NAME, VALUE)',
    'RES.headers.add(NAME, VALUE)',
    'RES.headers.NAME = VALUE',
    'RES.headers[NAME] = VALUE',
    'RES.headers.update(HEADERS)',
  ],
  make: [
    'return BODY, CODE, HEADERS',
    'return BODY, CODE',
    ['return BODY, HEADERS', { inHandlers: true }],
    'make_response(BODY, STATUS, HEADERS?)',
    ['make_response(BODY)', { inHandlers: true }],
    'Response(response=BODY?, status=STATUS, headers=HEADERS?)',
    ['Response(response=BODY?, headers=HEADERS?)', { inHandlers: true }],
    ['jsonify(BODY)', { inHandlers: true }],
    ['jsonify(...REST)', { inHandlers: true, body: 'present' }],
    ['redirect(location=URL, code=STATUS?)', { status: 302, body: 'present' }],
    ['return DATA', { inHandlers: true }],
  ],
  raise: [
    ['MethodNotAllowed(valid_methods=ALLOW, description=MESSAGE?)', { status: 405, body: 'present' }],
    'REASON(description=MESSAGE?, response=RESPONSE?, *_, www_authenticate=CHALLENGE?, retry_after=RETRY_AFTER?)',
  ],
  raiseNow: [
    'abort(STATUS, description=MESSAGE?, *_, valid_methods=ALLOW?, retry_after=RETRY_AFTER?, www_authenticate=CHALLENGE?)',
  ],
  declare: [
    // Flask-Principal: what a permission that is lacking is answered with
    'ANY.require(*_, http_exception=STATUS)',
    '@ANY.require(http_exception=STATUS)',
    // flask-smorest
    '@ANY.response(status_code=STATUS, ...REST)',
  ],
  read: ['ANY.errorhandler(STATUS)', 'ANY.app_errorhandler(STATUS)', 'ANY.register_error_handler(STATUS, HANDLER)'],
  reasons: {
    BadRequestKeyError: 400,
    RequestEntityTooLarge: 413,
    RequestURITooLarge: 414,
    RequestedRangeNotSatisfiable: 416,
    ImATeapot: 418,
    HTTPVersionNotSupported: 505,
  },
  completes: 'return',
  sendsReturnedObjects: true,
  defaultStatus: { any: 200 },
  routes: ['APP.add_url_rule(PATH, ...REST, view_func=HANDLER, methods=METHODS?)'],
  mounts: [
    ['ANY.register_blueprint(blueprint=HANDLER, *_, url_prefix=PATH?)', { replacesPrefix: true }],
    ['@ANY.before_request', { standsBeforeAll: true }],
    ['ANY.before_request(...HANDLERS)', { standsBeforeAll: true }],
  ],
  prefixes: ['Blueprint(name=ANY_NAME, import_name=ANY_MODULE, *_, url_prefix=PATH)'],
  routeDecorators: [['@ANY.route(PATH?, methods=METHODS?)', { methods: ['GET'] }], '@ANY.METHOD(PATH)'],
  handlerClasses: { bases: /^(?:MethodView|View)$/, methods: 'METHOD', guards: ['decorators'] },
  errorWriters: [
    '@ANY.errorhandler(ERRORS)',
    '@ANY.app_errorhandler(ERRORS)',
    'ANY.register_error_handler(ERRORS, WRITER)',
  ],
  authentication: {
    required: ['login_required', 'jwt_required', 'fresh_login_required'],
  },
  idioms: {
    setHeader: 'RES.headers[NAME] = VALUE',
    emptyBody: "''",
    requestUrl: 'request.path',
    sendJson: 'return BODY, STATUS',
  },
});
