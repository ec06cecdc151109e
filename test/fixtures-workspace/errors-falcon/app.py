import falcon

from .store import orders


class ShopError(Exception):
    def __init__(self, message, status):
        super().__init__(message)
        self.message = message
        self.status = status


class QuietError(ShopError):
    pass


def hide(req, resp, ex, params):
    resp.status = ex.status
    resp.media = {'error': 'Something went wrong'}


def show(req, resp, ex, params):
    resp.status = ex.status
    resp.media = {'error': ex.message}


class Orders:
    def on_get(self, req, resp):
        try:
            resp.media = orders.all()
        except Exception as e:
            raise ShopError(str(e), 500)
            #                       ^^^ 500 sent ! error-detail-leak

    def on_delete(self, req, resp):
        try:
            resp.media = orders.remove()
        except Exception as e:
            raise QuietError(str(e), 500)
            #                        ^^^ 500 sent


app = falcon.App()
app.add_route('/orders', Orders())
app.add_error_handler(ShopError, show)
app.add_error_handler(QuietError, hide)
