import { framework } from '../framework.ts';

export const awsLambda = framework({
  name: 'aws-lambda-go',
  title: 'AWS Lambda',
  family: 'go',
  side: 'server',
  imports: ['github.com/aws/aws-lambda-go/events'],
  make: [
    'events.APIGatewayProxyResponse{StatusCode: STATUS, Headers: HEADERS?, Body: BODY?}',
    'events.APIGatewayV2HTTPResponse{StatusCode: STATUS, Headers: HEADERS?, Body: BODY?}',
    'events.LambdaFunctionURLResponse{StatusCode: STATUS, Headers: HEADERS?, Body: BODY?}',
    'events.ALBTargetGroupResponse{StatusCode: STATUS, Headers: HEADERS?, Body: BODY?}',
  ],
  completes: 'return',
});
