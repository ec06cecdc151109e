import { type HandlerCase, reportedOf } from '../../support/handlerCases.ts';

/** Python handlers as real code bases have them, and what is reported: the line, the rule. */
const cases: readonly HandlerCase[] = [
  {
    name: 'a setting that the server lacks: with 401 and 403 where the response says so',
    source: `import os

from fastapi import FastAPI, HTTPException

app = FastAPI()

@app.post('/login')
def login(form: Form):
    secret = os.environ.get('JWT_SECRET')
    if not secret:
        raise HTTPException(status_code=401, detail='Missing JWT secret')
    return {'token': sign(form, secret)}

@app.post('/jobs')
def run_jobs():
    secret = os.environ.get('CRON_SECRET')
    if not secret:
        raise HTTPException(status_code=403, detail='Forbidden')
    return {'ran': run_all()}

@app.post('/keys')
def add_key():
    secret = os.environ.get('ROOT_SECRET')
    if not secret:
        raise HTTPException(status_code=403, detail='ROOT_SECRET is not configured')
    return {'key': make_key(secret)}
`,
    findings: ['11 server-fault-is-5xx', '25 server-fault-is-5xx'],
  },
  {
    name: 'a method that makes the bodies of errors: Tornado has set their status',
    source: `from tornado.web import HTTPError, RequestHandler

class Base(RequestHandler):
    def write_error(self, status_code, **kwargs):
        if status_code == 404:
            self.write({'success': False, 'error': 'There is no such page.'})
        else:
            self.finish({'success': False, 'error': self._reason})

class Books(Base):
    def get(self, isbn):
        self.finish({'success': False, 'error': 'There is no such book.'})
`,
    findings: ['12 error-in-success'],
  },
  {
    name: 'answers that a name holds until they are given back together',
    source: `from flask import Blueprint

bp = Blueprint('books', __name__)

@bp.route('/books/<isbn>/lend', methods=['PUT'])
def lend(isbn):
    answer = {'message': 'Lent.'}, 200
    book = Book.query.filter_by(isbn=isbn).first()
    if book is None:
        answer = {'error': 'There is no such book.'}, 400
    elif is_lent(book):
        answer = ({'error': 'It is lent already.'}, 409)
    return answer
`,
    findings: ['10 not-found-is-404'],
  },
  {
    name: 'one answer that a name holds: the pair is no body with the status of success',
    source: `from flask_restx import Namespace, Resource

books = Namespace('books')

@books.route('/books/<column>')
class Counts(Resource):
    def get(self, column):
        if column in columns:
            return {'success': True, 'data': count(column)}
        else:
            response = {'success': False, 'errors': 'There is no such column.'}, 404
            return response
`,
    findings: [],
  },
  {
    name: 'a decorator of the project that is handed a method of the router makes a route',
    source: `from fastapi import APIRouter

router = APIRouter()

@requires_scopes(router.post, '/books', [Scope.WRITE], status_code=201)
def add_book(book: Book) -> BookOut:
    return BookOut.of(store.add(book))

@requires_scopes(
    router.get,
    '/books',
    [Scope.READ],
)
def list_books():
    return store.books()
`,
    findings: ['5 location-on-201'],
  },
  {
    name: 'an error that is given its header fields where it is raised',
    source: `from fastapi import FastAPI, HTTPException

app = FastAPI()

@app.get('/reports')
def reports():
    if not settings.reports_open:
        raise HTTPException(status_code=503, detail='Reports are closed.')
    if limiter.is_full():
        raise HTTPException(429, 'Ten reports a minute.', headers={'Retry-After': '60'})
    return {'reports': []}
`,
    findings: ['8 retry-after-on-503'],
  },
  {
    name: 'an application that gives all errors their fields itself',
    source: `from fastapi import FastAPI, HTTPException
from fastapi.responses import JSONResponse

app = FastAPI()

@app.exception_handler(HTTPException)
async def show(request, exc):
    return JSONResponse({'error': exc.detail}, status_code=exc.status_code, headers={'Retry-After': '60'})

@app.get('/reports')
def reports():
    raise HTTPException(status_code=503, detail='Reports are closed.')
`,
    findings: [],
  },
  {
    name: 'errors that are shown as a page or as JSON',
    source: `from fastapi import FastAPI, HTTPException
from fastapi.responses import JSONResponse

app = FastAPI()

@app.exception_handler(HTTPException)
async def show(request, exc):
    return page_of(request, exc) or JSONResponse({'error': exc.detail}, status_code=exc.status_code)

@app.get('/reports')
def reports():
    try:
        return read_reports()
    except Exception as error:
        raise HTTPException(status_code=500, detail=str(error))
`,
    findings: ['15 error-detail-leak'],
  },
  {
    name: 'what a database, a file that is there and a check of credentials raise',
    source: `from flask import Flask, abort, jsonify, request
from sqlalchemy.exc import SQLAlchemyError

app = Flask(__name__)

@app.route('/books', methods=['PUT'])
def put():
    try:
        who = read_signature(request)
    except AuthenticationError:
        abort(403)
    try:
        shelf.put(who, request.get_json())
    except FileExistsError:
        return jsonify({'error': 'There is one of that name.'}), 400
    except SQLAlchemyError:
        return jsonify({'error': 'It could not be stored.'}), 400
    return jsonify({'done': True})
`,
    findings: ['11 unauthorized-for-anonymous', '15 conflict-is-409', '17 server-fault-is-5xx'],
  },
  {
    name: 'a broken integrity that is said to be a reference',
    source: `from flask import Flask, jsonify, request

app = Flask(__name__)

@app.route('/books', methods=['PUT'])
def put():
    try:
        shelf.put(request.get_json())
    except IntegrityError:
        return jsonify({'error': 'Invalid shelf.'}), 400
    return jsonify({'done': True})
`,
    findings: [],
  },
  {
    name: 'a look-up by the URL that throws, and one by the body',
    source: `from flask import Flask, jsonify, request

app = Flask(__name__)

@app.route('/books/<id>')
def show(id):
    try:
        book = Book.get(id)
        if book.kind != 'book':
            return jsonify({'error': 'That is a leaflet.'}), 422
    except DoesNotExist:
        return jsonify({'error': 'There is none.'}), 400
    return jsonify(book.as_dict())

@app.route('/books', methods=['PUT'])
def put():
    try:
        author = Author.get(request.json['author'])
    except DoesNotExist:
        return jsonify({'error': 'There is none.'}), 400
    return jsonify(author.as_dict())
`,
    findings: ['12 not-found-is-404'],
  },
  {
    name: 'what the URL names is none of those there are, or is missing inside the try of a catch-all',
    source: `from typing import Annotated
from fastapi import FastAPI, Header, HTTPException, Request

app = FastAPI()

@app.put('/plugins/{name}/off')
async def off(name: str):
    if name not in [each.name for each in await plugins()]:
        raise HTTPException(400, f"Plugin {name} doesn't exist.")

@app.put('/plugins/{name}/on')
async def on(name: str):
    try:
        plugin = await get_plugin(name)
        if not plugin:
            raise ValueError('There is none.')
        await plugin.start()
    except Exception:
        raise HTTPException(500, 'It does not start.')

@app.post('/uploads')
async def start(request: Request, platform_id: Annotated[int, Header()]):
    platform = database.get_platform(platform_id)
    if not platform:
        raise HTTPException(400, 'Platform not found')
`,
    findings: ['9 not-found-is-404', '19 not-found-is-404'],
  },
  {
    name: 'a catch-all that asks what was thrown',
    source: `from fastapi import FastAPI, HTTPException

app = FastAPI()

@app.put('/plugins/{name}/on')
async def on(name: str):
    try:
        plugin = await get_plugin(name)
        if not plugin:
            raise HTTPException(404, 'There is none.')
        await plugin.start()
    except Exception as error:
        if isinstance(error, HTTPException):
            raise
        raise HTTPException(500, 'It does not start.')
`,
    findings: [],
  },
  {
    name: 'text that is read in a format, and the caller that a gateway let in',
    source: `import json
from aws_lambda_powertools.event_handler import APIGatewayRestResolver, Response

app = APIGatewayRestResolver()

@app.put('/settings')
def put():
    try:
        reader = ruamel.yaml.YAML()
        settings = reader.load(app.current_event.body)
    except Exception:
        return Response(status_code=400, body='{"error": "This is no YAML."}')
    return Response(status_code=200, body=json.dumps(settings))

@app.get('/members/<name>')
def show(name):
    tenant = app.current_event.request_context.authorizer.raw_event['tenant']
    try:
        return Response(status_code=200, body=json.dumps(members.of(tenant, name)))
    except PermissionError:
        return Response(status_code=401, body='{"error": "Not a member of yours."}')

@app.post('/members')
def create():
    members.create_member(app.current_event.json_body)
    return Response(status_code=200, body='{"message": "Member created"}')
`,
    findings: ['21 forbidden-for-authenticated', '26 created-is-201'],
  },
  {
    name: 'a serializer that makes something, one that changes it, and one that looks',
    source: `from rest_framework import status
from rest_framework.decorators import api_view
from rest_framework.response import Response

@api_view(['POST'])
def create_book(request):
    serializer = BookSerializer(data=request.data)
    serializer.is_valid(raise_exception=True)
    serializer.save()
    return Response(serializer.data, status=status.HTTP_200_OK)

@api_view(['POST'])
def create_review(request, pk):
    serializer = BookSerializer(Book.objects.get(pk=pk), data=request.data)
    serializer.is_valid(raise_exception=True)
    serializer.save()
    return Response(serializer.data, status=status.HTTP_200_OK)

@api_view(['POST'])
def ask(request):
    serializer = QuestionSerializer(data=request.data)
    serializer.is_valid(raise_exception=True)
    serializer.save()
    return Response(serializer.data, status=status.HTTP_200_OK)
`,
    findings: ['10 created-is-201'],
  },
  {
    name: 'who is known and is refused in so many words, and who shows a password anew',
    source: `from flask import Flask, jsonify, request

app = Flask(__name__)

@app.route('/accounts/<id>')
@login_required
def show(id):
    if not in_region(id):
        message = 'You are not authorized to see account {}.'.format(id)
        return jsonify({'error': message}), 401
    if not confirm_password(request.form['password']):
        return jsonify({'error': 'Not authorized.'}), 401
    return jsonify({'id': id})
`,
    findings: ['10 forbidden-for-authenticated', '12 www-authenticate-on-401'],
  },
  {
    name: 'a status that Tornado sends without a body, and those for which something may write one',
    source: `import tornado.web

class BookHandler(tornado.web.RequestHandler):
    def get(self, name):
        book = books.get(name)
        if not book:
            self.set_status(404)
            return
        self.write(book.text)

    def put(self, name):
        books[name] = self.get_argument('text')
        self.set_status(200)

    def post(self, name):
        self.set_status(400)
        self.show_form(name)

    def delete(self, name):
        self.set_status(409)
        render(self)
`,
    findings: ['7 error-body', '13 no-content-is-204'],
  },
  {
    name: 'a status that Falcon sends without a body, and one for which something may write one',
    source: `import falcon

class Books:
    def on_put(self, req, resp, name):
        books[name] = req.media
        resp.status = falcon.HTTP_200

    def on_get(self, req, resp, name):
        if name not in books:
            resp.status = falcon.HTTP_404
            return
        resp.media = books[name]

    def on_delete(self, req, resp, name):
        resp.status = falcon.HTTP_409
        fill(resp)
`,
    findings: ['6 no-content-is-204', '10 error-body'],
  },
  {
    name: 'an error that others wrap, and one that is given its field by name',
    source: `from pyramid.httpexceptions import HTTPServiceUnavailable, HTTPTooManyRequests
from pyramid.view import view_config

@view_config(route_name='books')
def books(request):
    if request.registry.is_closed:
        raise wrapped(HTTPServiceUnavailable())
    if request.limiter.is_full:
        raise HTTPTooManyRequests('Ten a minute.', retry_after=60)
    if request.registry.is_busy:
        raise HTTPServiceUnavailable()
    return {}
`,
    findings: ['11 retry-after-on-503'],
  },
  {
    name: 'what the body names by the name of parameters, and a statement that fails',
    source: `from flask import Flask, jsonify, request

app = Flask(__name__)

@app.route('/members', methods=['PUT'])
def put():
    params = request.get_json()
    for group in params['groups']:
        try:
            Group.get_by_id(group)
        except NoResultFound:
            return jsonify({'error': 'That is no group.'}), 400
    try:
        cursor.execute('UPDATE member SET grouped = 1')
    except Exception:
        return jsonify({'error': 'That went wrong.'}), 400
    return jsonify({'done': True})
`,
    findings: ['16 server-fault-is-5xx'],
  },
  {
    name: "an enumeration of the project's own that begins at 100, and names of errors that are no statuses",
    source: `from enum import Enum, IntEnum

from flask import Flask, jsonify

app = Flask(__name__)

class ResultCode(IntEnum):
    OK = 0
    DATA_ERROR = 102
    NOT_FOUND = 404

class Failed(Enum):
    INTERNAL_SERVER_ERROR = 'INTERNAL_SERVER_ERROR'

class ShelfError(Exception):
    def __init__(self, message):
        self.message = message
        self.code = Failed.INTERNAL_SERVER_ERROR

def check_title(title, books):
    if title in [book.title for book in books]:
        return 'There is a book of that title.', ResultCode.DATA_ERROR
    return None, None

@app.route('/shelves/<shelf_id>', methods=['PUT'])
def fill(shelf_id):
    try:
        shelves.fill(shelf_id)
    except OSError as error:
        raise ShelfError(str(error))
    shelf = Shelf.query.get(shelf_id)
    if shelf is None:
        return jsonify({'error': 'There is no such shelf.'}), 400
    return jsonify(shelf.to_dict())
`,
    findings: ['33 not-found-is-404'],
  },
  {
    name: 'a serializer of what the handler has put together, beside one of the request',
    source: `from rest_framework import status, viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

class ShelfViewSet(viewsets.ModelViewSet):
    @action(detail=True, methods=['GET'])
    def titles(self, request, *args, **kwargs):
        titles = [title for title in Book.objects.filter(shelf=self.get_object()).values_list('title')]
        data = {'titles': titles}
        serializer = self.get_serializer(data=data)
        if serializer.is_valid():
            return Response(serializer.data)
        return Response({'detail': 'The titles cannot be shown.'}, status=status.HTTP_500_INTERNAL_SERVER_ERROR)

    @action(detail=True, methods=['POST'])
    def rename(self, request, *args, **kwargs):
        serializer = self.get_serializer(data={'title': request.data['title']})
        if serializer.is_valid():
            return Response(serializer.data)
        return Response({'detail': 'The title is too long.'}, status=status.HTTP_500_INTERNAL_SERVER_ERROR)
`,
    findings: ['20 client-fault-is-4xx'],
  },
  {
    name: 'a form that is read and a file that came with it: what fails is the request, and then what is stored of it',
    source: `from fastapi import FastAPI, HTTPException, Request

app = FastAPI()

@app.post('/covers')
async def take_form(request: Request):
    try:
        form = await request.form()
        fields = dict(form)
    except Exception:
        raise HTTPException(status_code=400, detail='That is no form.')
    try:
        await shelf.store(fields)
    except Exception:
        raise HTTPException(status_code=400, detail='The cover could not be stored.')
    return fields

class Covers(Serializer):
    def save(self):
        cover = self.validated_data['cover']
        try:
            lines = json.loads(str(cover.read(), 'utf-8'))
        except Exception:
            raise ValidationError('That is no JSON.')

class Shelves(APIView):
    def put(self, request, pk):
        serializer = ShelfSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        try:
            name = serializer.validated_data.get('name')
            moved_at = int(time.time())
            move.delay(name, moved_at)
        except Exception:
            return HttpResponseServerError('The shelf could not be moved.')
`,
    findings: ['15 server-fault-is-5xx'],
  },
  {
    name: 'what a POST adds to something that is there, and what it takes in without a word',
    source: `from rest_framework import status, viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

class BookViewSet(viewsets.ModelViewSet):
    @action(detail=True, methods=['POST'])
    def add_readers(self, request, *args, **kwargs):
        book = self.get_object()
        serializer = ReadersSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        serializer.add_readers(book)
        return Response(self.get_serializer(instance=book).data)

class SampleViewSet(viewsets.GenericViewSet):
    def create(self, request, *args, **kwargs):
        serializer = SampleSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        serializer.save()
        return Response(status=status.HTTP_200_OK)

class NoteViewSet(viewsets.GenericViewSet):
    def create(self, request, *args, **kwargs):
        serializer = NoteSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        serializer.save()
        return Response(serializer.data, status=status.HTTP_200_OK)
`,
    findings: ['19 no-content-is-204', '26 created-is-201'],
  },
  {
    name: 'what a maker of bodies is given to say of an error, and what may hide it',
    source: `from flask import Flask, jsonify

from .answers import error_payload, safe_error

app = Flask(__name__)

@app.errorhandler(500)
def failed(error):
    return jsonify(error_payload(str(error), code=-500)), 500

@app.route('/shelves')
def shelves():
    try:
        return jsonify(list_shelves())
    except Exception as error:
        if is_slow():
            return safe_error(str(error)), 500
        if is_late():
            return error_payload(error), 500
        return send_error(f'Not listed: {error}'), 500
`,
    findings: ['9 error-detail-leak', '20 error-detail-leak'],
  },
  {
    name: 'a copy that a POST makes of something',
    source: `from rest_framework import status, viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

class ShelfViewSet(viewsets.ModelViewSet):
    @action(detail=True, methods=['POST'])
    def clone(self, request, *args, **kwargs):
        serializer = CloneSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        serializer.save(source=self.get_object())
        return Response(serializer.data, status=status.HTTP_200_OK)
`,
    findings: ['11 created-is-201'],
  },
  {
    name: 'what a token says of itself, beside what it says of its holder',
    source: `from fastapi import FastAPI, HTTPException, Request

app = FastAPI()

@app.post('/books')
def add(request: Request):
    claims = jwt.decode(request.headers['authorization'], secret)
    if claims.get('type') != 'access':
        raise HTTPException(status_code=401, detail='That is no access token.')
    if claims.extras['aud'] != 'books':
        raise HTTPException(status_code=401, detail='That token is for others.')
    if claims.get('role') != 'librarian':
        raise HTTPException(status_code=401, detail='Librarians add books.')
    return {'added': True}
`,
    findings: ['13 forbidden-for-authenticated'],
  },
  {
    name: 'a row that is changed where it is there cannot be there already',
    source: `import falcon
from sqlalchemy.exc import IntegrityError

class Shelves:
    def on_put(self, req, resp):
        try:
            session.execute('''INSERT INTO shelf (name, room) VALUES (:name, :room)
                               ON DUPLICATE KEY UPDATE room = :room''', req.media)
        except IntegrityError:
            raise falcon.HTTPBadRequest(title='Not stored. Is there such a room?')

    def on_post(self, req, resp):
        try:
            session.execute('INSERT INTO shelf (name, room) VALUES (:name, :room)', req.media)
        except IntegrityError:
            raise falcon.HTTPBadRequest(title='Not stored. Is there such a shelf?')
`,
    findings: ['16 conflict-is-409'],
  },
  {
    name: 'a row of which a part is taken, which throws where there is none',
    source: `from fastapi import FastAPI, HTTPException

app = FastAPI()

@app.put('/shelves')
def move(names: Names):
    try:
        cursor.execute('SELECT id FROM room WHERE name = %s', names.room)
        room = cursor.fetchone()['id']
    except Exception:
        raise HTTPException(status_code=400, detail='There is no such room.')
    try:
        cursor.execute('SELECT id FROM shelf WHERE room = %s', room)
        shelves = cursor.fetchone()
    except Exception:
        raise HTTPException(status_code=400, detail='The shelves are not there.')
    return shelves
`,
    findings: ['16 server-fault-is-5xx'],
  },
  {
    name: 'a body that is given bit by bit, a code that a class of Litestar is given, and a session that is asked',
    source: `from litestar import delete
from litestar.exceptions import ClientException
from pyramid.httpexceptions import HTTPForbidden
from pyramid.response import Response
from pyramid.view import view_config

@view_config(route_name='books', request_method='POST')
def books(request):
    if not request.session.logged_in():
        raise HTTPForbidden()
    return Response(app_iter=(line(book) for book in found), status=200)

@delete('/books/{book_id:int}')
async def remove(book_id: int) -> None:
    book = await shelf.get_one_or_none(id=book_id)
    if not book:
        raise ClientException(detail='There is no such book.', status_code=404)
    await shelf.remove(book)
`,
    findings: ['10 unauthorized-for-anonymous'],
  },
  {
    name: 'what is thrown where the URL names nothing, and what the catch-all says in the end',
    source: `from fastapi import FastAPI, HTTPException

app = FastAPI()

@app.put('/books/{isbn}/lend')
async def lend(isbn: str):
    try:
        book = await get_valid_book(isbn)
        if not book:
            raise ValueError('There is no such book.')
        await lend_book(book)
    except Exception as error:
        raise HTTPException(status_code=500, detail=f'Failed to lend {isbn}.') from error
`,
    findings: ['13 not-found-is-404'],
  },
  {
    name: 'one among those that belong to what was found, and a caller that a gateway knows',
    source: `from litestar import post
from litestar.exceptions import HTTPException

@post('/shelves/{shelf_id:uuid}/readers')
async def invite(shelf_id: UUID, data: Invitation) -> Reader:
    shelf = await shelves.get(shelf_id)
    if any(reader.email == data.email for reader in shelf.readers):
        raise HTTPException(status_code=400, detail='That reader is there already.')
    if any(reader.email == data.email for reader in shelf.banned):
        raise HTTPException(status_code=400, detail='That reader is banned.')
    return await readers.create(data)

def handler(event, _):
    if iam_user_id(event) is None:
        return {'statusCode': 403, 'body': 'Nobody is known.'}
    return {'statusCode': 200, 'body': 'Welcome'}
`,
    findings: ['8 conflict-is-409', '15 unauthorized-for-anonymous'],
  },
  {
    name: 'a map that is looked into by a key does not fail, and what runs beside the server is no resource',
    source: `import asyncio

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

router = APIRouter()

@router.post('/books/{isbn}/lend')
async def lend(request: Request, isbn: str, data: dict):
    try:
        language = request.headers.get('accept-language', 'en')
        wish = LendDTO(isbn=isbn, language=language, reader=data.get('reader'))
    except Exception:
        return JSONResponse({'error': 'That cannot be lent'}, status_code=400)
    return await library.lend(wish)

@router.post('/books/{isbn}/find')
async def find(request: Request, isbn: str):
    try:
        return {'places': redis.get('places')[isbn]}
    except Exception:
        return JSONResponse({'error': 'That cannot be found'}, status_code=400)

@router.post('/print')
async def print_label(request: Request):
    text = (await request.json())['text']
    printing = await asyncio.create_subprocess_exec('lp', text)
    return {'code': await printing.wait()}
`,
    findings: ['22 server-fault-is-5xx'],
  },
];

reportedOf('what is reported of Python handlers as people write them', cases, { path: 'app/handlers.py' });
