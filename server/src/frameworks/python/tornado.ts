import { framework } from '../framework.ts';

export const tornado = framework({
  name: 'tornado',
  title: 'Tornado',
  family: 'python',
  side: 'server',
  imports: ['tornado', 'tornado.*'],
  receivers: {
    RES: { names: ['self', 'handler'], types: ['RequestHandler'] },
    APP: { names: ['app', 'application', 'web_app'], made: ['Application(...REST)'] },
  },
  set: [
    'RES.set_status(STATUS, reason=PHRASE?)',
    'RES.set_header(NAME, VALUE)',
    'RES.add_header(NAME, VALUE)',
    'RES.write(BODY)',
  ],
  send: [
    ['RES.send_error(status_code=STATUS?)', { status: 500, body: 'present' }],
    ['RES.redirect(url=URL, *_, permanent=True)', { status: 301 }],
    ['RES.redirect(url=URL, permanent=ANY?, status=STATUS?)', { status: 302 }],
    'RES.finish(BODY?)',
    'RES.render(BODY, ...REST)',
  ],
  raise: ['HTTPError(status_code=STATUS, log_message=ANY?, ...REST)', ['HTTPError()', { status: 500 }]],
  completes: 'assignment',
  keepsOpen: true,
  sendsUnwritten: true,
  defaultStatus: { any: 200 },
  bodyMethods: ['write_error'],
  routes: ['url(PATH, HANDLER, ...REST)', 'URLSpec(PATH, HANDLER, ...REST)'],
  routeLists: [
    'Application(handlers=ROUTES)',
    'APP.add_handlers(HOST, ROUTES)',
    'default_handlers = ROUTES',
    'handlers = ROUTES',
    'urls = ROUTES',
    'routes = ROUTES',
  ],
  handlerClasses: { bases: /Handler$/, methods: 'METHOD' },
  hidesMessagesOf: 'all',
  idioms: {
    setHeader: 'RES.set_header(NAME, VALUE)',
    sendEmpty: 'RES.finish()',
    requestUrl: 'RES.request.path',
    sendJson: 'RES.finish(BODY)',
  },
});
