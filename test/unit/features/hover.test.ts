import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { MarkupContent } from 'vscode-languageserver';
import { defaultConfiguration } from '../../../server/src/configuration/configuration.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { atCursor, ready } from '../../support/ready.ts';

const express = "import express from 'express';\nconst app = express();\n";

async function hoverAt(source: string, configuration = defaultConfiguration) {
  const { text, offset } = atCursor(source);
  const open = await ready(text, configuration);
  const found = hover(open, open.document.positionAt(offset), open.findings);
  if (!found) return undefined;
  const range = found.range ?? assert.fail('A hover has a range.');
  return {
    token: text.slice(open.document.offsetAt(range.start), open.document.offsetAt(range.end)),
    /** What is said before the general part, block by block. */
    blocks: (found.contents as MarkupContent).value.split('\n\n---\n\n')[0]?.split('\n\n') ?? [],
    value: (found.contents as MarkupContent).value,
  };
}

interface Case {
  readonly name: string;
  readonly source: string;
  readonly token: string;
  readonly blocks: readonly string[];
  readonly off?: string;
}

const cases: readonly Case[] = [
  {
    name: 'a number that is sent',
    source: `${express}app.get('/users/:id', (req, res) => { res.status(4|04).json({ error: 'No such user' }); });`,
    token: '404',
    blocks: ['**404 Not Found** · 4xx Client Error', '`GET /users/:id` · Express · sent here'],
  },
  {
    name: 'the first character of a token',
    source: `${express}app.get('/users/:id', (req, res) => { res.status(|404).json({ error: 'No such user' }); });`,
    token: '404',
    blocks: ['**404 Not Found** · 4xx Client Error', '`GET /users/:id` · Express · sent here'],
  },
  {
    name: 'a constant',
    source: `import { StatusCodes } from 'http-status-codes';\n${express}app.get('/users/:id', (req, res) => { res.status(StatusCodes.NOT_|FOUND).json({ error: 'No such user' }); });`,
    token: 'NOT_FOUND',
    blocks: ['**404 Not Found** · 4xx Client Error', '`GET /users/:id` · Express · sent here'],
  },
  {
    name: 'a comparison',
    source: `${express}app.use((err, req, res, next) => { if (err.status === 4|09) next(); });`,
    token: '409',
    blocks: ['**409 Conflict** · 4xx Client Error', 'compared here'],
  },
  {
    name: 'a response whose finding says what is missing',
    source: `${express}app.post('/users', async (req, res) => { const user = await users.create(req.body); res.status(20|1).json(user); });`,
    token: '201',
    blocks: [
      '**201 Created** · 2xx Successful',
      '`POST /users` · Express · sent here',
      'Sent because `users.create` made something new (line 3).',
    ],
  },
  {
    name: 'a header that is missing and that no finding speaks of',
    off: 'upgrade-on-426',
    source: `${express}app.get('/users', (req, res) => { res.status(4|26).json({ error: 'Upgrade' }); });`,
    token: '426',
    blocks: [
      '**426 Upgrade Required** · 4xx Client Error',
      '`GET /users` · Express · sent here',
      'Missing: `Upgrade` (MUST)',
    ],
  },
  {
    name: 'an unofficial code and its vendor',
    source: `${express}app.get('/', (req, res) => { if (res.status === 49|9) stop(); });`,
    token: '499',
    blocks: ['**499 Client Closed Request** · 4xx Client Error · unofficial, nginx', 'compared here'],
  },
  {
    name: 'a route that is hostile',
    source: `${express}app.get('/\`](command:x)<b>/\u202E', (req, res) => { res.status(4|04).json({ error: 'No' }); });`,
    token: '404',
    blocks: ['**404 Not Found** · 4xx Client Error', '``GET /`](command:x)<b>/\uFFFD`` · Express · sent here'],
  },
];

suite('hover', () => {
  for (const { name, source, token, blocks, off } of cases) {
    test(`explains ${name}`, async () => {
      const found = await hoverAt(source, { preset: 'recommended', rules: off === undefined ? {} : { [off]: 'off' } });
      assert.equal(found?.token, token);
      assert.deepEqual(found?.blocks, blocks);
    });
  }

  test('gives the class of a code nobody knows, where it is sent', async () => {
    const found = await hoverAt(`${express}app.get('/', (req, res) => { res.status(4|77).end(); });`);
    assert.equal(found?.blocks[0], '**477** · 4xx Client Error · not registered');
    assert.ok((found?.value.split('\n').length ?? 0) < 10);
  });

  const silent: readonly (readonly [name: string, source: string])[] = [
    ['behind the token', `${express}app.get('/', (req, res) => { res.status(404|).json({}); });`],
    ['before the token', `${express}app.get('/', (req, res) => { res.status|(404).json({}); });`],
    ['a time', `${express}app.get('/', (req, res) => { setTimeout(run, 4|04); res.status(404).json({}); });`],
    ['a comment', `${express}app.get('/', (req, res) => { /* 4|04 */ res.status(404).json({}); });`],
    ['a text', `${express}app.get('/', (req, res) => { log('4|04'); res.status(404).json({}); });`],
    ['an empty text', '|'],
    ['a text without responses', 'const answer = 4|04;'],
  ];
  for (const [name, source] of silent) {
    test(`says nothing about ${name}`, async () => assert.equal(await hoverAt(source), undefined));
  }

  const outside = [
    [0, 1000],
    [1000, 0],
    [-1, 0],
    [0, -1],
    [Number.NaN, 0],
    [0.5, 0.5],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ] as const;
  for (const [line, character] of outside) {
    test(`says nothing at ${line}:${character}, which is outside the text`, async () => {
      const open = await ready("import express from 'express'; const s = (req, res) => res.status(404)");
      assert.equal(hover(open, { line, character }), undefined);
    });
  }

  test('can be taken in at a glance', async () => {
    const found = await hoverAt(
      `${express}app.post('/users', async (req, res) => { const user = await users.create(req.body); res.status(20|1).json(user); });`,
    );
    const lines = found?.value.split('\n').filter((line) => line !== '') ?? [];
    assert.ok(lines.length <= 36, `${lines.length} lines`);
  });
});
