from django.http import JsonResponse
from django.views import View

from .store import orders


class ShopError(Exception):
    def __init__(self, message, status):
        super().__init__(message)
        self.message = message
        self.status = status


class QuietError(ShopError):
    pass


class Errors:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, QuietError):
            return JsonResponse({'error': 'Something went wrong'}, status=exception.status)
        if isinstance(exception, ShopError):
            return JsonResponse({'error': str(exception)}, status=exception.status)
        return None


class Orders(View):
    def get(self, request):
        try:
            return JsonResponse(orders.all())
        except Exception as e:
            raise ShopError(str(e), 500)
            #                       ^^^ 500 sent ! error-detail-leak

    def delete(self, request):
        try:
            return JsonResponse(orders.remove())
        except Exception as e:
            raise QuietError(str(e), 500)
            #                        ^^^ 500 sent
