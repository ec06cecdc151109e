import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { codeLenses, resolvedCodeLens } from '../../../server/src/features/codeLens.ts';
import { showPlacesCommand } from '../../../server/src/protocol.ts';
import { ready } from '../../support/ready.ts';

/** The lines with a lens and what it says. */
async function lenses(path: string, text: string): Promise<readonly string[]> {
  const open = await ready(text, undefined, path);
  return codeLenses(open).map((lens) => {
    const { command } = resolvedCodeLens(lens, open, true);
    return `${lens.range.start.line + 1}: ${command?.title}`;
  });
}

const express = "import express from 'express';\nconst app = express();\n";

const cases: readonly (readonly [name: string, path: string, text: string, shown: readonly string[]])[] = [
  [
    'one line for each handler',
    'app.js',
    `${express}app.get('/users/:id', async (req, res) => {\n  const user = await User.findById(req.params.id);\n  if (!user) return res.status(404).json({ error: 'none' });\n  res.json(user);\n});\napp.post('/users', (req, res) => {\n  res.status(201).location('/users/1').json({});\n});\n`,
    ['3: GET /users/:id → 200 · 404', '8: POST /users → 201'],
  ],
  [
    'a sign at what a finding is about',
    'app.js',
    `${express}app.post('/users', async (req, res) => {\n  if (!req.body.name) return res.status(400).json({ error: 'name' });\n  const user = await User.create(req.body);\n  if (req.user && req.user.role !== 'admin') return res.status(401).json({ error: 'no' });\n  res.status(201).json(user);\n});\n`,
    ['3: POST /users → 201 · 400 · 401 ⚠'],
  ],
  [
    'a handler that stands beside its route',
    'api.go',
    'package api\n\nimport (\n\t"net/http"\n\n\t"github.com/gin-gonic/gin"\n)\n\nfunc Routes(r *gin.Engine) {\n\tr.GET("/books/:id", show)\n}\n\nfunc show(c *gin.Context) {\n\tc.JSON(http.StatusOK, gin.H{})\n}\n',
    ['13: GET /books/:id → 200'],
  ],
  [
    'decorated functions, from their first decorator on',
    'app.py',
    'from fastapi import FastAPI, HTTPException\napp = FastAPI()\n\n@app.post("/users")\n@audited\ndef create(user: User):\n    if store.has(user):\n        raise HTTPException(409)\n    return store.add(user)\n',
    ['4: POST /users → 200 · 409'],
  ],
  [
    'nothing over middleware',
    'app.js',
    `${express}app.use((err, req, res, next) => {\n  res.status(500).json({ error: 'x' });\n});\n`,
    [],
  ],
  [
    'nothing over what answers nothing',
    'app.js',
    `${express}app.get('/users', listUsers);\nfunction listUsers(req, res) { forward(req); }\n`,
    [],
  ],
  ['nothing in a text without handlers', 'app.js', 'const answer = 404;\n', []],
];

suite('code lens', () => {
  for (const [name, path, text, shown] of cases) {
    test(`shows ${name}`, async () => assert.deepEqual(await lenses(path, text), shown));
  }

  const text = `${express}app.get('/users/:id', (req, res) => {\n  if (!req.user) return res.status(401).json({ error: 'no' });\n  res.redirect('/');\n});\n`;

  test('leads to the places', async () => {
    const open = await ready(text, undefined, 'app.js');
    const [lens] = codeLenses(open);
    const { command } = resolvedCodeLens(lens ?? assert.fail(), open, true);
    assert.equal(command?.command, showPlacesCommand);
    const [uri, position, locations] = command.arguments ?? [];
    assert.equal(uri, 'file:///app.js');
    assert.deepEqual(position, { line: 2, character: 0 });
    assert.deepEqual(
      locations.map(({ range }: { range: { start: { line: number } } }) => range.start.line),
      [3, 4],
    );
  });

  test('is text for an editor that cannot show places', async () => {
    const open = await ready(text, undefined, 'app.js');
    const [lens] = codeLenses(open);
    const { command } = resolvedCodeLens(lens ?? assert.fail(), open, false);
    assert.deepEqual(command, { title: 'GET /users/:id → 302 · 401', command: '' });
  });

  test('says nothing of a handler that is no more', async () => {
    const open = await ready(text, undefined, 'app.js');
    const [lens] = codeLenses(open);
    const changed = await ready(`// moved\n${text}`, undefined, 'app.js');
    assert.equal(resolvedCodeLens(lens ?? assert.fail(), changed, true).command?.title, '');
  });
});
