import { framework } from '../framework.ts';
import { webSocketRoutes } from '../webSocketRoutes.ts';

export const awsLambda = framework({
  name: 'aws-lambda',
  title: 'AWS Lambda',
  family: 'javascript',
  side: 'server',
  imports: [
    'aws-lambda',
    '@types/aws-lambda',
    '@middy/*',
    'middy',
    '@aws-lambda-powertools/*',
    'aws-xray-sdk*',
    '@vendia/serverless-express',
    'lambda-api',
  ],
  withoutImport: true,
  receivers: {
    EVENT: {
      names: ['event', 'evt', '_event'],
      types: ['APIGatewayProxyEvent', 'APIGatewayProxyEventV2', 'APIGatewayEvent'],
    },
  },
  make: ['({ statusCode: STATUS, headers: HEADERS?, multiValueHeaders: MORE?, body: BODY? })'],
  objectsIn: {
    functions: ['handler', 'lambdaHandler', 'main', 'lambda_handler'],
    parameters: ['event', '_event', 'evt'],
    // a body is text here, so that nobody else has both
    telling: /\bbody\s*:\s*JSON\.stringify\(/,
  },
  catchesForAll: true,
  readsStatusAlone: webSocketRoutes,
  defaultStatus: { any: 200 },
  authentication: {
    principal: [
      'EVENT.requestContext.authorizer',
      'EVENT.requestContext.authorizer.claims',
      'EVENT.requestContext.authorizer.jwt.claims',
    ],
  },
  idioms: {
    emptyBody: "''",
    requestUrl: 'EVENT.path',
    sendJson: '{ statusCode: STATUS, body: JSON.stringify(BODY) }',
  },
});
