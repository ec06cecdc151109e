import { framework } from '../framework.ts';

/** The programming model 4 gives objects back; model 3 assigns them to `context.res`. */
export const azureFunctions = framework({
  name: 'azure-functions',
  title: 'Azure Functions',
  family: 'javascript',
  side: 'server',
  imports: ['@azure/functions', 'durable-functions'],
  withoutImport: true,
  receivers: {
    REQ: { names: ['request', 'req', '_request', '_req'], types: ['HttpRequest'] },
    CTX: { names: ['context', 'ctx'], types: ['Context', 'InvocationContext'], beside: ['req', 'request', 'myTimer'] },
    RES: { names: ['res'], written: ['CTX.res'] },
    APP: { names: ['app'] },
  },
  set: [
    'RES.status(STATUS)',
    'RES.setHeader(NAME, VALUE)',
    'RES.set(NAME, VALUE)',
    'RES.header(NAME, VALUE)',
    'RES.status = STATUS',
  ],
  send: [
    'RES.sendStatus(STATUS)',
    'RES.json(BODY)',
    'RES.send(BODY?)',
    'CONTEXT.res = { statusCode: STATUS, headers: HEADERS?, body: BODY? }',
    'CONTEXT.res = { status: STATUS?, headers: HEADERS?, body: BODY? }',
  ],
  make: [
    'new HttpResponse({ status: STATUS?, headers: HEADERS?, body: BODY? })',
    '({ status: STATUS, headers: HEADERS?, jsonBody: BODY })',
    '({ status: STATUS, headers: HEADERS?, body: BODY? })',
  ],
  objectsIn: {},
  defaultStatus: { any: 200 },
  routes: [
    'APP.http(LABEL, { methods: METHODS?, route: PATH?, handler: HANDLER })',
    'APP.METHOD(LABEL, { route: PATH?, handler: HANDLER })',
    'APP.METHOD(LABEL, HANDLER)',
  ],
  idioms: {
    sendEmpty: '{ status: STATUS }',
    requestUrl: 'REQ.url',
    sendJson: '{ status: STATUS, jsonBody: BODY }',
  },
});
