import assert from 'node:assert/strict';
import { STATUS_CODES } from 'node:http';
import { constants as http2Constants } from 'node:http2';
import { test } from 'node:test';
import { codeOfConstant, constantFor } from '../../../server/src/status/constants.ts';
import { ecosystems } from '../../../server/src/status/ecosystems.ts';
import type { Ecosystem } from '../../../server/src/status/facts.ts';
import { allStatuses } from '../../../server/src/status/registry.ts';

const resolved: readonly (readonly [name: string, code: number])[] = [
  ['NOT_FOUND', 404],
  ['StatusNotFound', 404],
  ['http.StatusNotFound', 404],
  ['HTTP_404_NOT_FOUND', 404],
  ['status.HTTP_404_NOT_FOUND', 404],
  ['NotFound', 404],
  ['notFound', 404],
  ['not_found', 404],
  [':not_found', 404],
  ['Not Found', 404],
  ['HTTP_STATUS_NOT_FOUND', 404],
  ['Response::HTTP_NOT_FOUND', 404],
  ['SC_NOT_FOUND', 404],
  ['Status404NotFound', 404],
  ['HttpStatusCode.NotFound', 404],
  ['HTTP_404', 404],
  ['HTTP_STATUS_TEAPOT', 418],
  ["I'm a teapot", 418],
  ['IM_A_TEAPOT', 418],
  ['I_AM_A_TEAPOT', 418],
  ['imateapot', 418],
  ['MOVED_TEMPORARILY', 302],
  ['FOUND', 302],
  ['Redirect', 302],
  ['AMBIGUOUS', 300],
  ['SWITCH_PROXY', 306],
  ['EARLYHINTS', 103],
  ['UNPROCESSABLE_ENTITY', 422],
  ['UnprocessableContent', 422],
  ['PAYLOAD_TOO_LARGE', 413],
  ['REQUEST_TOO_LONG', 413],
  ['REQUEST_ENTITY_TOO_LARGE', 413],
  ['REQUEST_URI_TOO_LONG', 414],
  ['REQUESTED_RANGE_NOT_SATISFIABLE', 416],
  ['MISDIRECTED', 421],
  ['HTTP_VERSION_NOT_SUPPORTED', 505],
  ['HTTPVersionNotSupported', 505],
  ['StatusNonAuthoritativeInfo', 203],
  ['INSUFFICIENT_SPACE_ON_RESOURCE', 419],
  ['METHOD_FAILURE', 420],
  ['Enhance Your Calm', 420],
  ['CONTENT_DIFFERENT', 210],
  ['UNRECOVERABLE_ERROR', 456],
  ['WebServerIsDown', 521],
  ['TimeoutOccurred', 524],
  ['BANDWIDTH_LIMIT_EXCEEDED', 509],
];

for (const [name, code] of resolved) {
  test(`${name} names ${code}`, () => assert.equal(codeOfConstant(name), code));
}

for (const name of ['', 'foo', 'HTTP_STATUS', 'HTTP_404_FORBIDDEN', 'HTTP_2', 'HTTP_999', 'HttpResponse', 'USER_ID']) {
  test(`"${name}" names no code`, () => assert.equal(codeOfConstant(name), undefined));
}

test('every constant of a status file names the code of that file', () => {
  for (const { code, otherConstants = [] } of allStatuses) {
    const constants = ecosystems.map((ecosystem) => constantFor(code, ecosystem)).filter((name) => name !== undefined);
    for (const name of [...constants, ...otherConstants.map((other) => other.name)]) {
      if (name === 'HttpResponse' || name.includes('(')) continue;
      assert.equal(codeOfConstant(name), code, name);
    }
  }
});

test('every constant of node:http2 names its value', () => {
  for (const [name, value] of Object.entries(http2Constants)) {
    if (name.startsWith('HTTP_STATUS_')) assert.equal(codeOfConstant(name), value, name);
  }
});

test('every phrase of node:http names its code', () => {
  for (const [code, phrase] of Object.entries(STATUS_CODES)) {
    assert.equal(codeOfConstant(phrase ?? ''), Number(code), phrase);
  }
});

const written: readonly (readonly [code: number, ecosystem: Ecosystem, constant: string | undefined])[] = [
  [404, 'http-status-codes', 'StatusCodes.NOT_FOUND'],
  [302, 'http-status-codes', 'StatusCodes.MOVED_TEMPORARILY'],
  [413, 'http-status', 'status.REQUEST_ENTITY_TOO_LARGE'],
  [418, 'node-http2', 'constants.HTTP_STATUS_TEAPOT'],
  [103, 'nest', 'HttpStatus.EARLYHINTS'],
  [451, 'nest', undefined],
  [422, 'axios', 'HttpStatusCode.UnprocessableContent'],
  [404, 'go', 'http.StatusNotFound'],
  [203, 'python-http', 'HTTPStatus.NON_AUTHORITATIVE_INFORMATION'],
  [502, 'aspnet', 'StatusCodes.Status502BadGateway'],
  [404, 'rack', ':not_found'],
  [299, 'go', undefined],
];

for (const [code, ecosystem, constant] of written) {
  test(`${ecosystem} writes ${code} as ${constant ?? 'a number'}`, () => {
    assert.equal(constantFor(code, ecosystem), constant);
  });
}
