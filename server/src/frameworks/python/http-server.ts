import { framework } from '../framework.ts';

export const httpServer = framework({
  name: 'http-server',
  title: 'http.server',
  family: 'python',
  side: 'server',
  imports: ['http.server', 'BaseHTTPServer', 'socketserver'],
  receivers: { RES: { names: ['self', 'handler'] } },
  set: [
    'RES.send_response(code=STATUS, message=PHRASE?)',
    'RES.send_response_only(code=STATUS, message=PHRASE?)',
    'RES.send_header(NAME, VALUE)',
    'RES.wfile.write(BODY)',
  ],
  send: [['RES.send_error(code=STATUS, message=PHRASE?, explain=MESSAGE?)', { body: 'present' }]],
  completes: 'assignment',
  keepsOpen: true,
  handlerClasses: { bases: /RequestHandler$/, methods: 'do_METHOD' },
});
