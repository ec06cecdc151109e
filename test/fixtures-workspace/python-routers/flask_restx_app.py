from flask import Flask
from flask_restx import Api, Namespace, Resource

ns = Namespace("users", path="/users")


@ns.route("/<int:user_id>")
class Users(Resource):
    def get(self, user_id):
        return {"error": "No such user"}, 404
        #                                 ^^^ 404 sent flask-restful GET /people/<int:user_id>


api = Api()
api.add_namespace(ns, path="/people")
