import { framework } from '../framework.ts';

export const bottle = framework({
  name: 'bottle',
  title: 'Bottle',
  family: 'python',
  side: 'server',
  imports: ['bottle', 'bottle_*'],
  receivers: { RES: { names: ['response', 'resp'], made: ['HTTPResponse(...REST)'] } },
  set: [
    'RES.status = STATUS',
    'RES.set_header(NAME, VALUE)',
    'RES.add_header(NAME, VALUE)',
    'RES.headers.NAME = VALUE',
    'RES.headers[NAME] = VALUE',
  ],
  make: [
    'HTTPResponse(body=BODY?, status=STATUS?, headers=HEADERS?, *_, Location=URL?, Allow=ALLOW?)',
    ['return DATA', { inHandlers: true, takesChanges: true }],
  ],
  raise: ['HTTPError(status=STATUS, body=MESSAGE?)'],
  raiseNow: ['abort(code=STATUS, text=MESSAGE?)', ['redirect(url=URL, code=STATUS?)', { status: 303 }]],
  read: ['@ANY.error(code=STATUS)', '@error(code=STATUS)'],
  completes: 'return',
  defaultStatus: { any: 200 },
  routeDecorators: [
    ['@ANY.route(path=PATH, method=METHODS?)', { methods: ['GET'] }],
    ['@route(path=PATH, method=METHODS?)', { methods: ['GET'] }],
    '@ANY.METHOD(path=PATH)',
    '@METHOD(path=PATH)',
  ],
  idioms: {
    setHeader: 'RES.set_header(NAME, VALUE)',
    emptyBody: "''",
    requestUrl: 'request.path',
    sendJson: 'HTTPResponse(BODY, STATUS)',
  },
});
