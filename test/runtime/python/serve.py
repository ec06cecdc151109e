"""Serves the `app` of a file of handlers at 127.0.0.1, and prints the port."""

import importlib.util
import socket
import sys


def load(path):
    # not by the name of its file: that is often the name of the framework it imports
    spec = importlib.util.spec_from_file_location('handlers', path)
    module = importlib.util.module_from_spec(spec)
    sys.modules['handlers'] = module
    spec.loader.exec_module(module)
    return module.app


def serve(app):
    listening = socket.create_server(('127.0.0.1', 0))
    print(listening.getsockname()[1], flush=True)
    if type(app).__module__.startswith('aiohttp'):
        from aiohttp import web

        web.run_app(app, sock=listening, print=None)
    elif type(app).__module__.startswith('fastapi'):
        import uvicorn

        uvicorn.Server(uvicorn.Config(app, log_level='critical')).run(sockets=[listening])
    else:
        from werkzeug.serving import make_server

        make_server('127.0.0.1', 0, app, fd=listening.fileno()).serve_forever()


serve(load(sys.argv[1]))
