from flask import Blueprint, jsonify

products = Blueprint("products", __name__, url_prefix="/products")


@products.route("/<int:product_id>", methods=["GET"])
def show(product_id):
    product = Product.query.get(product_id)
    if product is None:
        return jsonify(error="No such product"), 404
        #                                        ^^^ 404 sent flask GET /api/products/<int:product_id>
    return jsonify(product.to_dict())
