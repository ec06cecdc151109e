import { framework } from '../framework.ts';

/** Routes of chi; its `render` keeps the status in the request until something is rendered. */
export const chi = framework({
  name: 'chi',
  title: 'chi',
  family: 'go',
  side: 'server',
  imports: [
    'github.com/go-chi/chi',
    'github.com/go-chi/chi/v4',
    'github.com/go-chi/chi/v5',
    'github.com/go-chi/chi/v5/middleware',
    'github.com/go-chi/render',
  ],
  receivers: {
    RES: { names: ['w', 'rw', 'writer'], types: ['http.ResponseWriter'] },
    REQ: {
      names: ['r', 'req', 'request'],
      types: ['http.Request'],
      made: ['REQ.WithContext(CONTEXT)'],
    },
    APP: {
      names: ['r', 'router', 'mux', 'api', 'm', 'sub'],
      types: ['Router', 'Mux'],
      made: ['chi.NewRouter()', 'chi.NewMux()', 'APP.With(...HANDLERS)', 'APP.Group(HANDLER)'],
      written: ['OWNER.router', 'OWNER.Router', 'OWNER.mux', 'OWNER.Mux'],
    },
  },
  set: ['render.Status(REQ, STATUS)', 'CONTEXT.WithValue(REQ.Context(), render.StatusCtxKey, STATUS)'],
  send: [
    'render.JSON(RES, REQ, BODY)',
    'render.XML(RES, REQ, BODY)',
    'render.HTML(RES, REQ, BODY)',
    'render.PlainText(RES, REQ, BODY)',
    'render.Data(RES, REQ, BODY)',
    'render.Respond(RES, REQ, BODY)',
    // what is rendered may set the status itself
    ['render.Render(RES, REQ, BODY)', { status: 'unknown' }],
    ['render.NoContent(RES, REQ)', { status: 204, body: 'none' }],
  ],
  defaultStatus: { any: 200 },
  routes: [
    'APP.Method(METHODS, PATH, HANDLER)',
    'APP.MethodFunc(METHODS, PATH, HANDLER)',
    'APP.HandleFunc(PATH, HANDLER)',
    'APP.Handle(PATH, HANDLER)',
    'APP.METHOD(PATH, HANDLER)',
  ],
  mounts: ['APP.Use(...HANDLERS)', 'APP.Mount(PATH, HANDLER)'],
  groups: ['APP.Route(PATH, HANDLER)', 'APP.Group(HANDLER)', 'APP.With(...HANDLERS)'],
  // `jwtauth.Verifier` only looks for a token
  authentication: { required: ['BasicAuth', 'jwtauth.Authenticator'] },
  idioms: {
    setHeader: 'RES.Header().Set(NAME, VALUE)',
    setStatus: 'render.Status(REQ, STATUS)',
    sendEmpty: 'render.NoContent(RES, REQ)',
    requestUrl: 'REQ.URL.Path',
  },
});
