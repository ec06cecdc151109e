import logging

from aiohttp import web

from store import payments, user_of, users

logging.disable()
routes = web.RouteTableDef()


def login_required(handler):
    async def checked(request):
        user = user_of(request.headers)
        if user is None:
            raise web.HTTPUnauthorized(headers={'WWW-Authenticate': 'Bearer'})
        request['user'] = user
        return await handler(request)

    return checked


@routes.post('/users')
async def create_user(request):
    values = await request.json()
    if 'name' not in values:
        raise web.HTTPBadRequest(text='a name is needed')
    user = users.create(values)
    return web.json_response(user, status=201)


@routes.get('/users/{user_id}')
async def show_user(request):
    user = users.find(request.match_info['user_id'])
    if user is None:
        raise web.HTTPBadRequest(text='no such user')
    return web.json_response(user)


@routes.put('/users/{user_id}')
async def update_user(request):
    return web.json_response({'updated': True}, status=204)


@routes.delete('/users/{user_id}')
@login_required
async def remove_user(request):
    if request['user'].role != 'admin':
        return web.json_response({'error': 'Unauthorized'}, status=401)
    return web.Response(status=204)


@routes.patch('/users/{user_id}')
async def change_user(request):
    return web.json_response({'error': 'method_not_allowed'}, status=405)


@routes.get('/reports')
async def reports(request):
    return web.json_response({'error': 'maintenance'}, status=503)


@routes.get('/teams/{team}')
async def show_team(request):
    return web.Response(status=404)


@routes.post('/payments')
async def pay(request):
    payment = await request.json()
    try:
        payments.create(payment['amount'])
    except Exception:
        return web.json_response({'error': 'payment failed'}, status=400)
    return web.json_response({'paid': True})


@routes.post('/orders')
async def order(request):
    quantity = (await request.json()).get('quantity')
    if not isinstance(quantity, int):
        raise web.HTTPUnprocessableEntity(text='A quantity is a number.')
    if quantity > 100:
        raise web.HTTPConflict(text='There are not so many.')
    return web.json_response({'ordered': quantity}, status=202, headers={'Location': '/orders/3'})


@routes.get('/old-reports')
async def old_reports(request):
    raise web.HTTPPermanentRedirect('/reports')


@routes.get('/broken')
async def broken(request):
    raise RuntimeError('broken')


app = web.Application()
app.add_routes(routes)
