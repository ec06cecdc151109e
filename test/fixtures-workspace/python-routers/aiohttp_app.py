from aiohttp import web


async def show(request):
    return web.json_response({"error": "No such user"}, status=404)
    #                                                          ^^^ 404 sent aiohttp GET /users/{id}


class UsersView(web.View):
    async def post(self):
        return web.json_response({"error": "Exists"}, status=409)
        #                                                    ^^^ 409 sent aiohttp POST /users


def setup(app):
    app.add_routes([web.get("/users/{id}", show), web.view("/users", UsersView)])
