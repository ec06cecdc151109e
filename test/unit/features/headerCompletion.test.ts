import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { TextEdit } from 'vscode-languageserver';
import { headerCompletion } from '../../../server/src/features/headerCompletion.ts';
import { analyser } from '../../support/analyser.ts';
import { atCursor, ready } from '../../support/ready.ts';

async function fieldsAt(path: string, source: string) {
  const { text, offset } = atCursor(source);
  const open = await ready(text, undefined, path);
  const items = headerCompletion(open, open.document.positionAt(offset), analyser);
  return { open, items: items.toSorted((one, other) => (one.sortText ?? '').localeCompare(other.sortText ?? '')) };
}

const handler = (method: string, body: string) =>
  `import express from 'express';\nconst app = express();\napp.${method}('/users', (req, res) => {\n  ${body}\n});\n`;
const flask = 'from flask import Flask, jsonify\napp = Flask(__name__)\n\n@app.post("/users")\ndef create():\n    ';
const netHttp = 'package api\n\nimport "net/http"\n\nfunc users(w http.ResponseWriter, r *http.Request) {\n\t';

const offered: readonly (readonly [place: string, path: string, source: string, first: string])[] = [
  ['a 201', 'app.js', handler('post', "res.status(201).set('|', '/users/1').json({});"), 'Location'],
  ['a 201 without a value yet', 'app.js', handler('post', "res.status(201).set('|').json({});"), 'Location'],
  ['a 401', 'app.js', handler('get', "res.setHeader('|', 'Bearer');\n  res.status(401).end();"), 'WWW-Authenticate'],
  ['a 405 whose name has begun', 'app.js', handler('get', "res.status(405).header('Al|', 'GET').end();"), 'Allow'],
  ['a 503', 'app.js', handler('get', "res.status(503).set({ '|': '120' }).end();"), 'Retry-After'],
  [
    'an object of header fields',
    'app.ts',
    "export async function POST() {\n  return new Response(null, { status: 201, headers: { '|' } });\n}\n",
    'Location',
  ],
  ['a tuple of Flask', 'app.py', `${flask}return jsonify(id=1), 201, {"|": url}\n`, 'Location'],
  [
    'a map of Go',
    'users.go',
    `${netHttp}w.Header().Set("|", "GET")\n\tw.WriteHeader(http.StatusMethodNotAllowed)\n}\n`,
    'Allow',
  ],
];

const silent: readonly (readonly [place: string, source: string])[] = [
  ['a body', handler('get', "res.status(401).json({ '|': 1 });")],
  ['a value', handler('get', "res.status(401).set('WWW-Authenticate', '|').end();")],
  ['a text', handler('get', "log('set |');\n  res.status(401).end();")],
  ['a comment', handler('get', "// res.set('|', '')\n  res.status(401).end();")],
  ['a map', handler('get', "cache.set('|', req.user);\n  res.status(401).end();")],
  ['a header of the request', handler('get', "if (req.get('|')) res.status(401).end();")],
];

suite('completion of header fields', () => {
  for (const [place, path, source, first] of offered) {
    test(`begins with what ${place} owes`, async () => {
      const { items } = await fieldsAt(path, source);
      assert.equal(items[0]?.label, first);
      assert.match(items[0]?.labelDetails?.description ?? '', /^\d{3}, (?:MUST|SHOULD|MAY)$/);
      assert.equal(new Set(items.map(({ label }) => label)).size, items.length);
    });
  }
  for (const [place, source] of silent) {
    test(`offers nothing for ${place}`, async () => {
      const { items } = await fieldsAt('app.js', source);
      assert.deepEqual(
        items.map(({ label }) => label),
        [],
      );
    });
  }

  test('replaces the whole name', async () => {
    const { open, items } = await fieldsAt('app.js', handler('get', "res.status(405).set('Al|low', 'GET').end();"));
    const { range } = (items[0]?.textEdit ?? assert.fail()) as TextEdit;
    assert.equal(
      open.document.text.slice(open.document.offsetAt(range.start), open.document.offsetAt(range.end)),
      'Allow',
    );
  });
});
