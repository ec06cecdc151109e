import { framework } from '../framework.ts';

/** Classes whose decorators make routes of Express; OvernightJS has the same names. What they write is Express' or Koa's. */
export const routingControllers = framework({
  name: 'routing-controllers',
  title: 'routing-controllers',
  family: 'javascript',
  side: 'server',
  imports: ['routing-controllers', '@overnightjs/core'],
  set: ['@HttpCode(STATUS)', '@Header(NAME, VALUE)', ['@Redirect(URL)', { status: 302 }]],
  raise: ['new HttpError(STATUS, MESSAGE?)', 'new REASONError(MESSAGE?)'],
  completes: 'return',
  defaultStatus: { any: 200 },
  returnsBodies: true,
  routeDecorators: ['METHOD(PATH?)'],
  prefixDecorators: ['Controller(PATH?)', 'JsonController(PATH?)'],
  authentication: {
    guardDecorators: [
      'Middleware(...HANDLERS)',
      'ClassMiddleware(...HANDLERS)',
      'UseBefore(...HANDLERS)',
      'Authorized(...HANDLERS)',
    ],
    required: ['Authorized', 'CurrentUser'],
  },
});
