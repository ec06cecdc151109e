import { framework } from '../framework.ts';

export const chalice = framework({
  name: 'chalice',
  title: 'Chalice',
  family: 'python',
  side: 'server',
  imports: ['chalice', 'chalice.*'],
  make: ['Response(body=BODY?, headers=HEADERS?, status_code=STATUS?)', ['return DATA', { inHandlers: true }]],
  raise: ['REASONError(MESSAGE?)'],
  reasons: { ChaliceView: 500 },
  completes: 'return',
  sendsReturnedObjects: true,
  defaultStatus: { any: 200 },
  routeDecorators: [['@ANY.route(path=PATH, methods=METHODS?)', { methods: ['GET'] }]],
  idioms: { sendEmpty: "Response('', status_code=STATUS)", sendJson: 'Response(BODY, status_code=STATUS)' },
});
