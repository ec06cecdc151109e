import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { CompletionItem, TextEdit } from 'vscode-languageserver';
import { completion, resolvedCompletion } from '../../../server/src/features/completion.ts';
import { handlerAlone } from '../../../server/src/features/handlerAlone.ts';
import { analyser } from '../../support/analyser.ts';
import { atCursor, ready } from '../../support/ready.ts';

async function completed(path: string, source: string) {
  const { text, offset } = atCursor(source);
  const open = await ready(text, undefined, path);
  const items = completion(open, open.document.positionAt(offset), analyser);
  return { open, items: items.toSorted((one, other) => (one.sortText ?? '').localeCompare(other.sortText ?? '')) };
}

function firstOf(items: readonly CompletionItem[], count: number): string {
  return items
    .slice(0, count)
    .map(({ label }) => label)
    .join(' ');
}

const express = "import express from 'express';\nconst app = express();\n";
const post = (body: string) => `${express}app.post('/users', async (req, res) => {\n  ${body}\n});\n`;
const flask = 'from flask import Flask, abort, jsonify, request\napp = Flask(__name__)\n\n';
const fastapi = 'from fastapi import FastAPI, HTTPException, status\napp = FastAPI()\n\n';
const gin = 'package api\n\nimport "github.com/gin-gonic/gin"\n\n';
const netHttp = 'package api\n\nimport "net/http"\n\n';

/** What stands at the place, the source with its cursor, and what is offered first. */
const offered: readonly (readonly [place: string, path: string, source: string, first: string])[] = [
  ['a status method', 'users.js', post('res.status(|)'), '201 400 409 422'],
  ['a status method whose bracket is open', 'users.js', post('res.status(|'), '201 400 409 422'],
  ['a chain that goes on', 'users.js', post('res.status(|).json({ id: 1 });'), '201 400 409 422'],
  ['a number on its way', 'users.js', post('res.status(4|)'), '201 400 409 422'],
  ['a number that is there', 'users.js', post('res.status(4|04).end();'), '201 400 409 422'],
  ['a name on its way', 'users.js', post('res.status(not|)'), '201 400 409 422'],
  ['an assignment', 'users.js', post('res.statusCode = |'), '201 400 409 422'],
  ['the status of sendStatus', 'users.js', post('return res.sendStatus(|);'), '201 400 409 422'],
  [
    'a lack of permission',
    'users.js',
    post("const { user } = req;\n  if (req.user.role !== 'admin') return res.status(|"),
    '403 404',
  ],
  [
    'something that was not found',
    'users.js',
    `${express}app.get('/users/:id', async (req, res) => {\n  const user = await User.findById(req.params.id);\n  if (!user) {\n    return res.status(|\n  }\n  res.json(user);\n});\n`,
    '404 410 200',
  ],
  ['a redirect after a POST', 'users.js', post("res.redirect(|, '/users');"), '303 307 308'],
  [
    'an object in a call that is not closed',
    'users.ts',
    'export async function DELETE(request: Request) {\n  return new Response(null, { status: |\n}\n',
    '200 201 204',
  ],
  [
    'a table of constants',
    'users.ts',
    "import { StatusCodes } from 'http-status-codes';\nexport const gone = StatusCodes.|\n",
    'OK CREATED NO_CONTENT BAD_REQUEST',
  ],
  [
    'a table of constants in a status position',
    'users.ts',
    `import { StatusCodes } from 'http-status-codes';\n${post('res.status(StatusCodes.NO|)')}`,
    'CREATED BAD_REQUEST CONFLICT',
  ],
  [
    'a file with constants',
    'users.ts',
    `import { StatusCodes } from 'http-status-codes';\n${post('if (!req.body.name) return res.status(StatusCodes.BAD_REQUEST).end();\n  res.status(|)')}`,
    'StatusCodes.CREATED StatusCodes.BAD_REQUEST',
  ],
  ['abort', 'app.py', `${flask}@app.post('/users')\ndef create():\n    abort(|\n`, '400 409 422'],
  [
    'the second part of a tuple',
    'app.py',
    `${flask}@app.post('/users')\ndef create():\n    return jsonify(user), |\n`,
    '201 400 409 422',
  ],
  [
    'a keyword argument',
    'app.py',
    `${fastapi}@app.get('/users/{id}')\ndef show(id: int):\n    raise HTTPException(status_code=|)\n`,
    '404',
  ],
  [
    'a keyword argument without its bracket',
    'app.py',
    `${fastapi}@app.get('/users/{id}')\ndef show(id: int):\n    raise HTTPException(status_code=|\n\n@app.get('/users')\ndef index():\n    return []\n`,
    '404',
  ],
  [
    'the constants of Starlette',
    'app.py',
    `${fastapi}@app.get('/users/{id}')\ndef show(id: int):\n    raise HTTPException(status_code=status.|)\n`,
    'HTTP_404_NOT_FOUND',
  ],
  [
    'the status of a decorator',
    'app.py',
    `${fastapi}@app.post('/users', status_code=|)\ndef create(user: User):\n    return store.add(user)\n`,
    '201 400 409 422',
  ],
  [
    'a Gin call with its body',
    'users.go',
    `${gin}func Create(c *gin.Context) {\n\tc.JSON(|, gin.H{})\n}\n`,
    '200 201 204',
  ],
  ['a Gin call without its body', 'users.go', `${gin}func Create(c *gin.Context) {\n\tc.JSON(|)\n}\n`, '200 201 204'],
  ['a Gin call that is open', 'users.go', `${gin}func Create(c *gin.Context) {\n\tc.JSON(|\n}\n`, '200 201 204'],
  [
    'WriteHeader',
    'users.go',
    `${netHttp}func create(w http.ResponseWriter, r *http.Request) {\n\tw.WriteHeader(|)\n}\n`,
    'http.StatusOK http.StatusCreated',
  ],
  [
    'the constants of Go',
    'users.go',
    `${netHttp}func create(w http.ResponseWriter, r *http.Request) {\n\tw.WriteHeader(http.Sta|)\n}\n`,
    'StatusOK StatusCreated',
  ],
  [
    'a comparison',
    'client.ts',
    "const response = await fetch('/users');\nif (response.status === |) retry();\n",
    '200 201 204',
  ],
  [
    'a helper of the file',
    'users.js',
    `${post('fail(res, |')}\nfunction fail(res, status, message) {\n  res.status(status).json({ message });\n}\n`,
    '201 400 409 422',
  ],
];

