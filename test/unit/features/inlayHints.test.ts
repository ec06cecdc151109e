import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { defaultSettings, type InlayHintSettings } from '../../../server/src/configuration/settings.ts';
import { inlayHints, resolvedInlayHint } from '../../../server/src/features/inlayHints.ts';
import { ready } from '../../support/ready.ts';

const everything = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

/** The text with its hints where an editor shows them: `res.redirect('/')«302»`. */
async function hinted(path: string, text: string, hints: Partial<InlayHintSettings> = {}): Promise<string> {
  const open = await ready(text, undefined, path);
  const settings = { ...defaultSettings, inlayHints: { ...defaultSettings.inlayHints, ...hints } };
  let shown = text;
  const found = inlayHints({ ...open, settings }, everything).map((hint) => ({
    offset: open.document.offsetAt(hint.position),
    label: hint.label,
  }));
  for (const { offset, label } of found.toSorted((one, other) => other.offset - one.offset))
    shown = `${shown.slice(0, offset)}«${label}»${shown.slice(offset)}`;
  return shown;
}

interface Case {
  readonly name: string;
  readonly path: string;
  readonly hints?: Partial<InlayHintSettings>;
  /** With the hints. */
  readonly shown: string;
}

const express = "import express from 'express';\nconst app = express();\n";
const nest =
  "import { Controller, Get, HttpCode, Post, Res } from '@nestjs/common';\n\n@Controller('users')\nexport class Users {\n";

const cases: readonly Case[] = [
  {
    name: 'the status of a redirect',
    path: 'app.js',
    shown: `${express}app.get('/old', (req, res) => {\n  res.redirect('/new')«302»;\n});\n`,
  },
  {
    name: 'no status of a redirect that is written',
    path: 'app.js',
    shown: `${express}app.get('/old', (req, res) => {\n  res.redirect(301, '/new');\n});\n`,
  },
  {
    name: 'the 200 of a POST, but of no GET',
    path: 'app.js',
    shown: `${express}app.get('/users', (req, res) => res.json(users));\napp.post('/users', (req, res) => res.json(req.user)«200»);\n`,
  },
  {
    name: 'every 200 where that is wanted',
    path: 'app.js',
    hints: { implicitStatus: 'always' },
    shown: `${express}app.get('/users', (req, res) => res.json(users)«200»);\n`,
  },
  {
    name: 'none where none is wanted',
    path: 'app.js',
    hints: { implicitStatus: 'never' },
    shown: `${express}app.get('/old', (req, res) => res.redirect('/new'));\n`,
  },
  {
    name: 'no status where one was set before',
    path: 'app.js',
    shown: `${express}app.post('/users', (req, res) => {\n  res.status(201);\n  res.json(req.user);\n});\n`,
  },
  {
    name: "the status of NestJS' routes",
    path: 'users.controller.ts',
    shown: `${nest}  @Post()«201»\n  create() { return this.users.create(); }\n\n  @Get()\n  all() { return this.users.all(); }\n\n  @Post('search')\n  @HttpCode(200)\n  search() { return this.users.search(); }\n\n  @Post('raw')\n  raw(@Res() res) { res.json({}); }\n}\n`,
  },
  {
    name: "the status of FastAPI's routes",
    path: 'app.py',
    shown:
      'from fastapi import FastAPI\nfrom fastapi.responses import JSONResponse\n\napp = FastAPI()\n\n@app.post("/users")«200»\ndef create(user: User):\n    return store.add(user)\n\n@app.post("/teams", status_code=201)\ndef create_team(team: Team):\n    return store.add(team)\n\n@app.post("/jobs")\ndef start(job: Job):\n    return JSONResponse({"id": 1}, status_code=202)\n',
  },
  {
    name: 'what Flask sends for a value',
    path: 'app.py',
    shown:
      'from flask import Flask, jsonify, redirect\napp = Flask(__name__)\n\n@app.post("/users")\ndef create():\n    return jsonify(id=1)«200»\n\n@app.get("/old")\ndef old():\n    return redirect("/new")«302»\n',
  },
  {
    name: 'phrases behind numbers alone',
    path: 'app.ts',
    hints: { phrase: true },
    shown: `import { StatusCodes } from 'http-status-codes';\n${express}app.get('/users/:id', (req, res) => {\n  setTimeout(run, 500);\n  if (!req.user) return res.status(401«Unauthorized»).json({});\n  res.status(StatusCodes.GONE).json({});\n});\n`,
  },
  { name: 'nothing in a text without responses', path: 'app.js', shown: 'const answer = 404;\n' },
];

suite('inlay hints', () => {
  for (const { name, path, hints, shown } of cases) {
    test(`show ${name}`, async () => {
      assert.equal(await hinted(path, shown.replace(/«[^»]*»/g, ''), hints), shown);
    });
  }

  test('are those of the lines that are asked about', async () => {
    const text = `${express}app.get('/one', (req, res) => res.redirect('/1'));\napp.get('/two', (req, res) => res.redirect('/2'));\n`;
    const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
    const hints = inlayHints(await ready(text, undefined, 'app.js'), range);
    assert.deepEqual(
      hints.map(({ position }) => position.line),
      [3],
    );
  });

  test('explain themselves when they are asked to', async () => {
    const text = `${express}app.get('/one', (req, res) => res.redirect('/1'));\n`;
    const [hint] = inlayHints(await ready(text, undefined, 'app.js'), everything);
    assert.equal(hint?.tooltip, undefined);
    const { tooltip } = resolvedInlayHint(hint ?? assert.fail());
    assert.match((tooltip as { value: string }).value, /^\*\*302 Found\*\*/);
  });
});
