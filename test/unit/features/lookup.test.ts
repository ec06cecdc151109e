import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { codeAt } from '../../../server/src/features/codeAt.ts';
import { page, search } from '../../../server/src/features/lookup.ts';
import { spelling } from '../../../server/src/features/spelling.ts';
import { atCursor, ready } from '../../support/ready.ts';

suite('lookup', () => {
  test('finds codes by intent and says what they are', () => {
    assert.deepEqual(search('rate limit')[0], {
      code: 429,
      name: 'Too Many Requests',
      className: '4xx Client Error',
      summary: 'The client has sent too many requests in a given time.',
      registered: true,
    });
    assert.ok(search('').length > 60);
    assert.deepEqual(search('qqqqqqqqqq'), []);
  });

  test('gives the page of a code and where it is defined', () => {
    const found = page(404);
    assert.deepEqual([found?.code, found?.title], [404, '404 Not Found']);
    assert.equal(found?.reference, 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5');
    assert.match(found?.markdown ?? '', /^# 404 Not Found\n/);
    assert.equal(page(499)?.reference, undefined);
    assert.equal(page(104)?.reference?.startsWith('https://datatracker.ietf.org/doc/'), true);
    for (const code of [477, 0, -1, Number.NaN, 1e9]) assert.equal(page(code), null);
  });
});

suite('the code at the cursor', () => {
  const around = (call: string) =>
    `import express from 'express';\nexport const show = (req, res) => { ${call} };\nexpress().get('/', show);`;
  const cases: readonly (readonly [call: string, code: number | undefined])[] = [
    ['res.status(4|04).end()', 404],
    ['res.status(|404).end()', 404],
    ['res.status(404|).end()', 404],
    ['res.status|(404).end()', undefined],
    ['res.status(a ? 200 :|404).end()', 404],
  ];
  for (const [call, code] of cases) {
    test(call, async () => {
      const { text, offset } = atCursor(around(call));
      const open = await ready(text);
      assert.deepEqual(codeAt(open, open.document.positionAt(offset)), code === undefined ? null : { code });
    });
  }
});

suite('a file spells a code', () => {
  const use = 'export const show = (req, res) => res.status(404).end();';
  const cases: readonly (readonly [head: string, constant: string | undefined])[] = [
    ['', undefined],
    ["import { StatusCodes } from 'http-status-codes';", 'StatusCodes.CONFLICT'],
    ["import { StatusCodes as Codes } from 'http-status-codes';", 'Codes.CONFLICT'],
    ["import { getReasonPhrase, StatusCodes } from 'http-status-codes';", 'StatusCodes.CONFLICT'],
    ["import { getReasonPhrase } from 'http-status-codes';", undefined],
    ["import * as http from 'http-status-codes';", 'http.StatusCodes.CONFLICT'],
    ["import status from 'http-status';", 'status.CONFLICT'],
    ["import * as httpStatus from 'http-status';", 'httpStatus.CONFLICT'],
    ["const httpStatus = require('http-status');", 'httpStatus.CONFLICT'],
    ["import { constants } from 'node:http2';", 'constants.HTTP_STATUS_CONFLICT'],
    ["import http2 from 'node:http2';", 'http2.constants.HTTP_STATUS_CONFLICT'],
    ["import { HttpStatus, Controller } from '@nestjs/common';", 'HttpStatus.CONFLICT'],
    ["import { Controller } from '@nestjs/common';", undefined],
    [
      'const STATUS = { MISSING: 404, TAKEN: 409 };\nexport const other = (req, res) => res.status(STATUS.MISSING).end();',
      'STATUS.TAKEN',
    ],
  ];
  for (const [head, constant] of cases) {
    test(head || 'that imports nothing', async () => {
      const open = await ready(`${head}\n${use}`);
      assert.deepEqual(spelling(open, 409), constant === undefined ? { number: '409' } : { number: '409', constant });
    });
  }

  test('as a number, where nobody has named it', async () => {
    const open = await ready(`import { StatusCodes } from 'http-status-codes';\n${use}`);
    assert.deepEqual(spelling(open, 477), { number: '477' });
  });
});
