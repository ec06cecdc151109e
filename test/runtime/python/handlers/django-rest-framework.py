from django.conf import settings

settings.configure(
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=['127.0.0.1'],
    LOGGING_CONFIG=None,
    REST_FRAMEWORK={'DEFAULT_RENDERER_CLASSES': ['rest_framework.renderers.JSONRenderer'], 'UNAUTHENTICATED_USER': None},
)

import django

django.setup()

from django.core.wsgi import get_wsgi_application
from django.http import HttpResponseRedirect
from django.urls import path
from rest_framework import serializers, status
from rest_framework.authentication import BaseAuthentication
from rest_framework.decorators import api_view
from rest_framework.exceptions import APIException, AuthenticationFailed
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView

from store import payments, user_of, users


class ByRole(BaseAuthentication):
    def authenticate(self, request):
        user = user_of(request.headers)
        return None if user is None else (user, None)

    def authenticate_header(self, request):
        return 'Bearer'


class OutOfStock(APIException):
    status_code = 409
    default_detail = 'There are not so many.'


class UserSerializer(serializers.Serializer):
    name = serializers.CharField()


class OrderSerializer(serializers.Serializer):
    quantity = serializers.IntegerField()


@api_view(['POST'])
def create_user(request):
    serializer = UserSerializer(data=request.data)
    if not serializer.is_valid():
        return Response(serializer.errors, status=status.HTTP_400_BAD_REQUEST)
    user = users.create(serializer.validated_data)
    return Response(user, status=status.HTTP_201_CREATED)


class UserView(APIView):
    def get(self, request, user_id):
        user = users.find(user_id)
        if user is None:
            return Response({'detail': 'no such user'}, status=status.HTTP_400_BAD_REQUEST)
        return Response(user)

    def put(self, request, user_id):
        return Response({'updated': True}, status=204)

    def patch(self, request, user_id):
        return Response({'detail': 'method not allowed'}, status=status.HTTP_405_METHOD_NOT_ALLOWED)


class RemoveUser(APIView):
    authentication_classes = [ByRole]
    permission_classes = [IsAuthenticated]

    def delete(self, request, user_id):
        if request.user.role != 'admin':
            raise AuthenticationFailed('Admins only')
        return Response(status=status.HTTP_204_NO_CONTENT)


def one_user(request, user_id):
    view = RemoveUser if request.method == 'DELETE' else UserView
    return view.as_view()(request, user_id=user_id)


@api_view(['GET'])
def reports(request):
    return Response({'detail': 'maintenance'}, status=503)


@api_view(['GET'])
def show_team(request, team):
    return Response(status=404)


@api_view(['POST'])
def pay(request):
    try:
        payments.create(request.data['amount'])
    except Exception:
        return Response({'detail': 'payment failed'}, status=status.HTTP_400_BAD_REQUEST)
    return Response({'paid': True})


@api_view(['POST'])
def order(request):
    serializer = OrderSerializer(data=request.data)
    serializer.is_valid(raise_exception=True)
    if serializer.validated_data['quantity'] > 100:
        raise OutOfStock
    return Response(serializer.validated_data, status.HTTP_202_ACCEPTED, headers={'Location': '/orders/3'})


def old_reports(request):
    return HttpResponseRedirect('/reports')


@api_view(['GET'])
def broken(request):
    raise RuntimeError('broken')


urlpatterns = [
    path('users', create_user),
    path('users/<int:user_id>', one_user),
    path('reports', reports),
    path('teams/<team>', show_team),
    path('payments', pay),
    path('orders', order),
    path('old-reports', old_reports),
    path('broken', broken),
]

app = get_wsgi_application()
