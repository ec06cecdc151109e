from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

from .store import orders


class ShopError(Exception):
    def __init__(self, message, status):
        super().__init__(message)
        self.message = message
        self.status = status


class QuietError(ShopError):
    pass


async def hide(request, exc):
    return JSONResponse({'detail': 'Something went wrong'}, status_code=exc.status)


async def show(request, exc):
    return JSONResponse({'detail': str(exc)}, status_code=exc.status)


async def list_orders(request):
    try:
        return JSONResponse(await orders.all())
    except Exception as e:
        raise ShopError(str(e), 500)
        #                       ^^^ 500 sent ! error-detail-leak


async def list_shelves(request):
    try:
        return JSONResponse(await orders.shelves())
    except Exception as e:
        raise QuietError(str(e), 500)
        #                        ^^^ 500 sent


app = Starlette(
    routes=[Route('/orders', list_orders), Route('/shelves', list_shelves)],
    exception_handlers={ShopError: show, QuietError: hide},
)
