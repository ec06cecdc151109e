import { framework } from '../framework.ts';

/** The streams of `node:http2`; its compatibility layer answers like `node:http`. */
export const http2Stream = framework({
  name: 'http2-stream',
  title: 'node:http2',
  family: 'javascript',
  side: 'server',
  imports: ['node:http2', 'http2'],
  receivers: {
    RES: { names: ['stream'], types: ['ServerHttp2Stream', 'Http2Stream'] },
    SERVER: {
      names: ['server'],
      made: [
        'http2.createServer(...OPTIONS)',
        'createServer(...OPTIONS)',
        'http2.createSecureServer(...OPTIONS)',
        'createSecureServer(...OPTIONS)',
      ],
    },
  },
  moduleName: 'http2',
  set: [
    "RES.respond({ ':status': STATUS, ...HEADERS }, ...REST)",
    'RES.respond({ [HTTP2_HEADER_STATUS]: STATUS, ...HEADERS }, ...REST)',
    'RES.respond(HEADERS?, ...REST)',
  ],
  send: [
    ["RES.respondWithFile(FILE, { ':status': STATUS?, ...HEADERS }, ...REST)", { body: 'present' }],
    ['RES.respondWithFile(FILE, { [HTTP2_HEADER_STATUS]: STATUS, ...HEADERS }, ...REST)', { body: 'present' }],
    ["RES.respondWithFD(FILE, { ':status': STATUS?, ...HEADERS }, ...REST)", { body: 'present' }],
    'RES.end(BODY?, ...REST)',
    ['SOURCE.pipe(RES)', { body: 'present' }],
  ],
  completes: 'return',
  defaultStatus: { any: 200 },
  routes: ["SERVER.on('stream', HANDLER)"],
  idioms: { sendEmpty: "RES.respond({ ':status': STATUS }, { endStream: true })" },
});
