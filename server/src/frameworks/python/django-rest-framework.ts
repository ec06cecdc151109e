import { framework } from '../framework.ts';

/** Adds Allow to its responses by itself. */
const automatic = { headers: ['Allow'] };

export const djangoRestFramework = framework({
  name: 'django-rest-framework',
  title: 'Django REST framework',
  family: 'python',
  side: 'server',
  imports: ['rest_framework', 'rest_framework.*', 'drf_spectacular.*', 'drf_yasg.*', 'rest_framework_simplejwt.*'],
  receivers: {
    APP: {
      names: ['router', 'api_router', 'routes'],
      made: ['DefaultRouter(...REST)', 'SimpleRouter(...REST)', 'NestedDefaultRouter(...REST)'],
    },
    RES: { names: ['response', 'resp', 'res'], types: ['Response'], made: ['Response(...REST)'] },
  },
  set: ['RES.status_code = STATUS', 'RES.headers.NAME = VALUE', 'RES[NAME] = VALUE'],
  make: [
    // a template makes the body
    ['Response(data=DETAILS?, status=STATUS?, template_name=ANY, headers=HEADERS?)', { body: 'present', ...automatic }],
    ['Response(data=BODY?, status=STATUS?, headers=HEADERS?)', automatic],
  ],
  raise: [
    ['MethodNotAllowed(method=ANY, detail=MESSAGE?)', { status: 405, ...automatic }],
    ['Throttled(wait=RETRY_AFTER?, detail=MESSAGE?)', { status: 429 }],
    'REASON(detail=MESSAGE?, code=ANY?)',
  ],
  reasons: {
    ValidationError: 400,
    ParseError: 400,
    // the first of a code is what fixes write: who shows wrong credentials has been refused before a view runs
    NotAuthenticated: 401,
    AuthenticationFailed: 401,
    InvalidToken: 401,
    PermissionDenied: 403,
    APIException: 500,
  },
  defaultStatus: { any: 200 },
  routes: [['APP.register(prefix=PATH, viewset=HANDLER)', { isCollection: true }]],
  mounts: ['urlpatterns = HANDLER.urls'],
  routeDecorators: [
    ['@api_view(METHODS?)', { methods: ['GET'] }],
    ['@action(methods=METHODS?, detail=ANY?)', { methods: ['GET'] }],
  ],
  handlerClasses: {
    bases: /APIView$|View[sS]et$/,
    methods: 'METHOD',
    named: {
      list: 'GET',
      retrieve: 'GET',
      create: 'POST',
      update: 'PUT',
      partial_update: 'PATCH',
      destroy: 'DELETE',
      perform_create: 'POST',
      perform_destroy: 'DELETE',
    },
    items: { names: ['retrieve', 'update', 'partial_update', 'destroy', 'perform_destroy'], path: '<pk>' },
    guards: ['permission_classes'],
  },
  // what the setting EXCEPTION_HANDLER names
  errorWriterParameters: [/^(?:e|err|error|exc|exception)$/, /^_?(?:context|ctx)$/],
  idioms: {
    setHeader: 'RES[NAME] = VALUE',
    sendEmpty: 'Response(status=STATUS)',
    requestUrl: 'request.path',
    pathsEndInSlash: true,
    sendJson: 'Response(BODY, status=STATUS)',
  },
});
