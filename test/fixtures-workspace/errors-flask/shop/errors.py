from flask import jsonify


class ShopError(Exception):
    def __init__(self, message, code=None, problems=None):
        super().__init__(message)
        self.message = message
        self.code = code
        self.problems = problems


class Closed(ShopError):
    pass


def show_error(error: ShopError):
    return jsonify({'message': error.message, 'errors': [str(error)]}), error.code
