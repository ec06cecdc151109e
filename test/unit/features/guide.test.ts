import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { guide, guideOutcome } from '../../../server/src/features/guide.ts';
import { analyser, hasSyntaxError } from '../../support/analyser.ts';
import { atCursor, ready } from '../../support/ready.ts';

async function at(source: string, path = 'src/users.ts') {
  const { text, offset } = atCursor(source);
  const open = await ready(text, undefined, path);
  const position = open.document.positionAt(offset);
  return { text, open, position, found: guide(open, position, analyser) };
}

/** The text after what the guide would write for a code, or what the change is about. */
async function written(source: string, code: number, path = 'src/users.ts'): Promise<string | undefined> {
  const { text, open, position } = await at(source, path);
  const writing = guideOutcome(code, open, position, analyser)?.writing;
  if (!writing) return undefined;
  let result = text;
  for (const { range, newText } of writing.edits.toReversed()) {
    const [start, end] = [open.document.offsetAt(range.start), open.document.offsetAt(range.end)];
    result = result.slice(0, start) + newText + result.slice(end);
  }
  assert.equal(await hasSyntaxError(path, result), false, result);
  return result;
}

const express = "import express from 'express';\nconst app = express();\n";
const handler = (inner: string, before = '') => `${express}app.delete('/orders/:id', ${before}async (req, res) => {
  const order = await orders.findById(req.params.id);
  ${inner}
  res.status(204).end();
});
`;

suite('The guide at a place', () => {
  const places: readonly (readonly [name: string, source: string, first: string, answers: readonly string[]])[] = [
    ['nowhere', 'const a = 1; |', 'outcome', []],
    ['in a branch', handler('if (!order) {\n    |\n  }'), 'missing', ['What the path, or the id in it, names']],
    ['between braces', handler('if (!order) {|}'), 'missing', ['What the path, or the id in it, names']],
    [
      'on a response',
      handler("if (req.user.role !== 'admin') return res.status(|401).json({ error: 'no' });", 'requireUser, '),
      'permission',
      ['Yes'],
    ],
  ];
  for (const [name, source, first, answers] of places) {
    test(`${name} begins with ${first}`, async () => {
      const { found } = await at(source);
      assert.equal(found.first, first);
      const suggested = found.suggestions
        .filter(({ question }) => question === first)
        .map(({ question, answer }) => found.steps.find(({ id }) => id === question)?.answers[answer]?.text);
      assert.deepEqual(suggested.slice(0, 1), answers);
    });
  }

  test('says what the code shows', async () => {
    const { found } = await at(handler("if (req.user.role !== 'admin') {\n    |\n  }", 'requireUser, '));
    assert.equal(found.reason, 'the caller lacks permission: req.user.role');
    assert.deepEqual(found.shown, ['DELETE /orders/:id', 'requireUser has authenticated the caller']);
  });

  test('suggests what suits the method where nothing went wrong', async () => {
    const { found } = await at(handler('|'));
    const success = found.suggestions.filter(({ question }) => question === 'success');
    assert.equal(found.steps.find(({ id }) => id === 'success')?.answers[success[0]?.answer ?? -1]?.code, 204);
  });
});

suite('The guide writes', () => {
  const cases: readonly (readonly [name: string, source: string, code: number, wanted: string, path?: string])[] = [
    [
      'a response as the file does, and leaves the handler',
      handler('if (!order) {\n    |\n  }'),
      404,
      "if (!order) {\n    return res.status(404).json({ error: 'not_found', message: 'Not Found' });\n  }",
    ],
    [
      'between braces',
      handler('if (!order) {|}'),
      404,
      "if (!order) {\n    return res.status(404).json({ error: 'not_found', message: 'Not Found' });\n  }",
    ],
    [
      'behind what opens a block',
      handler('if (order.shipped) {|\n  }'),
      409,
      "if (order.shipped) {\n    return res.status(409).json({ error: 'conflict', message: 'Conflict' });\n  }",
    ],
    [
      'at the beginning of a line, as deep as that is',
      handler('await send(order);').replace('  await send', '|  await send'),
      409,
      "  res.status(409).json({ error: 'conflict', message: 'Conflict' });\n  await send(order);",
    ],
    ['no body where there may be none', handler('|'), 204, '  res.status(204).end();\n  res.status(204).end();'],
    [
      'a constant where the file uses them',
      `import { StatusCodes } from 'http-status-codes';\n${handler('if (!order) {\n    |\n  }').replace('204', 'StatusCodes.NO_CONTENT')}`,
      404,
      'return res.status(StatusCodes.NOT_FOUND).json(',
    ],
    [
      'another code in the place of one',
      handler("if (!order) return res.status(|400).json({ error: 'Bad Request' });"),
      404,
      "return res.status(404).json({ error: 'Not Found' });",
    ],
    [
      'in Python',
      "from flask import Flask, jsonify\napp = Flask(__name__)\n@app.get('/orders/<id>')\ndef show(id):\n    order = find(id)\n    if order is None:\n        |\n    return jsonify(order), 200\n",
      404,
      "    if order is None:\n        return {'error': 'not_found', 'message': 'Not Found'}, 404\n",
      'src/orders.py',
    ],
    [
      'in Go, and leaves the handler',
      'package main\n\nimport "net/http"\n\nfunc main() {\n\thttp.HandleFunc("GET /orders/{id}", show)\n}\n\nfunc show(w http.ResponseWriter, r *http.Request) {\n\tif r.Header.Get("Authorization") == "" {\n\t\thttp.Error(w, "no", http.StatusUnauthorized)\n\t\treturn\n\t}\n\torder := find(r.PathValue("id"))\n\tif order == nil {\n\t\t|\n\t}\n\tw.Write(order)\n}\n',
      404,
      'if order == nil {\n\t\thttp.Error(w, "Not Found", http.StatusNotFound)\n\t\treturn\n\t}',
      'src/main.go',
    ],
  ];
  for (const [name, source, code, wanted, path] of cases) {
    test(name, async () => {
      const result = await written(source, code, path);
      assert.ok(result?.includes(wanted), result ?? 'nothing');
    });
  }

  test('nothing where no response could stand, or where there is one with this code', async () => {
    assert.equal(await written('const a = 1; |', 404), undefined);
    assert.equal(await written(handler('const x = f(|);'), 404), undefined);
    assert.equal(await written(handler('res.status(4|04).end();'), 404), undefined);
  });

  test('no redirect without an address', async () => {
    assert.equal(await written(handler('|'), 303), undefined);
  });
});
