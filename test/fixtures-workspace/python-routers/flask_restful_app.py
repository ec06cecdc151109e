from flask import Flask
from flask_restful import Api, Resource

app = Flask(__name__)
api = Api(app, prefix="/v1")


class Users(Resource):
    def get(self, user_id):
        return {"error": "No such user"}, 404
        #                                 ^^^ 404 sent flask-restful GET /v1/users/<int:user_id>


api.add_resource(Users, "/users/<int:user_id>")