/** Places where no status can stand. */
const silent: readonly (readonly [place: string, path: string, source: string])[] = [
  ['a time', 'users.js', post('setTimeout(respond, |); res.status(201).end();')],
  ['a comparison with a number', 'users.js', post('if (users.length > 4|) res.status(201).end();')],
  ['a text', 'users.js', post("res.status(201).json({ error: '|' });")],
  ['a text in a status position', 'users.js', post("res.status('|');")],
  ['a comment', 'users.js', post('// res.status(|\n  res.status(201).end();')],
  ['a comment behind code', 'users.js', post('res.end(); // status: |')],
  ['a body', 'users.js', post('res.send(|')],
  ['a body in JSON', 'users.js', post('res.json(|)')],
  ['the name of a method', 'users.js', post('res.|')],
  ['the name of a variable', 'users.js', post('const st| = 1; res.status(201).end();')],
  ['the beginning of a statement', 'users.js', post('|')],
  ['another argument', 'users.js', post('res.status(201, |);')],
  ['a fraction', 'users.js', post('res.rate = 4.|')],
  ['a key', 'users.js', post('res.json({ |')],
  ['a member of something else', 'users.js', post('res.status(order.|)')],
  ['a table of something else', 'users.ts', 'export const state = OrderStatus.|\n'],
  ['an argument in Python', 'app.py', `${flask}@app.post('/users')\ndef create():\n    retry(|)\n    abort(404)\n`],
  [
    'a number in Go',
    'users.go',
    `${gin}func Create(c *gin.Context) {\n\tfor i := 0; i < |; i++ {\n\t\tc.JSON(200, nil)\n\t}\n}\n`,
  ],
  ['what an error is given', 'app.py', `${flask}@app.post('/users')\ndef create():\n    raise PermissionError(|)\n`],
  [
    'what goes with a status that is there',
    'app.py',
    `${fastapi}from fastapi.responses import JSONResponse\n@app.get('/users')\ndef users():\n    return JSONResponse(status_code=404, |)\n`,
  ],
  [
    'a call that goes on below',
    'users.js',
    post('return new Response(|\n    JSON.stringify({ id: 1 }),\n    { status: 201 },\n  );'),
  ],
  ['an empty text', 'users.js', '|'],
];

