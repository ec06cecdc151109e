import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { refactorings } from '../../../server/src/features/refactorings.ts';
import { writeChanges } from '../../../server/src/features/workspaceEdits.ts';
import { hasSyntaxError } from '../../support/analyser.ts';
import { atCursor, ready } from '../../support/ready.ts';

/** The texts that the actions at a cursor lead to, by title. */
async function actionsAt(path: string, source: string, offered: readonly string[] = []) {
  const { text, offset } = atCursor(source);
  const open = await ready(text, undefined, path);
  const position = open.document.positionAt(offset);
  const actions = refactorings(open, { start: position, end: position }, writeChanges, offered);
  const document = TextDocument.create('', '', 0, text);
  const applied = new Map<string, string>();
  for (const { title, edit } of actions) {
    const [edits = []] = Object.values(edit?.changes ?? {}) as TextEdit[][];
    const after = TextDocument.applyEdits(document, edits);
    assert.equal(await hasSyntaxError(path, after), false, title);
    applied.set(title, after);
  }
  return applied;
}

const express =
  "import express from 'express';\nimport { StatusCodes } from 'http-status-codes';\nconst app = express();\n";
const handler = (body: string) => `${express}app.get('/users/:id', (req, res) => {\n  ${body}\n});\n`;
const flask = 'from flask import Flask, jsonify\napp = Flask(__name__)\n\n@app.get("/users/<id>")\ndef show(id):\n    ';
const gin =
  'package api\n\nimport (\n\t"net/http"\n\n\t"github.com/gin-gonic/gin"\n)\n\nfunc Show(c *gin.Context) {\n\t';

interface Case {
  readonly title: string;
  readonly path: string;
  readonly source: string;
  /** A line of the text afterwards. */
  readonly line: string;
}

const cases: readonly Case[] = [
  {
    title: 'Write 404 as StatusCodes.NOT_FOUND',
    path: 'app.ts',
    source: handler("res.status(4|04).json({ error: 'none' });"),
    line: "  res.status(StatusCodes.NOT_FOUND).json({ error: 'none' });",
  },
  {
    title: 'Write StatusCodes.NOT_FOUND as 404',
    path: 'app.ts',
    source: handler('res.status(StatusCodes.NOT_|FOUND).end();'),
    line: '  res.status(404).end();',
  },
  {
    title: 'Write all status codes of this file as constants',
    path: 'app.ts',
    source: handler('if (!user) return res.status(404|).end();\n  res.status(200).json(user);'),
    line: '  res.status(StatusCodes.OK).json(user);',
  },
  {
    title: 'Write all status codes of this file as numbers',
    path: 'users.go',
    source: `${gin}if bad {\n\t\tc.JSON(http.Status|NotFound, gin.H{})\n\t}\n\tc.JSON(http.StatusOK, gin.H{})\n}\n`,
    line: '\tc.JSON(200, gin.H{})',
  },
  {
    title: 'Change to 410 Gone',
    path: 'app.ts',
    source: handler('res.status(|404).end();'),
    line: '  res.status(410).end();',
  },
  {
    title: 'Change to 403 Forbidden',
    path: 'users.go',
    source: `${gin}c.JSON(http.StatusUn|authorized, gin.H{})\n}\n`,
    line: '\tc.JSON(http.StatusForbidden, gin.H{})',
  },
  {
    title: 'Send problem details (RFC 9457)',
    path: 'app.ts',
    source: handler("res.status(4|04).json({ error: 'not_found', message: 'No such user' });"),
    line: "  res.status(404).set('Content-Type', 'application/problem+json').json({ type: 'about:blank', title: 'Not Found', status: 404, detail: 'No such user' });",
  },
  {
    title: 'Send problem details (RFC 9457)',
    path: 'app.ts',
    source: handler('res.status(4|04).end();'),
    line: "  res.status(404).set('Content-Type', 'application/problem+json').json({ type: 'about:blank', title: 'Not Found', status: 404 });",
  },
  {
    title: 'Send problem details (RFC 9457)',
    path: 'users.go',
    source: `${gin}c.JSON(http.Status|NotFound, gin.H{"error": err.Error()})\n}\n`,
    line: '\tc.JSON(http.StatusNotFound, gin.H{"type": "about:blank", "title": "Not Found", "status": 404, "detail": err.Error()})',
  },
  {
    title: 'Send problem details (RFC 9457)',
    path: 'app.py',
    source: `${flask}return {"message": "No such user"}, 4|04\n`,
    line: '    return {"type": "about:blank", "title": "Not Found", "status": 404, "detail": "No such user"}, 404, {"Content-Type": "application/problem+json"}',
  },
];

suite('refactorings', () => {
  for (const { title, path, source, line } of cases) {
    test(`${title}, in ${path}: ${line.trim().slice(0, 50)}`, async () => {
      const actions = await actionsAt(path, source);
      const after = actions.get(title) ?? assert.fail(`Offered is ${[...actions.keys()].join('; ')}`);
      assert.ok(after.split('\n').includes(line), after);
    });
  }

  test('leaves out what a fix offers', async () => {
    const actions = await actionsAt('app.ts', handler('res.status(4|01).end();'), ['Answer 403 Forbidden']);
    assert.ok(![...actions.keys()].some((title) => title.includes('403')), [...actions.keys()].join('; '));
  });

  const none: readonly (readonly [place: string, source: string])[] = [
    ['beside a status code', handler('res.sta|tus(404).end();')],
    ['a number that is none', handler('setTimeout(run, 4|04); res.status(404).end();')],
    ['a text without responses', 'const answer = 4|04;\n'],
  ];
  for (const [place, source] of none) {
    test(`has nothing for ${place}`, async () => assert.deepEqual([...(await actionsAt('app.ts', source)).keys()], []));
  }

  test('has no problem details for what succeeds, or has them', async () => {
    const bodies = [
      'res.status(2|00).json({ id: 1 });',
      "res.status(4|04).json({ type: 'about:blank', title: 'Not Found', status: 404 });",
      'res.status(4|04).json(problem);',
      "res.status(4|04).type('html').send('<p>None</p>');",
    ];
    for (const body of bodies) {
      const titles = [...(await actionsAt('app.ts', handler(body))).keys()];
      assert.ok(!titles.some((title) => title.includes('problem details')), `${body}: ${titles.join('; ')}`);
    }
  });
});
