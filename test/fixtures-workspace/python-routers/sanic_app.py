from sanic import Blueprint, Sanic
from sanic.response import json

users = Blueprint("users", url_prefix="/users")
admin = Blueprint("admin", url_prefix="/admin")
api = Blueprint.group(users, admin, url_prefix="/api")


@users.get("/<user_id>")
async def show(request, user_id):
    return json({"error": "No such user"}, status=404)
    #                                             ^^^ 404 sent sanic GET /api/users/<user_id>


app = Sanic("Users")
app.blueprint(api)
