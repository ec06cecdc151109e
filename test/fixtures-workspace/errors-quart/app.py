from quart import Quart, jsonify

from .store import orders

app = Quart(__name__)


class ShopError(Exception):
    def __init__(self, message, status):
        super().__init__(message)
        self.message = message
        self.status = status


class QuietError(ShopError):
    pass


@app.errorhandler(QuietError)
async def hide(error):
    return jsonify(message='Something went wrong'), error.status


@app.errorhandler(ShopError)
async def show(error):
    return jsonify(message=error.message), error.status


@app.get('/orders')
async def list_orders():
    try:
        return jsonify(await orders.all())
    except Exception as e:
        raise ShopError(str(e), 500)
        #                       ^^^ 500 sent ! error-detail-leak


@app.get('/shelves')
async def list_shelves():
    try:
        return jsonify(await orders.shelves())
    except Exception as e:
        raise QuietError(str(e), 500)
        #                        ^^^ 500 sent
