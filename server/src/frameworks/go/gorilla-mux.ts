import { framework } from '../framework.ts';

/** Only routes: its handlers answer with net/http. */
export const gorillaMux = framework({
  name: 'gorilla-mux',
  title: 'gorilla/mux',
  family: 'go',
  side: 'server',
  imports: ['github.com/gorilla/mux'],
  receivers: {
    APP: {
      names: ['r', 'router', 'mux', 'm', 'api', 'sub', 'subrouter', 's'],
      types: ['Router'],
      made: [
        'mux.NewRouter()',
        'APP.PathPrefix(PATH).Subrouter()',
        'APP.Path(PATH).Subrouter()',
        'APP.Host(HOST).Subrouter()',
        'APP.NewRoute().Subrouter()',
      ],
      written: ['OWNER.router', 'OWNER.Router', 'OWNER.mux'],
    },
  },
  routes: [
    'APP.HandleFunc(PATH, HANDLER).Methods(...METHODS)',
    'APP.Handle(PATH, HANDLER).Methods(...METHODS)',
    'APP.Path(PATH).HandlerFunc(HANDLER).Methods(...METHODS)',
    'APP.Path(PATH).Handler(HANDLER).Methods(...METHODS)',
    'APP.Methods(...METHODS).Path(PATH).HandlerFunc(HANDLER)',
    'APP.Methods(...METHODS).Path(PATH).Handler(HANDLER)',
    'APP.Path(PATH).Methods(...METHODS).HandlerFunc(HANDLER)',
    'APP.Path(PATH).Methods(...METHODS).Handler(HANDLER)',
    'APP.Methods(...METHODS).HandlerFunc(HANDLER)',
    'APP.Methods(...METHODS).Handler(HANDLER)',
    'APP.Path(PATH).HandlerFunc(HANDLER)',
    'APP.Path(PATH).Handler(HANDLER)',
    'APP.HandleFunc(PATH, HANDLER)',
    'APP.Handle(PATH, HANDLER)',
  ],
  mounts: ['APP.Use(...HANDLERS)', 'APP.PathPrefix(PATH).Handler(HANDLER)'],
  groups: ['APP.PathPrefix(PATH).Subrouter()', 'APP.Path(PATH).Subrouter()', 'APP.NewRoute().Subrouter()'],
});
