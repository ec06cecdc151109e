from flask import Blueprint, jsonify, request

from shop.errors import Closed, ShopError
from shop.store import orders

bp = Blueprint('orders', __name__)


@bp.route('/orders', methods=['GET'])
def index():
    try:
        return jsonify(orders.find_all())
    except Closed as e:
        # the application worded it itself
        raise ShopError(str(e), 500)
        #                       ^^^ 500 sent
    except Exception as e:
        raise ShopError(f'Orders: {e}', 500)
        #                               ^^^ 500 sent ! error-detail-leak


@bp.route('/orders', methods=['DELETE'])
def clear():
    if orders.locked:
        raise Closed('Orders are being counted', 503)
        #                                        ^^^ 503 sent ! retry-after-on-503
    if not request.args.get('sure'):
        raise ShopError('Say that you are sure', 400)
        #                                        ^^^ 400 sent
    return '', 204
    #          ^^^ 204 sent
