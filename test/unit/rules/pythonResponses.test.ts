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
];

reportedOf('Python responses', cases, { path: 'app/handlers.py' });
