import { framework } from '../framework.ts';

/** The library of the language itself; the handlers of chi, gorilla/mux and httprouter answer with it too. */
export const netHttp = framework({
  name: 'net-http',
  title: 'net/http',
  family: 'go',
  side: 'server',
  imports: ['net/http'],
  receivers: {
    RES: { names: ['w', 'rw', 'writer'], types: ['ResponseWriter'] },
    REQ: { names: ['r', 'req', 'request'], types: ['Request'] },
    APP: {
      names: ['mux', 'router', 'r', 'm', 'serveMux'],
      types: ['ServeMux'],
      made: ['http.NewServeMux()'],
      written: ['OWNER.mux', 'OWNER.router', 'OWNER.Mux', 'OWNER.Router'],
    },
  },
  set: [
    'RES.Header().Set(NAME, VALUE)',
    'RES.Header().Add(NAME, VALUE)',
    'RES.Header()[NAME] = VALUE',
    ['http.SetCookie(RES, COOKIE)', { headers: ['Set-Cookie'] }],
    'RES.Write(BODY)',
    'RES.WriteString(BODY)',
    'JSON.NewEncoder(RES).Encode(BODY)',
    'IO.WriteString(RES, BODY)',
    'IO.Copy(RES, BODY)',
    'FMT.Fprint(RES, BODY, ...DETAILS)',
    'FMT.Fprintf(RES, BODY, ...DETAILS)',
    'FMT.Fprintln(RES, BODY, ...DETAILS)',
    'TEMPLATE.Execute(RES, BODY)',
    'TEMPLATE.ExecuteTemplate(RES, FILE, BODY)',
  ],
  send: [
    'RES.WriteHeader(STATUS)',
    'http.Error(RES, MESSAGE, STATUS)',
    ['http.NotFound(RES, REQ)', { status: 404, body: 'present' }],
    ['http.Redirect(RES, REQ, URL, STATUS)', { body: 'present' }],
    ['http.ServeFile(RES, REQ, ...REST)', { status: 'unknown', body: 'present' }],
    ['http.ServeContent(RES, REQ, ...REST)', { status: 'unknown', body: 'present' }],
  ],
  make: [
    ['http.RedirectHandler(URL, STATUS)', { body: 'present' }],
    ['http.NotFoundHandler()', { status: 404, body: 'present' }],
  ],
  read: ['http.StatusText(STATUS)'],
  completes: 'write',
  chain: { method: 'ServeHTTP' },
  defaultStatus: { any: 200 },
  routes: [
    'http.HandleFunc(PATH, HANDLER)',
    'http.Handle(PATH, HANDLER)',
    'APP.HandleFunc(PATH, HANDLER)',
    'APP.Handle(PATH, HANDLER)',
  ],
  // whatever takes what it gives: a mux, chi, gorilla/mux
  mounts: ['http.StripPrefix(PATH, HANDLER)'],
  idioms: {
    setHeader: 'RES.Header().Set(NAME, VALUE)',
    sendEmpty: 'RES.WriteHeader(STATUS)',
    requestUrl: 'REQ.URL.Path',
    setStatus: 'RES.WriteHeader(STATUS)',
    sendText: 'http.Error(RES, MESSAGE, STATUS)',
  },
});
