from fastapi import FastAPI
from fastapi.responses import JSONResponse

from .store import orders

app = FastAPI()


class ShopError(Exception):
    def __init__(self, message, status):
        super().__init__(message)
        self.message = message
        self.status = status


class QuietError(ShopError):
    pass


@app.exception_handler(QuietError)
async def hide(request, exc):
    return JSONResponse({'detail': 'Something went wrong'}, status_code=exc.status)


@app.exception_handler(ShopError)
async def show(request, exc):
    return JSONResponse({'detail': exc.message}, status_code=exc.status)


@app.get('/orders')
async def list_orders():
    try:
        return await orders.all()
    except Exception as e:
        raise ShopError(str(e), 500)
        #                       ^^^ 500 sent ! error-detail-leak


@app.get('/shelves')
async def list_shelves():
    try:
        return await orders.shelves()
    except Exception as e:
        raise QuietError(str(e), 500)
        #                        ^^^ 500 sent
