import { type HandlerCase, reportedOf } from '../../support/handlerCases.ts';

/** Python handlers by what their conditions ask: of a form, of what is there, of what has to stay. The line, the rule. */
const cases: readonly HandlerCase[] = [
  {
    name: 'a form that is not valid, inside the branch for what was not found before',
    source: `from rest_framework.decorators import api_view
from rest_framework.response import Response

@api_view(['PUT'])
def star(request, book_id):
    star = find_star(book_id)
    if star:
        star.save()
        return Response({'star': True})
    else:
        serializer = StarSerializer(data=request.data)
        if serializer.is_valid():
            serializer.save()
            return Response(serializer.data)
        return Response(serializer.errors, status=400)

@api_view(['GET'])
def show(request, book_id):
    book = find_book(book_id)
    if book:
        return Response({'book': book.title})
    else:
        if request.query_params.get('verbose'):
            return Response({'error': 'That book is not there, and never was.'}, status=404)
        return Response({'error': 'That book is not there.'}, status=400)
`,
    findings: ['25 not-found-is-404'],
  },
  {
    name: 'what is there already, and what is there and has to stay',
    source: `from flask import Blueprint, request

bp = Blueprint('shelves', __name__)

@bp.route('/shelves/<name>', methods=['PUT'])
def put(name):
    names = store.get_names(lower=True)
    if name.strip().lower() in names:
        return {'error': f"Shelf '{name}' already exists"}, 400
    seen = []
    for title in request.json['titles']:
        if title in seen:
            return {'error': f'Title {title} exists twice'}, 400
        seen.append(title)
    return {'kept': store.put(name)}

@bp.route('/shelves/<name>/close', methods=['POST'])
def close(name):
    has_loans = store.loans_exist(name)
    if has_loans:
        return {'error': 'The shelf has existing loans and cannot be closed.'}, 400
    if store.exhibition_exists(name):
        return {'error': 'You cannot leave since it has taken part in an exhibition'}, 403
    return {'closed': store.close(name)}

@bp.route('/pages/<path>')
def page(path):
    if '..' in path:
        return {'error': 'That is no page.'}, 500
    return {'page': store.page(path)}
`,
    findings: ['9 conflict-is-409', '29 client-fault-is-4xx'],
  },
  {
    name: 'what a list of allowed values lacks, how long a text is; the request by the name of its library',
    source: `import flask
from flask import Blueprint, jsonify

bp = Blueprint('shelves', __name__)

@bp.route('/shelves/settings')
def settings():
    kind = flask.request.args.get('kind')
    if kind not in ('core', 'plugin'):
        return jsonify({'error': 'Look at the kind'}), 500
    if len(flask.request.args.get('key')) != 16:
        return jsonify({'error': 'Look at the key'}), 500
    if store.kind() not in ('core', 'plugin'):
        return jsonify({'error': 'Look at the store'}), 500
    return jsonify(store.settings(kind))

@bp.route('/shelves/spec')
def spec():
    known = store.check_auth(flask.request.authorization.username, flask.request.authorization.password)
    if not known:
        return 'Forbidden', 403
    return store.spec()
`,
    findings: ['10 client-fault-is-4xx', '12 client-fault-is-4xx', '21 unauthorized-for-anonymous'],
  },
  {
    name: 'a body that a template makes',
    source: `from rest_framework.decorators import api_view
from rest_framework.response import Response

@api_view(['POST'])
def call(request):
    shelves.touch(request.data)
    if shelves.are_full():
        return Response(status=200, template_name='full.xml')
    return Response(status=200)
`,
    findings: ['9 no-content-is-204'],
  },
  {
    name: 'in which form a client wants to be told is not why it is told',
    source: `import flask
from flask import Blueprint, abort, redirect

bp = Blueprint('shelves', __name__)

@bp.route('/shelves/<name>')
def shelf(name):
    if not is_authenticated(flask.session):
        if flask.request.headers.get('X-Requested-With') == 'XMLHttpRequest':
            return 'Log in', 403
        return redirect('/login')
    found = store.find(name)
    if found is None:
        if flask.request.accept_mimetypes.best_match(['text/html']):
            return 'There is no such shelf', 400
        return 'No such shelf', 404
    return found
`,
    findings: ['10 unauthorized-for-anonymous', '15 not-found-is-404'],
  },
  {
    name: 'credentials of others, and settings for administrators: neither is asked of the caller',
    source: `from fastapi import APIRouter, Depends, HTTPException

router = APIRouter()

@router.get('/callback')
def callback(code: str, user: User = Depends(require_user)):
    credentials = update_access_tokens(code, user)
    if credentials is None:
        raise HTTPException(status_code=500, detail='Unable to fetch access tokens')
    return {'kept': True}

@router.post('/servers')
def add_server(request: Server, user: User = Depends(require_user)):
    server = upsert_server(request, user)
    if server.admin_connection_config_id is None:
        raise HTTPException(status_code=500, detail='Failed to set the connection')
    return server
`,
    findings: [],
  },
  {
    name: 'what is there and may not be overwritten, what is there as something else',
    source: `from flask import Blueprint, abort

bp = Blueprint('files', __name__)

@bp.route('/files/<name>', methods=['PUT'])
def put(name):
    if store.file_exists(name) and not Permissions.OVERWRITE.can():
        abort(403, description='The file already exists, and you may not overwrite it')
    return store.put(name)

@bp.route('/files/<name>/copy', methods=['POST'])
def copy(name):
    is_file = store.file_exists(name)
    is_folder = store.folder_exists(name)
    if not (is_file or is_folder):
        abort(400, description='There is nothing to copy')
    if not is_file:
        abort(400, description='Only files can be copied')
    return store.copy(name)
`,
    findings: ['16 not-found-is-404'],
  },
  {
    name: 'whoever finds out who calls does not know it yet',
    source: `from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed

class HeaderAuthentication(BaseAuthentication):
    def authenticate(self, request):
        identity = read_identity(request)
        if identity is None:
            raise AuthenticationFailed
        role = identity.get('role')
        if role not in ('user', 'service'):
            raise AuthenticationFailed
        return (identity, None)
`,
    findings: [],
  },
  {
    name: 'what a caller who is nobody is called, and a list that is made of the request',
    source: `from flask import Blueprint, abort, request
from flask_login import current_user

bp = Blueprint('books', __name__)

@bp.route('/loans')
def loans():
    if not current_user.get_id():
        abort(403)
    return library.loans(current_user)

@bp.route('/rooms')
def rooms():
    if not current_user.get_role():
        abort(403)
    return library.rooms(current_user)

@bp.route('/labels', methods=['POST'])
def label():
    names = [name.strip() for name in request.form['names'].split(',') if name.strip()]
    known = [name for name in library.labels() if name in names]
    if not names:
        return {'error': 'Nothing is to be put on a label'}, 500
    if not known:
        return {'error': 'Nothing fits'}, 500
    return library.put_labels(known)
`,
    findings: ['9 unauthorized-for-anonymous', '23 client-fault-is-4xx'],
  },
];

reportedOf('what is reported of Python handlers by their conditions', cases, { path: 'app/handlers.py' });
