import { type HandlerCase, reportedOf } from '../../support/handlerCases.ts';

/** Python responses that are made in several steps: of other responses, filled afterwards, by helpers. The line, the rule. */
const cases: readonly HandlerCase[] = [
  {
    name: 'a response that is made of another gets its fields by the name that holds either',
    source: `from flask import Blueprint, jsonify, make_response, request

bp = Blueprint('books', __name__)

@bp.route('/books', methods=['POST'])
def add():
    book = shop.add(request.json)
    answer = make_response(jsonify(book), 201)
    answer.headers['Location'] = book.url
    return answer

@bp.route('/magazines', methods=['POST'])
def add_magazine():
    answer = jsonify(shop.add(request.json))
    answer.headers['Location'] = '/magazines/last'
    return make_response(answer, 201)

@bp.route('/maps', methods=['POST'])
def add_map():
    answer = make_response(jsonify(shop.add(request.json)), 201)
    answer.headers['X-Shelf'] = '7'
    return answer
`,
    findings: ['20 location-on-201'],
  },
  {
    name: 'what one Lambda function gives another: a body is made of its parts elsewhere',
    source: `def lambda_handler(event, context):
    if event['operation'] == 'list':
        return {'path': event['path'], 'files': list_files(event['path']), 'statusCode': 200}
    return {'statusCode': 200}
`,
    path: 'src/lambda_function.py',
    findings: ['4 no-content-is-204'],
  },
  {
    name: 'an error that carries a response sends that, whatever it is called itself',
    source: `from flask import Blueprint, Response, abort, make_response, redirect
from werkzeug.exceptions import Forbidden, HTTPException

bp = Blueprint('books', __name__)

def refuse(status, message):
    refusal = Response(response=dumps({'error': message}), status=status, mimetype='application/json')
    error = HTTPException(response=refusal, description=message)
    raise error

def stop(status, message):
    abort(make_response({'error': message}, status))

@bp.route('/books', methods=['POST'])
def add():
    if not shop.is_open:
        refuse(405, 'Closed')
    return shop.add(request.json)

@bp.route('/shelves', methods=['POST'])
def add_shelf():
    if not shop.is_open:
        stop(405, 'Closed')
    return shop.add_shelf(request.json)

@bp.route('/orders')
def orders():
    if not current_user.is_authenticated:
        raise Forbidden(response=redirect('/login'))
    return shop.orders(current_user)
`,
    findings: ['17 allow-on-405', '23 allow-on-405'],
  },
  {
    name: 'what flask-smorest sets by a decorator is sent, unless the handler says otherwise',
    source: `from flask.views import MethodView
from flask_smorest import Blueprint

books = Blueprint('books', __name__, url_prefix='/books')

@books.route('/')
class Books(MethodView):
    @books.arguments(BookSchema)
    @books.response(201, BookSchema)
    def post(self, data):
        return shelf.put(data)

    @books.response(201, BookSchema)
    def put(self):
        book = shelf.put_all()
        return book, 201, {'Location': book.url}
`,
    findings: ['9 location-on-201'],
  },
];

reportedOf('Python responses', cases, { path: 'app/handlers.py' });