/** Of a text with other handlers, what is read to complete in one. */
const alone: readonly (readonly [path: string, text: string, read: string])[] = [
  [
    'app.js',
    "app.get('/one', (req, res) => {\n  res.status(200);\n});\napp.get('/two', (req, res) => { res.status(|) });\n",
    "app.get('/one', (req, res) => {\n                  \n});\napp.get('/two', (req, res) => { res.status() });\n",
  ],
  [
    'app.py',
    '@app.get("/one")\ndef one():\n    abort(404)\n    done()\n\n@app.get("/two")\ndef two():\n    abort(|)\n',
    '@app.get("/one")\ndef one():\n    ...       \n          \n\n@app.get("/two")\ndef two():\n    abort()\n',
  ],
  ['app.js', "app.get('/one', (req, res) => res.end());\n|\n", "app.get('/one', (req, res) => res.end());\n\n"],
];

suite('what completion reads', () => {
  for (const [path, source, read] of alone) {
    test(`is the handler at hand, in ${path}: ${read.slice(0, 40)}`, async () => {
      const head = path.endsWith('.py') ? flask : express;
      const { text, offset } = atCursor(head + source);
      const { analysis } = await ready(text, undefined, path);
      assert.equal(handlerAlone(text, analysis, offset), head + read);
    });
  }
});

suite('completion', () => {
  for (const [place, path, source, first] of offered) {
    test(`offers the codes that suit ${place}`, async () => {
      const { items } = await completed(path, source);
      assert.equal(firstOf(items, first.split(' ').length), first);
    });
  }
  for (const [place, path, source] of silent) {
    test(`offers nothing for ${place}`, async () => {
      const { items } = await completed(path, source);
      assert.equal(firstOf(items, 3), '');
    });
  }

  test('says what a code suits, and its phrase', async () => {
    const { items } = await completed('users.js', post("if (req.user.role !== 'admin') return res.status(|)"));
    assert.deepEqual(items[0]?.labelDetails, { detail: ' Forbidden', description: 'lacking permission' });
  });

  test('finds a code by number, phrase and intent', async () => {
    const { items } = await completed('users.js', post('res.status(|)'));
    const tooMany = items.find(({ label }) => label === '429');
    assert.match(tooMany?.filterText ?? '', /^429 Too Many Requests .*rate limit/);
    assert.ok(items.every(({ filterText = '' }) => filterText.length <= 128));
  });

  test('leaves out what no registry has', async () => {
    const { items } = await completed('users.js', post('res.status(|)'));
    assert.deepEqual(
      items.map(({ label }) => label).filter((label) => ['418', '419', '499', '306', '104'].includes(label)),
      [],
    );
  });

  test('replaces the whole token', async () => {
    const { open, items } = await completed('users.js', post('res.status(4|04).end();'));
    const { range } = (items[0]?.textEdit ?? assert.fail()) as TextEdit;
    assert.equal(
      open.document.text.slice(open.document.offsetAt(range.start), open.document.offsetAt(range.end)),
      '404',
    );
  });

  test('replaces a member behind its point', async () => {
    const source = `import { StatusCodes } from 'http-status-codes';\n${post('res.status(StatusCodes.NO|)')}`;
    const { open, items } = await completed('users.ts', source);
    const { range } = (items[0]?.textEdit ?? assert.fail()) as TextEdit;
    assert.equal(
      open.document.text.slice(open.document.offsetAt(range.start), open.document.offsetAt(range.end)),
      'NO',
    );
  });

  test('brings the import that Go demands', async () => {
    const { items } = await completed('users.go', `${gin}func Create(c *gin.Context) {\n\tc.JSON(http.|)\n}\n`);
    const created = items.find(({ label }) => label === 'StatusCreated');
    assert.match(created?.additionalTextEdits?.[0]?.newText ?? '', /"net\/http"/);
  });

  test('explains a code when it is asked to', () => {
    const item = resolvedCompletion({ label: '404', data: 404 });
    assert.match((item.documentation as { value: string }).value, /^\*\*404 Not Found\*\*/);
    assert.deepEqual(resolvedCompletion({ label: 'other' }), { label: 'other' });
  });
});
