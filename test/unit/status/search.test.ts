import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allStatuses } from '../../../server/src/status/registry.ts';
import { searchStatuses } from '../../../server/src/status/search.ts';

const codesFound = (query: string) => searchStatuses(query).map(({ code }) => code);

const firstFound: readonly (readonly [query: string, code: number])[] = [
  ['rate limit', 429],
  ['rate limt', 429],
  ['already exists', 409],
  ['duplicate', 409],
  ['maintenance', 503],
  ['not logged in', 401],
  ['unauthorized', 401],
  ['token expired', 401],
  ['login', 401],
  ['permission', 403],
  ['fobidden', 403],
  ['teapot', 418],
  ['created', 201],
  ['moved', 301],
  ['too big', 413],
  ['webhook accepted later', 202],
  ['background job', 202],
  ['delete succeeded', 204],
  ['empty list', 200],
  ['success', 200],
  ['missing field', 400],
  ['wrong method', 405],
  ['wrong content type', 415],
  ['database down', 503],
  ['404', 404],
  ['404 not found', 404],
  ['Not Found', 404],
  ['redirect after post', 303],
  ['captive portal', 511],
];

for (const [query, code] of firstFound) {
  test(`"${query}" finds ${code} first`, () => assert.equal(codesFound(query)[0], code));
}

const amongFirst: readonly (readonly [query: string, count: number, codes: readonly number[]])[] = [
  ['validation', 2, [400, 422]],
  ['valdation', 2, [400, 422]],
  ['timeout', 3, [408, 504]],
  ['upstream', 2, [502, 504]],
];

for (const [query, count, codes] of amongFirst) {
  test(`"${query}" finds ${codes.join(' and ')} among the first ${count}`, () => {
    const found = codesFound(query).slice(0, count);
    assert.deepEqual(
      codes.filter((code) => !found.includes(code)),
      [],
    );
  });
}

test('the beginning of a number finds the codes that begin with it, in order', () => {
  assert.deepEqual(codesFound('41').slice(0, 3), [410, 411, 412]);
  assert.equal(codesFound('40').length, 10);
});

test('a class finds its codes, in order', () => {
  const found = codesFound('5XX');
  assert.equal(found[0], 500);
  assert.ok(found.every((code) => code >= 500 && code <= 599));
});

test('an empty query finds everything, in order', () => {
  assert.deepEqual(searchStatuses('  '), allStatuses);
});

test('words that mean nothing here find nothing', () => {
  assert.deepEqual(codesFound('xyzzyplugh'), []);
});

test('each intent of a registered code finds that code among the first five', () => {
  for (const { code, standing, intents } of allStatuses) {
    if (standing === 'unofficial') continue;
    for (const intent of intents) assert.ok(codesFound(intent).slice(0, 5).includes(code), `${code}: ${intent}`);
  }
});
