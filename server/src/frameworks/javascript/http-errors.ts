import { framework } from '../framework.ts';

/** Errors that carry a status, for Express, Koa, Fastify and middy. */
export const httpErrors = framework({
  name: 'http-errors',
  title: 'http-errors',
  family: 'javascript',
  side: 'server',
  imports: ['http-errors'],
  moduleName: 'createError',
  raise: [
    'createError(STATUS, { headers: HEADERS? })',
    'createError(STATUS, MESSAGE, { headers: HEADERS? })',
    'createError(STATUS, ...REST)',
    'new createError[STATUS](MESSAGE?)',
    'new createError.REASON(MESSAGE?)',
    'createError.REASON(MESSAGE?)',
    'new REASON(MESSAGE?)',
  ],
  hidesMessagesOf: '5xx',
});
