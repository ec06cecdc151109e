import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { defaultConfiguration } from '../../../server/src/configuration/configuration.ts';
import { ready } from '../../support/ready.ts';

/** Pairs that look alike: what is right says nothing, what is wrong stands beside it and is found. */
interface Case {
  readonly name: string;
  readonly path: string;
  readonly source: string;
  /** Lines and rules. */
  readonly findings: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'an empty text is no body, returned or handed to a helper',
    path: 'server/covers.ts',
    source: `import { defineEventHandler } from 'h3';
import express from 'express';
export default defineEventHandler((event) => {
  if (event.req.headers.get('if-none-match')) {
    event.res.status = 304;
    return '';
  }
  event.res.status = 304;
  return 'the same as before';
});
const app = express();
function answer(res, code, body) {
  res.status(code).send(body);
}
app.delete('/covers/:id', (req, res) => answer(res, 204, ''));
app.delete('/covers', (req, res) => answer(res, 204, 'all gone'));
`,
    findings: ['8 no-body-allowed', '16 no-body-allowed'],
  },
];

suite('what looks alike', () => {
  for (const { name, path, source, findings } of cases) {
    test(name, async () => {
      const { document, findings: found } = await ready(source, defaultConfiguration, path);
      const judged = found.filter(({ severity }) => severity !== 'hint');
      assert.deepEqual(
        judged.map(({ node, rule }) => `${document.positionAt(node.start).line + 1} ${rule.id}`),
        findings,
      );
    });
  }
});
