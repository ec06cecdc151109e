import { framework } from '../framework.ts';

export const ittyRouter = framework({
  name: 'itty-router',
  title: 'itty-router',
  family: 'javascript',
  side: 'server',
  imports: ['itty-router', 'itty-router/*', 'itty-router-extras'],
  receivers: {
    REQ: { names: ['request', 'req', '_request', '_req'], types: ['Request', 'IRequest'] },
    APP: {
      names: ['router', 'app', 'api'],
      made: ['AutoRouter(...OPTIONS)', 'IttyRouter(...OPTIONS)', 'Router(...OPTIONS)'],
    },
  },
  make: [
    'error(STATUS, BODY?)',
    'status(STATUS, { headers: HEADERS? })',
    'json(BODY, { status: STATUS?, headers: HEADERS? })',
    'text(BODY, { status: STATUS?, headers: HEADERS? })',
    'html(BODY, { status: STATUS?, headers: HEADERS? })',
  ],
  raise: ['new StatusError(STATUS, BODY?)'],
  defaultStatus: { any: 200 },
  routes: ['APP.METHOD(PATH, ...HANDLERS)'],
  idioms: {
    sendEmpty: 'status(STATUS)',
    requestUrl: 'REQ.url',
    sendJson: 'error(STATUS, BODY)',
  },
});
