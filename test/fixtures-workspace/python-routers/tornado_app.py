import tornado.web


class UserHandler(tornado.web.RequestHandler):
    def get(self, user_id):
        self.set_status(404)
        #               ^^^ 404 sent tornado GET /users/(\d+)
        self.finish()


def make_app():
    return tornado.web.Application([(r"/users/(\d+)", UserHandler)])
