import { framework } from '../framework.ts';

export const fasthttp = framework({
  name: 'fasthttp',
  title: 'fasthttp',
  family: 'go',
  side: 'server',
  imports: ['github.com/valyala/fasthttp'],
  receivers: { RES: { names: ['ctx', 'c'], types: ['RequestCtx'] } },
  set: [
    'RES.SetStatusCode(STATUS)',
    'RES.Response.SetStatusCode(STATUS)',
    'RES.Response.Header.Set(NAME, VALUE)',
    'RES.Response.Header.SetBytesV(NAME, VALUE)',
    'RES.Response.Header.SetBytesKV(NAME, VALUE)',
    'RES.Response.Header.Add(NAME, VALUE)',
    'RES.SetBody(BODY)',
    'RES.SetBodyString(BODY)',
    'RES.WriteString(BODY)',
    'RES.Write(BODY)',
    'FMT.Fprintf(RES, BODY, ...DETAILS)',
    'FMT.Fprint(RES, BODY, ...DETAILS)',
  ],
  send: [
    'RES.Error(MESSAGE, STATUS)',
    'RES.Redirect(URL, STATUS)',
    ['RES.NotFound()', { status: 404, body: 'present' }],
  ],
  completes: 'assignment',
  keepsOpen: true,
  // of fasthttp/router
  givesAllowTo: /\.MethodNotAllowed\s*=\s*/g,
  defaultStatus: { any: 200 },
  idioms: { setHeader: 'RES.Response.Header.Set(NAME, VALUE)', requestUrl: 'string(RES.Path())' },
});
