import { framework } from '../framework.ts';

const redirects = [
  ['MultipleChoices', 300],
  ['MovedPermanently', 301],
  ['Found', 302],
  ['SeeOther', 303],
  ['TemporaryRedirect', 307],
  ['PermanentRedirect', 308],
] as const;

export const aiohttp = framework({
  name: 'aiohttp',
  title: 'aiohttp',
  family: 'python',
  side: 'server',
  imports: ['aiohttp', 'aiohttp.web', 'aiohttp.web_*', 'aiohttp_*'],
  receivers: {
    RES: {
      names: ['response', 'resp', 'res'],
      types: ['StreamResponse'],
      made: ['Response(...REST)', 'json_response(...REST)', 'StreamResponse(...REST)'],
    },
    APP: { names: ['app', 'application'], made: ['Application(...REST)'] },
  },
  set: [
    'RES.set_status(STATUS, PHRASE?)',
    'RES.headers.NAME = VALUE',
    'RES.headers[NAME] = VALUE',
    'RES.headers.update(HEADERS)',
  ],
  make: [
    'Response(*_, body=BODY?, text=MESSAGE?, status=STATUS?, headers=HEADERS?)',
    'json_response(data=BODY?, *_, text=MESSAGE?, status=STATUS?, headers=HEADERS?)',
    ['StreamResponse(*_, status=STATUS?, headers=HEADERS?)', { body: 'present' }],
    'FileResponse(path=BODY, *_, status=STATUS?, headers=HEADERS?)',
  ],
  raise: [
    ['HTTPMethodNotAllowed(method=ANY, allowed_methods=ALLOW, *_, text=MESSAGE?, headers=HEADERS?)', { status: 405 }],
    ...redirects.map(
      ([name, status]) =>
        [`HTTP${name}(location=URL, *_, headers=HEADERS?, text=MESSAGE?, body=BODY?)`, { status }] as const,
    ),
    'HTTPREASON(*_, text=MESSAGE?, body=BODY?, reason=PHRASE?, headers=HEADERS?)',
  ],
  reasons: { RequestEntityTooLarge: 413, RequestURITooLong: 414, RequestRangeNotSatisfiable: 416, Ok: 200 },
  defaultStatus: { any: 200 },
  routes: [
    'APP.router.add_METHOD(PATH, HANDLER)',
    'APP.router.add_route(METHODS, PATH, HANDLER)',
    'METHOD(PATH, HANDLER)',
    'route(METHODS, PATH, HANDLER)',
    'APP.router.add_view(PATH, HANDLER)',
    'view(PATH, HANDLER)',
  ],
  mounts: ['APP.add_routes(HANDLER)', 'APP.router.add_routes(HANDLER)', 'APP.add_subapp(PATH, HANDLER)'],
  routeDecorators: ['@ANY.METHOD(PATH)', '@ANY.view(PATH)'],
  handlerClasses: { bases: /^View$/, methods: 'METHOD' },
  idioms: {
    setHeader: 'RES.headers[NAME] = VALUE',
    sendEmpty: 'web.Response(status=STATUS)',
    requestUrl: 'request.path',
    sendJson: 'web.json_response(BODY, status=STATUS)',
  },
});
