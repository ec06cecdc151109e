import { framework } from '../framework.ts';

export const micro = framework({
  name: 'micro',
  title: 'micro',
  family: 'javascript',
  side: 'server',
  imports: ['micro'],
  receivers: { RES: { names: ['res', 'response'], beside: ['req', 'request'] } },
  send: ['send(RES, STATUS, BODY?)', ['sendError(REQ, RES, ERROR)', { status: 'unknown', body: 'present' }]],
  raise: ['createError(STATUS, MESSAGE?, ORIGINAL?)'],
  idioms: {
    setHeader: 'RES.setHeader(NAME, VALUE)',
    sendEmpty: 'send(RES, STATUS)',
    sendJson: 'send(RES, STATUS, BODY)',
  },
});
