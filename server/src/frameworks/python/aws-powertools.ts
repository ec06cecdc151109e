import { framework } from '../framework.ts';

export const awsPowertools = framework({
  name: 'aws-powertools',
  title: 'Powertools for AWS Lambda',
  family: 'python',
  side: 'server',
  imports: ['aws_lambda_powertools', 'aws_lambda_powertools.*'],
  make: [
    'return BODY, CODE, HEADERS',
    'return BODY, CODE',
    'Response(status_code=STATUS, content_type=ANY?, body=BODY?, headers=HEADERS?)',
    ['return DATA', { inHandlers: true }],
  ],
  raise: ['REASONError(MESSAGE?)', 'ServiceError(status_code=STATUS, msg=MESSAGE?)'],
  completes: 'return',
  sendsReturnedObjects: true,
  defaultStatus: { any: 200 },
  routeDecorators: ['@ANY.METHOD(rule=PATH)', ['@ANY.route(rule=PATH, method=METHODS?)', { methods: ['GET'] }]],
  idioms: { sendJson: 'Response(status_code=STATUS, body=json.dumps(BODY))' },
});
