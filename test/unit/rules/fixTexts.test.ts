import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applyEdits } from '../../support/edits.ts';
import { findingsIn } from '../../support/findings.ts';

/** What the first fix of a rule's first finding writes: the lines that the text did not have before. */
interface Case {
  readonly name: string;
  /** Where it is no Python. */
  readonly path?: string;
  readonly rule: string;
  readonly source: string;
  readonly written: readonly string[];
}

const flask = `from flask import Flask, jsonify, make_response, request

app = Flask(__name__)

@app.route('/books', methods=['POST'])
def add_book():
`;

const cases: readonly Case[] = [
  {
    name: 'a body by what lets no later handler run, with the field that was asked for',
    path: 'app/handlers.go',
    rule: 'error-body',
    source: `package app

import "github.com/gin-gonic/gin"

func wantsTitle(c *gin.Context) {
	if c.PostForm("title") == "" {
		c.AbortWithStatus(400)
		return
	}
	c.Next()
}
`,
    written: [
      '\t\tc.AbortWithStatusJSON(400, gin.H{"error": "bad_request", "message": "Bad Request", "field": "title"})',
    ],
  },
  {
    name: 'a line that logs, with what every program in JavaScript has',
    path: 'src/books.ts',
    rule: 'error-detail-leak',
    source: `app.get('/books', async (req, res) => {
  try {
    res.json(await books.all());
  } catch (error) {
    res.status(500).json({ error: error.message });
  }
});
`,
    written: ['    console.error(error);', "    res.status(500).json({ error: 'Something went wrong' });"],
  },
  {
    name: 'a try of its own round a check whose error has no class that is known',
    path: 'src/books.ts',
    rule: 'client-fault-is-4xx',
    source: `app.post('/books', async (req, res) => {
  try {
    checkTitle(req.body.title);
    await books.save(req.body);
    res.status(204).end();
  } catch (error) {
    res.status(500).json({ error: 'Something went wrong' });
  }
});
`,
    written: [
      '    try {',
      '      checkTitle(req.body.title);',
      '    } catch {',
      "      return res.status(400).json({ error: 'invalid_input', message: 'The request is invalid' });",
      '    }',
    ],
  },
  {
    name: 'a delay on the context, which an error of Hono goes out with',
    path: 'src/books.ts',
    rule: 'retry-after-on-503',
    source: `import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';

const app = new Hono();
app.post('/books', (c) => {
  if (!limiter.take(c)) {
    throw new HTTPException(429, { message: 'Later' });
  }
  return c.json({ taken: true });
});
`,
    written: ["    c.header('Retry-After', '60');"],
  },
  {
    name: 'a name for what is made in place, as its address needs its identifier',
    path: 'src/books.ts',
    rule: 'location-on-201',
    source: `import Fastify from 'fastify';

const app = Fastify();
app.post('/books', async (request, reply) => {
  return reply.code(201).send(await books.create(request.body));
});
`,
    written: [
      '  const created = await books.create(request.body);',
      `  return reply.code(201).header('Location', \`\${request.url}/\${created.id}\`).send(created);`,
    ],
  },
  {
    name: 'the identifier that a call gives back which makes something',
    rule: 'location-on-201',
    source: `${flask}    book_id = books.create_book(request.json)
    return jsonify({'bookId': book_id}), 201
`,
    written: ["    return jsonify({'bookId': book_id}), 201, {'Location': f'{request.path}/{book_id}'}"],
  },
  {
    name: '200 where nothing was made that could have an address',
    rule: 'location-on-201',
    source: `${flask}    return {'caption': caption_of(request.json['image'])}, 201
`,
    written: ["    return {'caption': caption_of(request.json['image'])}, 200"],
  },
  {
    name: 'nor the address of what has no name in a collection, held by an object that is written out',
    path: 'src/books.ts',
    rule: 'location-on-201',
    source: `const saved = { saved: true };
app.post('/books', async (req, res) => {
  shelf.push(await books.checked(req.body));
  res.status(201).json(saved);
});
`,
    written: ['  res.status(200).json(saved);'],
  },
  {
    name: 'a body in the place of an empty text',
    rule: 'error-body',
    source: `${flask}    if 'title' not in request.json:
        return '', 400
    return jsonify(books.add(request.json))
`,
    written: ["        return {'error': 'bad_request', 'message': 'Bad Request'}, 400"],
  },
  {
    name: 'the status that a caught error is given, whoever says then what it says',
    path: 'src/books.ts',
    rule: 'server-fault-is-5xx',
    source: `app.get('/books/:id/cover', async (req, res) => {
  res.send(await fs.readFile(coverOf(req)).catch((error) => {
    error.status = 400;
    throw error;
  }));
});
`,
    written: ['    error.status = 500;'],
  },
  {
    name: 'the code that a helper is told for the body',
    path: 'src/books.ts',
    rule: 'unauthorized-for-anonymous',
    source: `app.get('/books', (req, res) => {
  if (!req.user) return res.status(403).send(problem(403, 'books'));
  res.json(books.of(req.user));
});
`,
    written: ["  if (!req.user) return res.status(401).send(problem(401, 'books'));"],
  },
  {
    name: 'no identifier of the error that making it gives',
    path: 'app/handlers.go',
    rule: 'location-on-201',
    source: `package app

import "net/http"

func addBook(w http.ResponseWriter, r *http.Request) {
	var book Book
	var err error
	err = books.CreateBook(r.Context(), &book)
	if err != nil {
		http.Error(w, "the book was not added", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusCreated)
}
`,
    written: ['\tw.Header().Set("Location", r.URL.Path)'],
  },
  {
    name: 'no method that is refused is one that is allowed',
    path: 'app/books.js',
    rule: 'allow-on-405',
    source: `const router = require('express').Router();

router.get('/books', (req, res) => {
  res.status(405).json({ error: 'Closed' });
});
`,
    written: ["  res.status(405).set('Allow', 'POST').json({ error: 'Closed' });"],
  },
  {
    name: 'what another service did not do is told as that',
    path: 'app/weather.js',
    rule: 'error-in-success',
    source: `const router = require('express').Router();

router.get('/weather', (req, res) => {
  fetch('https://weather.example').then((answer) => res.json(answer)).catch(() => {
    res.json({ success: false, message: 'No weather today' });
  });
});
`,
    written: ["    res.status(502).json({ success: false, message: 'No weather today' });"],
  },
  {
    name: 'the identifier that the body gives, not that of something else',
    rule: 'location-on-201',
    source: `${flask}    shelf_id = request.json['shelf_id']
    book = books.create(request.json, shelf_id)
    return make_response(jsonify({'name': book['name'], 'shelf_id': shelf_id, 'id': str(book['id'])}), 201)
`,
    written: [
      `    return make_response(jsonify({'name': book['name'], 'shelf_id': shelf_id, 'id': str(book['id'])}), 201, {'Location': f'{request.path}/{book["id"]}'})`,
    ],
  },
  {
    name: 'an entry of what is a dictionary elsewhere, whatever a text speaks of',
    rule: 'location-on-201',
    source: `${flask}    book = books.create(request.json)
    book['lent'] = False
    audit('book.create', book['id'])
    return jsonify({'book': book}), 201
`,
    written: [`    return jsonify({'book': book}), 201, {'Location': f'{request.path}/{book["id"]}'}`],
  },
  {
    name: 'what is shown of the things that are created',
    rule: 'location-on-201',
    source: `${flask}    book = Book(request.json)
    book.save()
    history = History.objects.create(data=book.title)
    return jsonify(shown_book(book)), 201
`,
    written: [`    return jsonify(shown_book(book)), 201, {'Location': f'{request.path}/{book.id}'}`],
  },
  {
    name: 'the URL that the body says',
    rule: 'location-on-201',
    source: `${flask}    url = pictures.render(request.json)
    return jsonify({'url': url}), 201
`,
    written: [`    return jsonify({'url': url}), 201, {'Location': url}`],
  },
  {
    name: 'the request where nothing that is created has an identifier of its own',
    rule: 'location-on-201',
    source: `${flask.replace("'/books'", "'/books/<isbn>'")}    login_url = books.create_login_url(request.json)
    unknown = add_books_to_shelf(request.json)
    return jsonify({'login': login_url, 'unknown': unknown}), 201
`,
    written: [`    return jsonify({'login': login_url, 'unknown': unknown}), 201, {'Location': request.path}`],
  },
  {
    name: 'the identifier that is all of the body',
    rule: 'location-on-201',
    source: `${flask}    shelf = find_shelf(request.json)
    unknown = add_books_to_shelf(shelf)
    return make_response(jsonify(str(shelf.uuid)), 201)
`,
    written: [`    return make_response(jsonify(str(shelf.uuid)), 201, {'Location': f'{request.path}/{shelf.uuid}'})`],
  },
  {
    name: 'what a serializer of Django REST framework made',
    rule: 'location-on-201',
    source: `from rest_framework.response import Response
from rest_framework.views import APIView

class Books(APIView):
    def post(self, request):
        serializer = BookSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        serializer.save()
        return Response(serializer.data, status=201)
`,
    written: [
      `        return Response(serializer.data, status=201, headers={'Location': f'{request.path}{serializer.data["id"]}/'})`,
    ],
  },
  {
    name: 'the identifier as the file calls it, and one that the body gives by itself',
    rule: 'location-on-201',
    source: `${flask}    created_task = tasks.create(request.json)
    log.info(created_task.task_id)
    return jsonify(shown(created_task)), 201
`,
    written: [`    return jsonify(shown(created_task)), 201, {'Location': f'{request.path}/{created_task.task_id}'}`],
  },
  {
    name: 'an identifier that is a name',
    rule: 'location-on-201',
    source: `${flask}    new_uuid = books.add_book(request.json)
    return jsonify({'uuid': new_uuid}), 201
`,
    written: [`    return jsonify({'uuid': new_uuid}), 201, {'Location': f'{request.path}/{new_uuid}'}`],
  },
  {
    name: 'where the body of a redirect says to go',
    rule: 'location-on-redirect',
    source: `${flask}    found = books.find(request.json)
    return jsonify({'redirect': found.url}), 303
`,
    written: [`    return jsonify({'redirect': found.url}), 303, {'Location': found.url}`],
  },
  {
    name: 'another code for what is refused and called a redirect',
    rule: 'location-on-redirect',
    source: `${flask}    if request.json['branch'] != branch:
        return jsonify({'message': 'Another branch'}), 301
    return start(), 202
`,
    written: [`        return jsonify({'message': 'Another branch'}), 400`],
  },
  {
    name: 'a status where Django has no class for it',
    rule: 'unauthorized-for-anonymous',
    source: `from django.http import HttpResponseForbidden

def shelf(request):
    if not request.user.is_authenticated:
        return HttpResponseForbidden('Log in first')
    return show(request)
`,
    written: ['from django.http import HttpResponse', "        return HttpResponse('Log in first', status=401)"],
  },
  {
    name: 'a status that a class of Django takes',
    rule: 'redirect-method',
    source: `from django.http import HttpResponseRedirect
from django.views import View

class Lend(View):
    def post(self, request):
        lend(request.POST)
        return HttpResponseRedirect('/books')
`,
    written: ["        return HttpResponseRedirect('/books', status=303)"],
  },
  {
    name: 'JSON where Django takes text',
    rule: 'error-body',
    source: `from django.http import HttpResponseForbidden

def shelf(request):
    if request.user.is_blocked:
        return HttpResponseForbidden()
    return show(request)
`,
    written: [
      'from django.http import HttpResponseForbidden, JsonResponse',
      "        return JsonResponse({'error': 'forbidden', 'message': 'Forbidden'}, status=403)",
    ],
  },
  {
    name: 'a text inside what is made JSON',
    rule: 'error-detail-leak',
    source: `import json

def create(event, context):
    try:
        return keep(event)
    except Exception as error:
        return {'statusCode': 500, 'body': json.dumps({'ok': False, 'error': str(error)})}
`,
    written: [`        return {'statusCode': 500, 'body': json.dumps({'ok': False, 'error': 'Something went wrong'})}`],
  },
  {
    name: 'quotes inside quotes',
    rule: 'location-on-201',
    source: `import json

def create(event, context):
    book = books.create(json.loads(event['body']))
    return {'statusCode': 201, 'body': json.dumps({'title': book.title})}
`,
    written: [
      `    return {'statusCode': 201, 'body': json.dumps({'title': book.title}), 'headers': {'Location': f'{event["path"]}/{book.id}'}}`,
    ],
  },
  {
    name: 'what a text says of who calls, under 200',
    rule: 'error-in-success',
    source: `${flask}    if not keys.check(request.json):
        return jsonify({'error': 'Invalid API key'})
    return jsonify({'ok': True}), 202
`,
    written: [`        return jsonify({'error': 'Invalid API key'}), 401`],
  },
  {
    name: 'a class that the framework has',
    rule: 'client-fault-is-4xx',
    source: `import json

from rest_framework.exceptions import APIException
from rest_framework.views import APIView

class Books(APIView):
    def get(self, request):
        try:
            wanted = json.loads(request.query_params.get('wanted'))
        except ValueError:
            raise APIException('That is no list.')
        return shown(wanted)
`,
    written: [
      'from rest_framework.exceptions import ValidationError',
      "            raise ValidationError('That is no list.')",
    ],
  },
];

