import { framework } from '../framework.ts';

export const djangoNinja = framework({
  name: 'django-ninja',
  title: 'Django Ninja',
  family: 'python',
  side: 'server',
  imports: ['ninja', 'ninja.*', 'ninja_extra', 'ninja_extra.*', 'ninja_jwt.*'],
  receivers: { RES: { names: ['response', 'resp'], types: ['HttpResponse'] } },
  set: ['RES.status_code = STATUS', 'RES[NAME] = VALUE'],
  make: [
    ['return CODE, BODY', { takesChanges: true }],
    ['Status(STATUS, BODY)', { takesChanges: true }],
    ['return DATA', { inHandlers: true, takesChanges: true }],
  ],
  raise: ['HttpError(status_code=STATUS, message=MESSAGE?)', 'REASON(...REST)'],
  reasons: { AuthenticationError: 401, AuthorizationError: 403 },
  completes: 'return',
  sendsReturnedObjects: true,
  defaultStatus: { any: 200 },
  routeDecorators: ['@ANY.METHOD(path=PATH)', '@ANY.api_operation(METHODS, PATH)'],
  idioms: { setHeader: 'RES[NAME] = VALUE' },
});
