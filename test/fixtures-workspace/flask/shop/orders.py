from flask import Blueprint, abort, g, jsonify

from .login import login_required

orders = Blueprint("orders", __name__, url_prefix="/replaced")


@orders.before_request
@login_required
def before():
    """Everybody is known from here on."""


@orders.delete("/<int:order_id>")
def cancel(order_id):
    order = Order.query.get(order_id)
    if order is None:
        abort(400, "No such order")
        #     ^^^ 400 sent flask DELETE /api/orders/<int:order_id> ! not-found-is-404
    if not has_permission("cancel", order):
        abort(401, "Not your order")
        #     ^^^ 401 sent flask DELETE /api/orders/<int:order_id> ! forbidden-for-authenticated
    order.cancel()
    return "", 204
    #          ^^^ 204 sent flask DELETE /api/orders/<int:order_id>
