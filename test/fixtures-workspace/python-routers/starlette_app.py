from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Mount, Route


async def show(request):
    return JSONResponse({"error": "No such user"}, status_code=404)
    #                                                          ^^^ 404 sent fastapi GET /users/{id}


app = Starlette(routes=[Mount("/users", routes=[Route("/{id}", show, methods=["GET"])])])
