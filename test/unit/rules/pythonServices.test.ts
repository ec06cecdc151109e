import { type HandlerCase, reportedOf } from '../../support/handlerCases.ts';

/** Python handlers whose faults are those of services: what fails below them, what helpers are given. The line, the rule. */
const cases: readonly HandlerCase[] = [
  {
    name: 'what is returned below a decorator that says 204: nothing, where a call may give nothing',
    source: `from fastapi import APIRouter, status

router = APIRouter()

@router.delete('/books/{isbn}', status_code=status.HTTP_204_NO_CONTENT)
async def delete_book(isbn: str):
    deleted = await books.delete(isbn)
    return deleted

@router.delete('/shelves/{name}', status_code=status.HTTP_204_NO_CONTENT)
async def delete_shelf(name: str):
    if await shelves.is_full(name):
        return {'full': True}
    await shelves.delete(name)
    return {}
`,
    findings: ['10 no-body-allowed'],
  },
  {
    name: 'what fails while credentials are looked at, and is no matter of the caller',
    source: `from cryptography.fernet import InvalidToken
from fastapi import APIRouter, HTTPException

router = APIRouter()

@router.post('/login')
async def login(form: LoginForm):
    try:
        valid = hasher.verify_password(form.password, form.stored)
    except Exception:
        raise HTTPException(status_code=500, detail='The stored hash is broken')
    try:
        claims = verify_token(form.token)
    except TokenError:
        raise HTTPException(status_code=401, detail='That token is no good')
    except Exception:
        raise HTTPException(status_code=500, detail='That went wrong')
    return issue(claims, valid)

@router.post('/tokens')
async def exchange(form: CodeForm):
    try:
        given = await oauth.exchange_code_for_tokens(form.code)
    except Exception:
        raise HTTPException(status_code=500, detail='The provider did not answer')
    try:
        await store.replace_auth_token(form.shop, given)
    except Exception:
        raise HTTPException(status_code=500, detail='That was not saved')
    return given

@router.get('/vault/{item}')
def read_item(item: str):
    try:
        kept = vault_key().decrypt(vault.path_of(item).read_bytes())
    except InvalidToken:
        raise HTTPException(status_code=500, detail='That cannot be decrypted')
    return kept

@router.get('/me')
def me(token: str):
    try:
        return verify_access_token(token)
    except Exception:
        raise HTTPException(status_code=500, detail='That went wrong')
`,
    findings: ['45 client-fault-is-4xx'],
  },
  {
    name: 'a session for somebody known, who may be locked out; the state of a redirect',
    source: `from flask import Flask, request
from flask_login import login_user

app = Flask(__name__)

@app.route('/signup', methods=['POST'])
def signup():
    user = users.create(request.get_json())
    if not login_user(user):
        return {'message': 'Is your account inactive?'}, 403
    success, headers = common_login(found.uuid)
    if not success:
        return {'message': 'Could not log in'}, 403
    return {'name': user.name}

@app.route('/callback', methods=['POST'])
def callback():
    args = parser.parse_args()
    if not verify_state_token(args['state']):
        return {'message': 'Start again'}, 403
    if not verify_token(args['token']):
        return {'message': 'Start again'}, 403
    return {'name': args['name']}
`,
    findings: ['22 unauthorized-for-anonymous'],
  },
  {
    name: 'what is only read of a request, and what is made of it; a password that is asked for again',
    source: `import html

from flask import Flask, request

app = Flask(__name__)

@app.route('/page')
def page():
    try:
        title = html.escape(request.args.get('title', ''))
        return render(title), 200
    except Exception:
        return 'That cannot be shown.', 500

@app.route('/pages')
def pages():
    try:
        number = int(request.args.get('number'))
        return render(number), 200
    except Exception:
        return 'That cannot be shown.', 500

@app.route('/password', methods=['PUT'])
def change_password():
    form = request.form
    try:
        identity.auth.sign_in_with_password(form['name'], form['password'])
        identity.auth.update_user(form['name'])
    except Exception:
        return 'That was not changed.', 400
    return '', 204

@app.route('/name', methods=['PUT'])
def change_name():
    try:
        identity.update_user(request.form['name'])
    except Exception:
        return 'That was not changed.', 400
    return '', 204
`,
    findings: ['21 client-fault-is-4xx', '38 server-fault-is-5xx'],
  },
  {
    name: 'results of functions below, whose texts others make a body of; what factories make',
    source: `import json

def show_book(isbn):
    book = table.get_item(Key={'isbn': isbn}).get('Item')
    if not book:
        return {'statusCode': 404, 'message': 'No such book'}
    return {'statusCode': 200, 'message': book}

def lambda_handler(event, context):
    if not event.get('isbn'):
        return {'statusCode': 400}
    found = show_book(event['isbn'])
    return {'statusCode': found['statusCode'], 'body': json.dumps({'message': found['message']})}
`,
    findings: ['11 error-body'],
  },
  {
    name: 'what a factory makes is for the handler to use',
    source: `from flask import Flask, jsonify, request

app = Flask(__name__)

@app.route('/speech', methods=['POST'])
def speak():
    speaker = SpeakerCreator.create_speaker(settings.VOICE)
    return jsonify({'spoken': speaker.speak(request.json['text'])}), 200

@app.route('/speakers', methods=['POST'])
def add_speaker():
    speaker = speakers.create_speaker(request.json)
    return jsonify({'message': 'Speaker created', 'id': speaker.id}), 200
`,
    findings: ['13 created-is-201'],
  },
  {
    name: 'a helper that is given nothing; what has become of something is not that it exists; a run to follow',
    source: `import json

from flask import Flask, Response, jsonify, request

app = Flask(__name__)

def reply(payload, status):
    body = '' if payload is None else json.dumps(payload)
    return Response(body, status=status, mimetype='application/json')

@app.route('/users/<name>', methods=['DELETE'])
def delete_user(name):
    users.delete(name)
    return reply(None, 204)

@app.route('/mails', methods=['POST'])
def send_mail():
    user = users.get_by_email(request.json['email'])
    if user and user.is_verified:
        return jsonify({'error': 'That address is verified already.'}), 400
    return jsonify({'run': describe(mails.enqueue(user))}), 202

@app.route('/users', methods=['POST'])
def add_user():
    user = users.get_by_email(request.json['email'])
    if user and user.is_verified:
        return jsonify({'error': 'That user exists already.'}), 400
    return reply({'user': None}, 204)
`,
    findings: ['27 conflict-is-409', '28 no-body-allowed'],
  },
  {
    name: 'an answer that is put together behind each of several errors',
    source: `from rest_framework.response import Response
from rest_framework.views import APIView

class Summaries(APIView):
    def post(self, request):
        if not request.data:
            answer = {'error': True, 'message': 'There is nothing to sum up.'}
            return Response(answer, status=400)
        try:
            return Response(sum_up(request.data), status=200)
        except RefusedError:
            answer = {'error': True, 'message': 'That cannot be summed up.'}
            return Response(answer, status=502)
        except Exception as error:
            answer = {'error': True, 'message': 'That went wrong: ' + str(error)}
            return Response(answer, status=500)
`,
    findings: ['16 error-detail-leak'],
  },
  {
    name: 'what fails below: repositories, what is not implemented, and what was waited for',
    source: `import asyncio

from fastapi import APIRouter, HTTPException, Request

router = APIRouter()

@router.get('/shelves/{name}')
def list_shelf(name: str):
    try:
        shelves = ShelfRepository(session())
        return shelves.listing(name)
    except Exception:
        raise HTTPException(status_code=400, detail='That went wrong')

@router.put('/shelves/{name}')
def merge_shelf(name: str):
    try:
        if not shelf_of(name).can_merge:
            raise NotImplementedError
        shelf_of(name).save()
    except Exception:
        raise HTTPException(status_code=400, detail='That went wrong')

@router.post('/summaries')
async def sum_up(book: Book):
    try:
        return await asyncio.wait_for(model.sum_up(book), 30)
    except asyncio.TimeoutError:
        raise HTTPException(status_code=408, detail='That took too long')

@router.post('/uploads')
async def upload(request: Request):
    try:
        return await asyncio.wait_for(request.body(), 30)
    except asyncio.TimeoutError:
        raise HTTPException(status_code=408, detail='That took too long')
`,
    findings: ['13 server-fault-is-5xx', '22 server-fault-is-5xx', '29 server-fault-is-5xx'],
  },
  {
    name: 'who logs in by a name that nobody has, and who asks for somebody',
    source: `from fastapi import APIRouter, Depends, HTTPException
from fastapi.security import OAuth2PasswordRequestForm

router = APIRouter()

@router.post('/login')
def login(given: OAuth2PasswordRequestForm = Depends(), db: Session = Depends(get_db)):
    user = db.query(User).filter(User.email == given.username).first()
    if not user:
        raise HTTPException(status_code=403, detail='Invalid credentials')
    if not verify(given.password, user.password):
        raise HTTPException(status_code=403, detail='Invalid credentials')
    return {'token': issue(user)}

@router.post('/mails')
def send_mail(form: MailForm, db: Session = Depends(get_db)):
    user = db.query(User).filter(User.email == form.address).first()
    if not user:
        raise HTTPException(status_code=403, detail='Nobody has that address')
    return {'sent': send(user)}
`,
    findings: ['10 unauthorized-for-anonymous', '12 unauthorized-for-anonymous'],
  },
  {
    name: 'a setting of Django that is not there, as the response says; a switch; a condition of DynamoDB',
    source: `from django.conf import settings
from rest_framework.response import Response
from rest_framework.views import APIView

class Reports(APIView):
    def post(self, request):
        if settings.TRACKER_API_KEY is None:
            return Response({'failure': 'The key of the tracker is not set!'}, status=400)
        if settings.TRACKER_PROJECT is None:
            return Response({'failure': 'Name a project.'}, status=400)
        if not settings.TRACKING_ENABLED:
            return Response({'failure': 'Tracking is not configured.'}, status=400)
        try:
            table.put_item(Item=request.data)
        except ClientError as error:
            if error.response['Error']['Code'] == 'ConditionalCheckFailedException':
                return Response({'failure': 'That report exists already.'}, status=400)
            raise
        try:
            table.update_item(Key=request.data)
        except ClientError as error:
            if error.response['Error']['Code'] == 'ConditionalCheckFailedException':
                return Response({'failure': 'That report is closed.'}, status=400)
            raise
        return Response({'filed': True}, status=200)
`,
    findings: ['8 server-fault-is-5xx', '17 conflict-is-409'],
  },
  {
    name: 'an answer of Lambda that is filled before it is given back, and one that is not',
    source: `import json

def lambda_handler(event, context):
    answer = {'statusCode': 200, 'headers': {}, 'body': ''}
    if not event.get('isbn'):
        answer['statusCode'] = 400
        answer['body'] = json.dumps({'message': 'Which book?'})
        return answer
    answer['body'] = json.dumps(books.find(event['isbn']))
    return answer

def handler(event, context):
    books.delete(event['isbn'])
    answer = {'statusCode': 200, 'headers': {}, 'body': ''}
    return answer
`,
    findings: ['14 no-content-is-204'],
  },
  {
    name: 'methods that a decorator of the project routes to, by their names',
    source: `from flask_restful import Resource as Base

@resource('/v1/shelves/<name>/settings')
class Settings(ApiBase):
    @nickname('addSettings')
    def post(self, name):
        settings.add(name)
        return 'Created', 201

    @nickname('deleteSettings')
    def delete(self, name):
        settings.delete(name)
        return 'Deleted', 201
`,
    findings: ['8 location-on-201'],
  },
  {
    name: 'nobody, where a dependency gives the caller or nobody; a token that is none',
    source: `from fastapi import APIRouter, Depends, HTTPException
from fastapi.responses import JSONResponse

router = APIRouter()

@router.get('/shelves/{name}')
async def shelf(name: str, reader: Reader | None = Depends(get_current_user_optional)):
    found = await shelves.find(name)
    if found.is_private:
        if reader is None:
            return JSONResponse({'error': 'That shelf is private'}, status_code=403)
        if reader.id != found.owner:
            return JSONResponse({'error': 'That shelf is private'}, status_code=403)
    return found

@router.get('/covers/{name}')
async def cover(name: str, cookie: str = Cookie()):
    if not covers.is_public(name) and name.startswith('_'):
        raise HTTPException(status_code=403, detail='That cover is not shown')
    try:
        token = AccessToken(cookie)
    except TokenError:
        # said of the token alone
        raise HTTPException(status_code=403, detail='That token is none')
    return covers.of(token)
`,
    findings: ['11 unauthorized-for-anonymous', '24 unauthorized-for-anonymous'],
  },
];

reportedOf('what is reported of Python handlers above services', cases, { path: 'app/handlers.py' });
