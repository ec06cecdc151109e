from rest_framework.response import Response
from rest_framework.views import APIView

from .errors import QuietError, ShopError
from .store import orders


class Orders(APIView):
    def get(self, request):
        try:
            return Response(orders.all())
        except Exception as e:
            raise ShopError(str(e), 500)
            #                       ^^^ 500 sent ! error-detail-leak

    def delete(self, request):
        try:
            return Response(orders.remove())
        except Exception as e:
            raise QuietError(str(e), 500)
            #                        ^^^ 500 sent
