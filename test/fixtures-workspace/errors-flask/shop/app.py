from flask import Flask

from shop.errors import ShopError, show_error

app = Flask(__name__)
app.register_error_handler(ShopError, show_error)
