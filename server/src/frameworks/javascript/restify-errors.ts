import { framework } from '../framework.ts';

/** Its REST errors have names of their own, and statuses one would not guess. */
export const restifyErrors = framework({
  name: 'restify-errors',
  title: 'restify-errors',
  family: 'javascript',
  side: 'server',
  imports: ['restify-errors'],
  moduleName: 'errors',
  raise: [
    'new errors.HttpError({ statusCode: STATUS }, MESSAGE?, ...REST)',
    'new HttpError({ statusCode: STATUS }, MESSAGE?, ...REST)',
    'new errors.RestError({ statusCode: STATUS }, MESSAGE?, ...REST)',
    'new RestError({ statusCode: STATUS }, MESSAGE?, ...REST)',
    'errors.makeErrFromCode(STATUS, MESSAGE?, ...REST)',
    'makeErrFromCode(STATUS, MESSAGE?, ...REST)',
    'new errors.REASONError(MESSAGE?, ...REST)',
    'new REASONError(MESSAGE?, ...REST)',
  ],
  reasons: {
    BadDigest: 400,
    BadMethod: 405,
    ConnectTimeout: 408,
    Internal: 500,
    InvalidArgument: 409,
    InvalidContent: 400,
    InvalidCredentials: 401,
    InvalidHeader: 400,
    InvalidVersion: 400,
    MissingParameter: 409,
    NotAuthorized: 403,
    PreconditionFailed: 412,
    RequestExpired: 400,
    RequestThrottled: 429,
    ResourceNotFound: 404,
    WrongAccept: 406,
  },
});
