import logging
from functools import wraps

from flask import Flask, Response, abort, g, jsonify, redirect, request
from werkzeug.exceptions import Conflict

from store import payments, user_of, users

app = Flask(__name__)
logging.getLogger('werkzeug').disabled = True
app.logger.disabled = True


def login_required(view):
    @wraps(view)
    def checked(*args, **kwargs):
        g.user = user_of(request.headers)
        if g.user is None:
            return {'error': 'unauthenticated'}, 401, {'WWW-Authenticate': 'Bearer'}
        return view(*args, **kwargs)

    return checked


@app.post('/users')
def create_user():
    if 'name' not in request.get_json():
        return {'error': 'a name is needed'}, 400
    user = users.create(request.get_json())
    return jsonify(user), 201


@app.get('/users/<int:user_id>')
def show_user(user_id):
    user = users.find(user_id)
    if user is None:
        return {'error': 'no such user'}, 400
    return user


@app.put('/users/<int:user_id>')
def update_user(user_id):
    return {'updated': True}, 204


@app.delete('/users/<int:user_id>')
@login_required
def remove_user(user_id):
    if g.user.role != 'admin':
        abort(401, 'Admins only')
    return '', 204


@app.patch('/users/<int:user_id>')
def change_user(user_id):
    return {'error': 'method_not_allowed'}, 405


@app.get('/reports')
def reports():
    return {'error': 'maintenance'}, 503


@app.get('/teams/<team>')
def show_team(team):
    return Response(status=404)


@app.post('/payments')
def pay():
    try:
        payments.create(request.get_json()['amount'])
    except Exception:
        return {'error': 'payment failed'}, 400
    return {'paid': True}


@app.post('/orders')
def order():
    quantity = request.get_json().get('quantity')
    if not isinstance(quantity, int):
        abort(422, 'A quantity is a number.')
    if quantity > 100:
        raise Conflict('There are not so many.')
    return {'ordered': quantity}, 202, {'Location': '/orders/3'}


@app.get('/old-reports')
def old_reports():
    return redirect('/reports', 308)


@app.get('/broken')
def broken():
    raise RuntimeError('broken')
