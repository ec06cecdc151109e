import { type HandlerCase, reportedOf } from '../../support/handlerCases.ts';

/** Pairs that look alike in Python: what is right says nothing, what is wrong stands beside it and is found. */
const cases: readonly HandlerCase[] = [
  {
    name: 'a conflict that passes by a time that is said, and what is not changed while it is there',
    source: `from flask import Flask, jsonify, request
app = Flask(__name__)

@app.post('/lists')
def make_list():
    other = lists.find_by_name(request.json['name'])
    if other and other.busy:
        return jsonify(error='A list of that name exists already'), 503, {'Retry-After': '20'}
    if other:
        return jsonify(error='A list of that name exists already'), 500
    return jsonify(lists.read(request.json))

@app.put('/lists')
def change_list():
    other = lists.find_by_name(request.json['name'])
    if other:
        return jsonify(error="Can't change the order of an existing list"), 400
    return jsonify(lists.put(request.json))
`,
    findings: ['10 conflict-is-409'],
  },
  {
    name: 'where the next page begins says nothing of who calls',
    source: `import base64
from fastapi import APIRouter, Header, HTTPException, Query
router = APIRouter()

def shown_page_token(page_token: str = Query(...)) -> str:
    page_token = base64.b64decode(page_token.encode()).decode()
    if not page_token:
        raise HTTPException(status_code=403)
    return page_token

@router.get('/books/next')
async def next_books(page_token: str):
    try:
        return await shelf.next_page(page_token=page_token)
    except InvalidTokenError:
        raise HTTPException(status_code=403)

@router.get('/books/own')
async def own_books(token: str = Header()):
    try:
        return await shelf.books_of(read_token(token))
    except InvalidTokenError:
        raise HTTPException(status_code=403)
`,
    findings: ['23 unauthorized-for-anonymous'],
  },
  {
    name: 'an encoding is nobody, though it is called identity',
    source: `from http.server import BaseHTTPRequestHandler

class Shelf(BaseHTTPRequestHandler):
    def do_POST(self):
        encoding = self.headers.get('content-encoding', 'identity')
        if encoding == 'identity':
            return self.put_books()
        if encoding != 'gzip':
            self.send_error(501, 'Encoding not supported')
        if not self.headers.get('content-length'):
            self.send_error(500, 'The length is missing')
`,
    findings: ['11 client-fault-is-4xx'],
  },
  {
    name: 'what another service says of somebody is nothing that the caller lacks',
    source: `import jwt
from flask import Flask, abort, request
app = Flask(__name__)

@app.get('/callback')
def callback():
    token = provider.exchange(request.args['code'])
    claims = jwt.decode(token['id_token'], options={'verify_signature': False})
    if not claims.get('email'):
        abort(502, 'The account has no address')
    return claims['email']

@app.get('/own')
def own():
    claims = jwt.decode(request.cookies['token'], KEY)
    if not claims.get('sub'):
        abort(502, 'Nobody is known')
    return claims['sub']
`,
    findings: ['17 client-fault-is-4xx'],
  },
  {
    name: 'what stops a login below the views has no other name, and what a row refers to is no caller',
    source: `from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpResponseForbidden

class CardBackend(ModelBackend):
    def authenticate(self, request, number='', password=''):
        card = cards.find_by_number(number)
        if not card.check_password(password):
            raise PermissionDenied('The card counts no more')
        return card.reader

class Card(models.Model):
    account = models.ForeignKey(Account)

    def lend(self):
        if not self.account:
            return HttpResponseForbidden('No account')

def own(request):
    if not request.user:
        return HttpResponseForbidden('No account')
`,
    findings: ['21 unauthorized-for-anonymous'],
  },
  {
    name: 'what is there twice in what was sent conflicts with nothing',
    source: `from rest_framework.decorators import api_view
from rest_framework.response import Response

@api_view(['POST'])
def put_covers(request):
    covers = request.FILES.getlist('covers')
    twice = find_duplicates(covers)
    if twice:
        return Response({'error': 'Duplicate covers'}, status=400)
    known = shelf.find_duplicates(request.data['title'])
    if known:
        return Response({'error': 'A book of that title exists already'}, status=400)
    return Response({'count': len(covers)})
`,
    findings: ['12 conflict-is-409'],
  },
  {
    name: 'what is kept of one of many is no setting of the server',
    source: `import os
from flask import Flask, jsonify
app = Flask(__name__)

def take_event(sid):
    environ = sockets.get_environ(sid)
    if not environ:
        return '', 400
    return environ

@app.get('/books')
def books():
    address = os.environ.get('SHELF_ADDRESS')
    if not address:
        return 'No address', 400
    return jsonify(shelf.books(address))
`,
    findings: ['15 server-fault-is-5xx'],
  },
  {
    name: 'for which server a token counts is asked of who shows it, and what its owner may do of who is known',
    source: `import jwt
from flask import Flask, abort, request
app = Flask(__name__)

@app.get('/own')
def own():
    claims = jwt.decode(request.cookies['token'], KEY)
    if claims['tenant'] != TENANT:
        abort(401, 'The token is of another house')
    if claims['role'] != 'reader':
        abort(401, 'Readers only')
    return shelf.own()
`,
    findings: ['11 forbidden-for-authenticated'],
  },
  {
    name: 'who cannot be found out is let in by nobody',
    source: `from fastapi import APIRouter, HTTPException
router = APIRouter()

async def authenticate(request):
    try:
        return await readers.load(request.headers['x-card'])
    except Exception:
        raise HTTPException(status_code=401, detail='No reader')

@router.get('/books/{book_id}')
async def book(book_id: str):
    try:
        return await books.load(book_id)
    except Exception:
        raise HTTPException(status_code=401, detail='No book')
`,
    findings: ['15 server-fault-is-5xx'],
  },
  {
    name: 'a response that is made of another is filled by the name that holds it',
    source: `from flask import Flask, jsonify, make_response
app = Flask(__name__)

@app.post('/books')
def add_book():
    book = shelf.add(request.json)
    answer = make_response(jsonify(book), 201)
    answer.headers['Location'] = book['url']
    return answer

@app.post('/covers')
def add_cover():
    cover = shelf.add(request.json)
    answer = make_response(jsonify(cover), 201)
    answer.headers['ETag'] = cover['tag']
    return answer
`,
    findings: ['14 location-on-201'],
  },
  {
    name: 'of what is there and may not be replaced, permission is what is lacking',
    source: `from flask import Flask, abort
app = Flask(__name__)

@app.put('/books')
def put_book():
    if shelf.book_exists(request.json['title']) and not Permissions.REPLACE.can():
        abort(403, description='The book exists already')
    if shelf.book_exists(request.json['title']):
        abort(400, description='The book exists already')
    return shelf.put(request.json)
`,
    findings: ['9 conflict-is-409'],
  },
  {
    name: 'credentials that a write gives back, and a check for spam, tell nothing of who calls',
    source: `from flask import Flask, abort
app = Flask(__name__)

@app.post('/drive')
def connect():
    credentials = update_access_tokens(request.args['code'])
    if credentials is None:
        abort(500, 'No tokens came')
    verdict = filters.check_login_for_spam(request.json['name'])
    if verdict != filters.fine:
        abort(403, 'Kept out')
    credentials = request.headers.get('Authorization')
    if credentials is None:
        abort(403, 'Nobody')
    return 'connected'
`,
    findings: ['14 unauthorized-for-anonymous'],
  },
  {
    name: 'what a text is turned into and the bytes of a body fail where the request is wrong',
    source: `from flask import Flask, abort
app = Flask(__name__)

@app.get('/events')
async def events():
    try:
        since = await Position.from_string(store, request.args['since'])
    except Exception:
        abort(400, 'since is not valid')
    try:
        asked = request.content.read()
    except Exception:
        abort(400, 'The body is not there')
    try:
        await store.save(since, asked)
    except Exception:
        abort(400, 'Not kept')
    return 'kept'
`,
    findings: ['17 server-fault-is-5xx'],
  },
];

reportedOf('what looks alike in Python', cases, { path: 'app/handlers.py' });
