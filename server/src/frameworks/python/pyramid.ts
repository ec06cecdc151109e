import { framework } from '../framework.ts';

const redirects = [
  ['MultipleChoices', 300],
  ['MovedPermanently', 301],
  ['Found', 302],
  ['SeeOther', 303],
  ['TemporaryRedirect', 307],
  ['PermanentRedirect', 308],
] as const;

export const pyramid = framework({
  name: 'pyramid',
  title: 'Pyramid',
  family: 'python',
  side: 'server',
  imports: ['pyramid', 'pyramid.*', 'webob', 'webob.*', 'cornice', 'cornice.*'],
  receivers: {
    REQ: { names: ['request', 'req'], types: ['Request'], written: ['ROOT.request'] },
    ROOT: { names: ['self'] },
    RES: { names: ['response', 'resp'], written: ['REQ.response'], made: ['Response(...REST)', 'HTTPREASON(...REST)'] },
  },
  set: [
    'RES.status = STATUS',
    'RES.status_int = STATUS',
    'RES.status_code = STATUS',
    // Cornice answers with the errors of a request where there are any
    'REQ.errors.status = STATUS',
    'RES.location = URL',
    'RES.allow = ALLOW',
    'RES.retry_after = RETRY_AFTER',
    'RES.headers.NAME = VALUE',
    'RES.headers[NAME] = VALUE',
  ],
  make: [
    'Response(body=BODY?, status=STATUS?, *_, json_body=DATA?, json=DATA?, text=MESSAGE?, app_iter=BODY?, body_file=BODY?, headers=HEADERS?, location=URL?)',
    ['return DATA', { inHandlers: true, takesChanges: true }],
  ],
  raise: [
    'exception_response(STATUS)',
    ...redirects.map(
      ([name, status]) => [`HTTP${name}(location=URL, detail=MESSAGE?, headers=HEADERS?)`, { status }] as const,
    ),
    'HTTPREASON(detail=MESSAGE?, headers=HEADERS?, *_, retry_after=RETRY_AFTER?, location=URL?, json_body=BODY?, json=BODY?, body=BODY?)',
  ],
  reasons: {
    ClientError: 400,
    RequestEntityTooLarge: 413,
    RequestURITooLong: 414,
    RequestRangeNotSatisfiable: 416,
    ServerError: 500,
    Ok: 200,
  },
  completes: 'return',
  defaultStatus: { any: 200 },
  routeDecorators: ['@view_config(*_, request_method=METHODS?, route_name=ANY?)'],
  idioms: {
    setHeader: 'RES.headers[NAME] = VALUE',
    setLocation: 'RES.location = VALUE',
    requestUrl: 'request.path',
    sendJson: 'Response(json_body=BODY, status=STATUS)',
  },
});
