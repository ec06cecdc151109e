from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Request, Response, status
from fastapi.responses import JSONResponse, RedirectResponse
from pydantic import BaseModel

from store import User, payments, user_of, users

app = FastAPI()


class NewUser(BaseModel):
    name: str


class StoredUser(NewUser):
    id: int


class Payment(BaseModel):
    amount: int


class Order(BaseModel):
    quantity: int


def current_user(request: Request) -> User:
    user = user_of(request.headers)
    if user is None:
        raise HTTPException(
            status_code=status.HTTP_401_UNAUTHORIZED,
            detail='unauthenticated',
            headers={'WWW-Authenticate': 'Bearer'},
        )
    return user


@app.post('/users', status_code=status.HTTP_201_CREATED)
async def create_user(new: NewUser):
    user = StoredUser(**users.create(new.model_dump()))
    return user


@app.get('/users/{user_id}')
async def show_user(user_id: int):
    user = users.find(user_id)
    if user is None:
        raise HTTPException(status_code=status.HTTP_400_BAD_REQUEST, detail='no such user')
    return user


@app.put('/users/{user_id}')
async def update_user(user_id: int):
    return JSONResponse({'updated': True}, status_code=204)


@app.delete('/users/{user_id}', status_code=status.HTTP_204_NO_CONTENT)
async def remove_user(user_id: int, user: Annotated[User, Depends(current_user)]):
    if user.role != 'admin':
        raise HTTPException(status_code=status.HTTP_401_UNAUTHORIZED, detail='Admins only')


@app.patch('/users/{user_id}')
async def change_user(user_id: int):
    raise HTTPException(405, 'method not allowed')


@app.get('/reports')
async def reports():
    return JSONResponse(status_code=503, content={'error': 'maintenance'})


@app.get('/teams/{team}')
async def show_team(team: str):
    return Response(status_code=status.HTTP_404_NOT_FOUND)


@app.post('/payments')
async def pay(payment: Payment):
    try:
        payments.create(payment.amount)
    except Exception:
        raise HTTPException(status_code=400, detail='payment failed')
    return {'paid': True}


@app.post('/orders', status_code=202)
async def order(order: Order):
    if order.quantity > 100:
        raise HTTPException(409, 'There are not so many.')
    return JSONResponse({'ordered': order.quantity}, 202, {'Location': '/orders/3'})


@app.get('/old-reports')
async def old_reports():
    return RedirectResponse('/reports', status_code=308)


@app.get('/broken')
async def broken():
    raise RuntimeError('broken')
