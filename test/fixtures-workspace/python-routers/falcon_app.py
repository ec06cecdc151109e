import falcon


class Users:
    def on_get(self, req, resp, user_id):
        resp.status = falcon.HTTP_404
        #                    ^^^^^^^^ 404 sent falcon GET /users/{user_id}


app = falcon.App()
app.add_route("/users/{user_id}", Users())
