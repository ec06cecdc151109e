import { framework } from '../framework.ts';

const redirects = [
  ['MovedPermanently', 301],
  ['Found', 302],
  ['SeeOther', 303],
  ['TemporaryRedirect', 307],
  ['PermanentRedirect', 308],
] as const;

export const falcon = framework({
  name: 'falcon',
  title: 'Falcon',
  family: 'python',
  side: 'server',
  imports: ['falcon', 'falcon.*'],
  receivers: {
    RES: { names: ['resp', 'response', 'res'], types: ['Response'] },
    APP: { names: ['app', 'api', 'application'], made: ['App(...REST)', 'API(...REST)'] },
  },
  set: [
    'RES.status = STATUS',
    'RES.status_code = STATUS',
    'RES.set_header(NAME, VALUE)',
    'RES.append_header(NAME, VALUE)',
    'RES.set_headers(HEADERS)',
    'RES.location = URL',
    'RES.retry_after = RETRY_AFTER',
    'RES.media = BODY',
    'RES.text = BODY',
    'RES.body = BODY',
    'RES.data = BODY',
    'RES.stream = BODY',
  ],
  raise: [
    [
      'HTTPMethodNotAllowed(allowed_methods=ALLOW, *_, title=ANY?, description=MESSAGE?, headers=HEADERS?)',
      { status: 405 },
    ],
    ...redirects.map(([name, status]) => [`HTTP${name}(location=URL, headers=HEADERS?)`, { status }] as const),
    'HTTPError(status=STATUS, title=ANY?, description=MESSAGE?, headers=HEADERS?)',
    'HTTPStatus(status=STATUS, headers=HEADERS?, text=BODY?)',
    'HTTPREASON(title=ANY?, description=MESSAGE?, headers=HEADERS?, *_, challenges=CHALLENGE?, retry_after=RETRY_AFTER?)',
  ],
  reasons: {
    InvalidHeader: 400,
    MissingHeader: 400,
    InvalidParam: 400,
    MissingParam: 400,
    RouteNotFound: 404,
    PayloadTooLarge: 413,
    UriTooLong: 414,
  },
  completes: 'assignment',
  keepsOpen: true,
  sendsUnwritten: true,
  defaultStatus: { any: 200 },
  routes: ['APP.add_route(PATH, HANDLER, ...REST)'],
  handlerClasses: { methods: 'on_METHOD' },
  errorWriters: ['ANY.add_error_handler(ERRORS, WRITER)'],
  idioms: {
    setHeader: 'RES.set_header(NAME, VALUE)',
    setLocation: 'RES.location = VALUE',
    requestUrl: 'req.path',
  },
});
