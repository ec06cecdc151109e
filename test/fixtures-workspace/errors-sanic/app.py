from sanic import Sanic
from sanic.response import json

from .store import orders

app = Sanic('shop')


class ShopError(Exception):
    def __init__(self, message, status):
        super().__init__(message)
        self.message = message
        self.status = status


class QuietError(ShopError):
    pass


@app.exception(QuietError)
async def hide(request, exception):
    return json({'error': 'Something went wrong'}, status=exception.status)


@app.exception(ShopError)
async def show(request, exception):
    return json({'error': str(exception)}, status=exception.status)


@app.get('/orders')
async def list_orders(request):
    try:
        return json(await orders.all())
    except Exception as e:
        raise ShopError(str(e), 500)
        #                       ^^^ 500 sent ! error-detail-leak


@app.get('/shelves')
async def list_shelves(request):
    try:
        return json(await orders.shelves())
    except Exception as e:
        raise QuietError(str(e), 500)
        #                        ^^^ 500 sent