suite('what fixes write', () => {
  for (const { name, path = 'app/handlers.py', rule, source, written } of cases) {
    test(name, async () => {
      const found = (await findingsIn(path, source)).find((each) => each.rule.id === rule);
      const [fix] = found?.fixes() ?? [];
      assert.ok(fix, `no fix for ${rule}`);
      const before = new Set(source.split('\n'));
      const after = applyEdits(source, fix.edits).split('\n');
      assert.deepEqual(
        after.filter((line) => !before.has(line)),
        written,
      );
    });
  }
});

const guesses = [
  {
    name: 'the methods of the route are known',
    safety: 'safe',
    source: `from flask import Flask, abort, request

app = Flask(__name__)

@app.route('/books', methods=['GET', 'POST'])
def books():
    if request.method == 'GET':
        return list_books()
    abort(405)
`,
  },
  {
    name: 'methods that a decorator is given are not, beside one that is named',
    safety: 'suggestion',
    source: `from django.http import HttpResponse

def cors(*methods):
    def decorator(view):
        def wrapper(request, *args):
            if request.method == 'OPTIONS':
                response = HttpResponse(status=204)
            elif request.method in methods:
                response = view(request, *args)
            else:
                response = HttpResponse(status=405)
            return response
        return wrapper
    return decorator
`,
  },
  {
    name: 'methods that are kept elsewhere are not',
    safety: 'suggestion',
    source: `from fastapi import HTTPException, Request

async def check_method(request: Request, hook: Hook):
    if request.method.lower() not in hook.methods:
        raise HTTPException(status_code=405, detail='Not by that method.')
`,
  },
];

suite('what a fix has to guess is a suggestion', () => {
  for (const { name, safety, source } of guesses) {
    test(name, async () => {
      const found = (await findingsIn('app/handlers.py', source)).find((each) => each.rule.id === 'allow-on-405');
      assert.equal(found?.fixes()[0]?.safety, safety);
    });
  }
});
