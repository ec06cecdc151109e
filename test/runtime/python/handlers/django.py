import json
from functools import wraps

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse, HttpResponseBadRequest, HttpResponsePermanentRedirect, JsonResponse
from django.urls import path
from django.views import View
from django.views.decorators.http import require_GET, require_POST

from store import payments, user_of, users

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=['127.0.0.1'], LOGGING_CONFIG=None)


def login_required(view):
    @wraps(view)
    def checked(request, *args, **kwargs):
        request.user = user_of(request.headers)
        if request.user is None:
            return JsonResponse({'error': 'unauthenticated'}, status=401, headers={'WWW-Authenticate': 'Bearer'})
        return view(request, *args, **kwargs)

    return checked


@require_POST
def create_user(request):
    values = json.loads(request.body)
    if 'name' not in values:
        return HttpResponseBadRequest('a name is needed')
    user = users.create(values)
    return JsonResponse(user, status=201)


@login_required
def remove_user(request, user_id):
    if request.user.role != 'admin':
        return JsonResponse({'error': 'Unauthorized'}, status=401)
    return HttpResponse(status=204)


def one_user(request, user_id):
    if request.method == 'GET':
        user = users.find(user_id)
        if user is None:
            return JsonResponse({'error': 'no such user'}, status=400)
        return JsonResponse(user)
    if request.method == 'PUT':
        return JsonResponse({'updated': True}, status=204)
    if request.method == 'DELETE':
        return remove_user(request, user_id)
    return JsonResponse({'error': 'method_not_allowed'}, status=405)


@require_GET
def reports(request):
    return JsonResponse({'error': 'maintenance'}, status=503)


@require_GET
def show_team(request, team):
    return HttpResponse(status=404)


@require_POST
def pay(request):
    try:
        payments.create(json.loads(request.body)['amount'])
    except Exception:
        return JsonResponse({'error': 'payment failed'}, status=400)
    return JsonResponse({'paid': True})


class Orders(View):
    def post(self, request):
        quantity = json.loads(request.body).get('quantity')
        if not isinstance(quantity, int):
            return JsonResponse({'error': 'A quantity is a number.'}, status=422)
        if quantity > 100:
            return JsonResponse({'error': 'There are not so many.'}, status=409)
        return JsonResponse({'ordered': quantity}, status=202, headers={'Location': '/orders/3'})


def old_reports(request):
    return HttpResponsePermanentRedirect('/reports')


def broken(request):
    raise RuntimeError('broken')


urlpatterns = [
    path('users', create_user),
    path('users/<int:user_id>', one_user),
    path('reports', reports),
    path('teams/<team>', show_team),
    path('payments', pay),
    path('orders', Orders.as_view()),
    path('old-reports', old_reports),
    path('broken', broken),
]

app = get_wsgi_application()
