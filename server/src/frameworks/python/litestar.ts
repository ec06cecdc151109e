import { framework } from '../framework.ts';

export const litestar = framework({
  name: 'litestar',
  title: 'Litestar',
  family: 'python',
  side: 'server',
  imports: ['litestar', 'litestar.*', 'starlite', 'starlite.*'],
  receivers: { RES: { names: ['response'], types: ['Response'], made: ['Response(...REST)'] } },
  set: [
    'RES.headers.NAME = VALUE',
    'RES.headers[NAME] = VALUE',
    '@METHOD(path=PATH?, *_, status_code=STATUS)',
    '@route(path=PATH?, *_, status_code=STATUS)',
  ],
  make: [
    'Response(content=BODY?, *_, status_code=STATUS?, headers=HEADERS?)',
    ['Redirect(path=URL, *_, status_code=STATUS?)', { status: 302 }],
    ['return DATA', { inHandlers: true, takesChanges: true }],
  ],
  raise: [
    'HTTPException(detail=MESSAGE?, *_, status_code=STATUS, headers=HEADERS?)',
    ['HTTPException(detail=MESSAGE?)', { status: 500 }],
    'REASONException(detail=MESSAGE?, *_, status_code=STATUS, headers=HEADERS?)',
    'REASONException(detail=MESSAGE?, *_, headers=HEADERS?)',
  ],
  reasons: {
    Client: 400,
    Validation: 400,
    NotAuthorized: 401,
    PermissionDenied: 403,
    RequestEntityTooLarge: 413,
    InternalServer: 500,
  },
  completes: 'return',
  sendsReturnedObjects: true,
  defaultStatus: { any: 200, post: 201, delete: 204 },
  returnsBodies: true,
  routeDecorators: ['@METHOD(path=PATH?)', '@route(path=PATH?, *_, http_method=METHODS)'],
  prefixField: 'path',
  idioms: {
    sendEmpty: 'Response(None, status_code=STATUS)',
    sendJson: 'Response(BODY, status_code=STATUS)',
  },
});
