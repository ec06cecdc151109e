import { framework } from '../framework.ts';
import { webSocketRoutes } from '../webSocketRoutes.ts';

export const awsLambda = framework({
  name: 'aws-lambda',
  title: 'AWS Lambda',
  family: 'python',
  side: 'server',
  imports: ['aws_lambda_powertools', 'aws_lambda_powertools.*', 'aws_lambda_context', 'aws_lambda_typing', 'mangum'],
  withoutImport: true,
  receivers: { EVENT: { names: ['event', '_event', 'evt'] } },
  make: [
    "{ 'statusCode': STATUS, 'headers': HEADERS?, 'multiValueHeaders': MORE?, 'body': BODY? }",
    'dict(*_, statusCode=STATUS, headers=HEADERS?, body=BODY?)',
  ],
  objectsIn: {
    functions: ['handler', 'lambda_handler', 'main'],
    parameters: ['event', '_event', 'evt'],
    telling: /['"]body['"]\s*:\s*json\.dumps\(/,
  },
  readsStatusAlone: webSocketRoutes,
  defaultStatus: { any: 200 },
  idioms: {
    emptyBody: "''",
    requestUrl: "EVENT['path']",
    sendJson: "{'statusCode': STATUS, 'body': json.dumps(BODY)}",
  },
});
