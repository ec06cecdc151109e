import { framework } from '../framework.ts';

export const django = framework({
  name: 'django',
  title: 'Django',
  family: 'python',
  side: 'server',
  imports: ['django', 'django.*'],
  receivers: {
    RES: {
      names: ['response', 'resp', 'res', 'r'],
      types: ['HttpResponse', 'JsonResponse'],
      made: [
        'HttpResponse(...REST)',
        'JsonResponse(...REST)',
        'HttpResponseREASON(...REST)',
        'StreamingHttpResponse(...REST)',
        'FileResponse(...REST)',
        'render(...REST)',
        'redirect(...REST)',
      ],
    },
  },
  set: ['RES.status_code = STATUS', 'RES.headers.NAME = VALUE', 'RES.headers[NAME] = VALUE', 'RES[NAME] = VALUE'],
  make: [
    ['HttpResponseNotAllowed(permitted_methods=ALLOW, content=BODY?)', { status: 405 }],
    ['HttpResponseRedirect(redirect_to=URL, *_, status=STATUS?, headers=HEADERS?)', { status: 302 }],
    ['HttpResponsePermanentRedirect(redirect_to=URL, *_, status=STATUS?, headers=HEADERS?)', { status: 301 }],
    'HttpResponseREASON(content=BODY?, *_, headers=HEADERS?)',
    'HttpResponse(content=BODY?, content_type=ANY?, status=STATUS?, reason=PHRASE?, charset=ANY?, headers=HEADERS?)',
    'JsonResponse(data=BODY, encoder=ANY?, safe=ANY?, json_dumps_params=ANY?, *_, status=STATUS?, headers=HEADERS?)',
    'StreamingHttpResponse(streaming_content=BODY, content_type=ANY?, status=STATUS?, *_, headers=HEADERS?)',
    'FileResponse(streaming_content=BODY, *_, status=STATUS?, headers=HEADERS?)',
    'render(request=ANY, template_name=BODY, context=ANY?, content_type=ANY?, status=STATUS?)',
    'TemplateResponse(request=ANY, template=BODY, context=ANY?, content_type=ANY?, status=STATUS?, *_, headers=HEADERS?)',
    ['redirect(URL, ...REST, permanent=True)', { status: 301 }],
    ['redirect(URL, ...REST)', { status: 302 }],
  ],
  raise: [['Http404(MESSAGE?)', { status: 404 }], 'REASON(MESSAGE?)'],
  reasons: { ServerError: 500, PermissionDenied: 403, SuspiciousOperation: 400 },
  classes: { codes: [304, 400, 403, 404, 405, 410, 500], base: 'HttpResponse' },
  defaultStatus: { any: 200 },
  mounts: [
    'path(route=PATH, view=include(HANDLER, ...REST))',
    're_path(route=PATH, view=include(HANDLER, ...REST))',
    'url(regex=PATH, view=include(HANDLER, ...REST))',
    // `path('admin/', admin.site.urls)`
    'path(PATH, HANDLER.urls)',
  ],
  routeTable: 'urlpatterns',
  routes: ['path(PATH, HANDLER, ...REST)', 're_path(PATH, HANDLER, ...REST)', 'url(PATH, HANDLER, ...REST)'],
  routeDecorators: [
    '@require_http_methods(METHODS)',
    ['@require_POST', { methods: ['POST'] }],
    ['@require_GET', { methods: ['GET'] }],
    ['@require_safe', { methods: ['GET'] }],
  ],
  handlerClasses: { bases: /(?<!API)View$/, methods: 'METHOD' },
  // a middleware's `process_exception`, `handler500`
  errorWriterParameters: [/^_?request$/, /^(?:e|err|error|exc|exception)$/],
  idioms: {
    setHeader: 'RES[NAME] = VALUE',
    sendEmpty: 'HttpResponse(status=STATUS)',
    requestUrl: 'request.path',
    pathsEndInSlash: true,
    sendJson: 'JsonResponse(BODY, status=STATUS)',
  },
});
