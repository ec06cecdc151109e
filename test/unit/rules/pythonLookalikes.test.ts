import { type HandlerCase, reportedOf } from '../../support/handlerCases.ts';

/** Pairs that look alike in Python: what is right says nothing, what is wrong stands beside it and is found. */
const cases: readonly HandlerCase[] = [
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
