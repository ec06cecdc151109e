from rest_framework.response import Response


class ShopError(Exception):
    def __init__(self, message, status):
        super().__init__(message)
        self.message = message
        self.status = status


class QuietError(ShopError):
    pass


def exception_handler(exc, context):
    if isinstance(exc, QuietError):
        return Response({'error': 'Something went wrong'}, status=exc.status)
    if isinstance(exc, ShopError):
        return Response({'error': exc.message}, status=exc.status)
    return None
