import { framework } from '../framework.ts';

export const nodeHttp = framework({
  name: 'node-http',
  title: 'node:http',
  family: 'javascript',
  side: 'server',
  imports: ['node:http', 'http', 'node:https', 'https', 'node:http2', 'http2'],
  moduleName: 'http',
  withoutImport: true,
  receivers: {
    RES: {
      names: ['res', 'response', 'resp'],
      types: ['ServerResponse', 'Http2ServerResponse', 'OutgoingMessage'],
      beside: ['req', 'request', 'message'],
    },
    REQ: { names: ['req', 'request'], types: ['IncomingMessage', 'Http2ServerRequest'] },
    SERVER: {
      names: ['server', 'httpServer', 'app'],
      made: [
        'http.createServer(...OPTIONS)',
        'https.createServer(...OPTIONS)',
        'http2.createServer(...OPTIONS)',
        'createServer(...OPTIONS)',
        'http2.createSecureServer(...OPTIONS)',
        'createSecureServer(...OPTIONS)',
        'new http.Server(...OPTIONS)',
        'new Server(...OPTIONS)',
      ],
    },
  },
  set: [
    'RES.statusCode = STATUS',
    'RES.writeHead(STATUS, HEADERS?)',
    'RES.writeHead(STATUS, PHRASE, HEADERS?)',
    'RES.setHeader(NAME, VALUE)',
    'RES.appendHeader(NAME, VALUE)',
    'RES.setHeaders(HEADERS)',
    'RES.write(BODY, ...REST)',
  ],
  send: [
    'RES.end(BODY?, ...REST)',
    ['SOURCE.pipe(RES)', { body: 'present' }],
    ['pipeline(SOURCE, RES, ...REST)', { body: 'present' }],
    ['pipeline(SOURCE, THROUGH, RES, ...REST)', { body: 'present' }],
  ],
  defaultStatus: { any: 200 },
  routes: [
    'http.createServer(HANDLER)',
    'http.createServer(OPTIONS, HANDLER)',
    'createServer(HANDLER)',
    'createServer(OPTIONS, HANDLER)',
    'http2.createSecureServer(OPTIONS, HANDLER)',
    'createSecureServer(OPTIONS, HANDLER)',
    "SERVER.on('request', HANDLER)",
  ],
  authentication: { principal: ['REQ.user'] },
  idioms: {
    setHeader: 'RES.setHeader(NAME, VALUE)',
    sendEmpty: 'RES.end()',
    requestUrl: 'REQ.url',
    sendJson: "RES.writeHead(STATUS, { 'Content-Type': 'application/json' }).end(JSON.stringify(BODY))",
  },
});
