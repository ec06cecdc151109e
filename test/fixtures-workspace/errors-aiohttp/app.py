from aiohttp import web

from .store import orders

routes = web.RouteTableDef()


class ShopError(Exception):
    def __init__(self, message, status):
        super().__init__(message)
        self.message = message
        self.status = status


class QuietError(ShopError):
    pass


@web.middleware
async def errors(request, handler):
    try:
        return await handler(request)
    except QuietError as e:
        return web.json_response({'error': 'Something went wrong'}, status=e.status)
    except ShopError as e:
        return web.json_response({'error': e.message}, status=e.status)


@routes.get('/orders')
async def list_orders(request):
    try:
        return web.json_response(await orders.all())
    except Exception as e:
        raise ShopError(str(e), 500)
        #                       ^^^ 500 sent ! error-detail-leak


@routes.get('/shelves')
async def list_shelves(request):
    try:
        return web.json_response(await orders.shelves())
    except Exception as e:
        raise QuietError(str(e), 500)
        #                        ^^^ 500 sent
