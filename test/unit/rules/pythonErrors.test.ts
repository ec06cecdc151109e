import { type HandlerCase, reportedOf } from '../../support/handlerCases.ts';

/** Python handlers by what their errors say: what they are caught as, who words them, who is told. The line, the rule. */
const cases: readonly HandlerCase[] = [
  {
    name: 'what words a text of an error tells it, unless it leaves nothing of it',
    source: `import boto3
from botocore.exceptions import ClientError
from chalice import Chalice, ChaliceViewError

app = Chalice(app_name='library')

def worded(error):
    return "Exception '%s'" % error

def counted(exc):
    logger.error('Failed: %s', exc)
    return f'Failed with {type(exc).__name__}'

@app.route('/books')
def books():
    def unread(error):
        logger.error(error)
        return 'The books cannot be read: {e}'.format(e=error)

    try:
        return table.scan()
    except TimeoutError as e:
        raise ChaliceViewError(counted(e))
    except ClientError as e:
        raise ChaliceViewError(worded(e))
    except Exception as e:
        raise ChaliceViewError(unread(e))

@app.route('/shelves')
def shelves():
    try:
        return table.query()
    except ClientError as e:
        said = e.response['Error']['Message']
        raise ChaliceViewError('Unable to read: {e}'.format(e=said))
    except ValueError as e:
        code = e.response['Error']['Code']
        raise ChaliceViewError('Unable to read: {e}'.format(e=code))
`,
    findings: ['25 error-detail-leak', '27 error-detail-leak', '35 error-detail-leak'],
  },
  {
    name: 'what a helper is told and says, also where it has a text of its own for those who tell nothing',
    source: `import json

from flask import Blueprint, Response

bp = Blueprint('books', __name__)

def problem(status, title=None, detail=None):
    title = title or 'Error'
    if detail is None:
        if status < 500:
            detail = 'Look at what you sent.'
        else:
            detail = 'Try again later.'
    return Response(json.dumps({'title': title, 'detail': detail}), status=status)

@bp.route('/books', methods=['PUT'])
def replace():
    try:
        books.replace(request.get_json())
    except OSError as e:
        return problem(503, 'Error', 'The shelf is stuck')
    except ImportError as e:
        return problem(500)
    except Exception as e:
        return problem(500, 'Error', str(e))
    return {'books': books.count()}
`,
    findings: ['21 retry-after-on-503', '25 error-detail-leak'],
  },
  {
    name: 'what is told by the name of an error: what the URL asks for, what is there already',
    source: `from flask_restx import Resource
from shelves.errors import BookExistsError

@ns.route('/<name>')
class Files(Resource):
    def delete(self, name):
        try:
            controller.delete_file(name)
        except FileNotFoundError:
            return {'message': 'That cannot be deleted'}, 400
        return {'deleted': name}

    def put(self, name):
        try:
            controller.rename(name, request.json['name'])
        except FileNotFoundError:
            return {'message': 'The cover is missing'}, 400
        except BookExistsError as e:
            return {'message': str(e)}, 404
        return {'renamed': name}
`,
    findings: ['10 not-found-is-404', '19 conflict-is-409'],
  },
  {
    name: 'an integrity that is broken while something is changed, by what the response says; a deletion that fails',
    source: `from django.db import IntegrityError
from rest_framework.decorators import api_view
from rest_framework.response import Response

@api_view(['PUT'])
def change(request, pk):
    try:
        store.change(pk, request.data)
    except IntegrityError:
        return Response({'error': 'Failed to change shelf {}'.format(pk)}, status=400)
    return Response({'changed': pk})

@api_view(['PUT'])
def rename(request, pk):
    try:
        store.rename(pk, request.data)
    except IntegrityError:
        return Response({'error': 'Failed to rename: the name is taken'}, status=400)
    return Response({'renamed': pk})

@api_view(['DELETE'])
def remove(request, pk):
    try:
        Shelf.objects.filter(pk=pk).delete()
    except Exception:
        return Response({'error': 'That did not work'}, status=400)
    return Response(status=204)
`,
    findings: ['18 conflict-is-409', '26 server-fault-is-5xx'],
  },
  {
    name: 'a tie of the caller to what the URL names that is not there',
    source: `from flask import Flask
from flask_login import current_user, login_required

app = Flask(__name__)

@login_required
@app.route('/clubs/<club_id>/leave', methods=['DELETE'])
def leave(club_id):
    try:
        member = Participant.objects.get(user=current_user, club=club_id)
    except Participant.DoesNotExist:
        return {'message': 'That club is not yours'}, 401
    member.delete()
    return {'left': club_id}
`,
    findings: ['12 forbidden-for-authenticated'],
  },
  {
    name: 'credentials that cannot be read, in whatever way they are broken; a text in what dict makes',
    source: `import json

from fastapi import APIRouter, Depends, HTTPException
from jose import JWTError

router = APIRouter()

def current_reader(token=Depends(bearer)):
    try:
        decoded = verify_token(token.credentials)
        return Reader(id=decoded['sub'])
    except (KeyError, JWTError):
        raise HTTPException(status_code=403, detail='That did not work')

def current_book(token=Depends(bearer)):
    try:
        return read(verify_token(token.credentials))
    except (OSError, JWTError):
        raise HTTPException(status_code=403, detail='That did not work')

def handler(event, context):
    try:
        return {'statusCode': 200, 'body': json.dumps(shelf.all())}
    except Exception as e:
        return {'statusCode': 500, 'body': json.dumps(dict(status='ERROR', reason=f'Not read: {e}'))}
`,
    findings: ['13 unauthorized-for-anonymous', '25 error-detail-leak'],
  },
  {
    name: 'errors of the code base itself tell what clients may know, but for the one that stands for all others',
    source: `from fastapi import FastAPI
from fastapi.responses import JSONResponse

app = FastAPI()

class ShelfError(Exception):
    pass

class UnknownException(Exception):
    pass

@app.get('/shelves')
async def shelves():
    try:
        return await store.shelves()
    except ShelfError as error:
        return JSONResponse(content=str(error), status_code=500)
    except UnknownException as error:
        return JSONResponse(content=str(error), status_code=500)
`,
    findings: ['19 error-detail-leak'],
  },
  {
    name: 'an error that is given its fields before it is raised',
    source: `from tornado import web

class Shelves(web.RequestHandler):
    def get(self):
        if self.application.is_busy:
            error = web.HTTPError(429, 'Too many readers')
            error.headers = {'Retry-After': '10'}
            raise error
        if self.application.is_full:
            error = web.HTTPError(429, 'Too many readers')
            raise error
`,
    findings: ['10 retry-after-on-503'],
  },
  {
    name: 'what an error is whose name tells nothing, where the answer does',
    source: `from flask import Blueprint, abort, request

bp = Blueprint('books', __name__)

@bp.route('/books', methods=['POST'])
def add_book():
    try:
        return shelf.keep(request.json)
    except BookRefused:
        abort(400, description='That book is not for this shelf')
    except NotOverwritten:
        abort(400, description='That book already exists')
    except ShelfBroken:
        abort(400, description='That book does not exist, or exists already')

@bp.route('/covers', methods=['POST'])
def add_cover():
    try:
        return shelf.keep_cover(request.files['cover'])
    except UnreadableImage:
        return 'Unable to read that image', 409
    except OSError:
        return 'Unable to save the cover', 409

@bp.route('/pages/<name>')
def page(name):
    try:
        return shelf.page(name)
    except OSError:
        return 'That page is not here', 404
    except ValueError:
        return 'That page is already in use', 400
`,
    findings: ['12 conflict-is-409', '23 server-fault-is-5xx', '32 conflict-is-409'],
  },
];

reportedOf('what is reported of Python handlers by their errors', cases, { path: 'app/handlers.py' });
