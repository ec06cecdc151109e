import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ready } from '../../support/ready.ts';

/** The codes that the last response of a handler can have, as far as they are read. */
async function lastStatus(body: string): Promise<string> {
  const { analysis } = await ready(
    `import express from 'express';\nconst app = express();\napp.post('/users', async (req, res, next) => {\n${body}\n});\n`,
  );
  const { status } = analysis?.responses.at(-1) ?? {};
  const codes = status?.options.map(({ code }) => code) ?? [];
  return `${codes.join(' ')}${status?.exhaustive ? '' : ' …'}`;
}

const cases: readonly (readonly [name: string, body: string, codes: string])[] = [
  ['after an early return', 'if (a) { return res.status(400).json({}); } res.json(1);', '200'],
  ['after an early return without braces', 'if (a) return res.status(400).json({}); res.json(1);', '200'],
  [
    'after an early return, at the head of a chain',
    "if (a) return res.status(400).json({}); res.set('X', '1').json(1);",
    '200',
  ],
  ['after a throw without braces', 'if (a) throw res.status(400); res.json(1);', '200'],
  ['after a branch that goes on', 'if (a) res.status(400); res.json(1);', '400 …'],
  ['after two branches that go on', 'if (a) res.status(400); else res.status(201); res.json(1);', '400 201 …'],
  [
    'after a branch that returns and one that goes on',
    'if (a) return res.status(400).end(); else res.status(201); res.json(1);',
    '201 …',
  ],
  [
    'after a switch',
    'switch (a) { case 1: res.status(400); break; default: res.status(201); } res.json(1);',
    '400 201 …',
  ],
  [
    'after a case that returns',
    'switch (a) { case 1: return res.status(400).end(); default: res.status(201); } res.json(1);',
    '201 …',
  ],
  ['after a loop that is left', 'for (const b of c) { if (b) { res.status(400); break; } } res.json(1);', '400 …'],
  [
    'after a loop that is left without braces',
    'for (const b of c) if (b) { res.status(400); break; } res.json(1);',
    '400 …',
  ],
  ['in a loop, after it goes on', 'for (const b of c) { if (b) { res.status(400); continue; } res.json(1); }', '200'],
  ['in the other branch', 'if (a) res.status(400); else res.json(1);', '200'],
  ['in a function inside', "if (a) { res.status(400); return res.end(); } b.on('end', () => res.json(1));", '200'],
];

suite('the status of a response is one that was set on a way to it', () => {
  for (const [name, body, codes] of cases) test(name, async () => assert.equal(await lastStatus(body), codes));
});
