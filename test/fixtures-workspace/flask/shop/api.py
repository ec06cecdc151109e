from flask import Blueprint

from .orders import orders
from .products import products

api = Blueprint("api", __name__, url_prefix="/old")
api.register_blueprint(products)
api.register_blueprint(orders, url_prefix="/orders")
