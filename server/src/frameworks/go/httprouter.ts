import { framework } from '../framework.ts';

/** Only routes: its handlers answer with net/http. */
export const httprouter = framework({
  name: 'httprouter',
  title: 'httprouter',
  family: 'go',
  side: 'server',
  imports: ['github.com/julienschmidt/httprouter'],
  receivers: {
    APP: {
      names: ['router', 'r', 'mux', 'api'],
      types: ['Router'],
      made: ['httprouter.New()'],
      written: ['OWNER.router', 'OWNER.Router', 'OWNER.mux'],
    },
  },
  givesAllowTo: /\.MethodNotAllowed\s*=\s*(?:http\.HandlerFunc\(\s*)?/g,
  routes: [
    'APP.Handle(METHODS, PATH, HANDLER)',
    'APP.Handler(METHODS, PATH, HANDLER)',
    'APP.HandlerFunc(METHODS, PATH, HANDLER)',
    'APP.METHOD(PATH, HANDLER)',
  ],
});
