import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { readStatus, readTranslation } from '../../../scripts/generate/statuses.mjs';
import { classOf } from '../../../server/src/status/classes.ts';
import { allStatuses, isRegistered, reasonPhrase, statusFacts } from '../../../server/src/status/registry.ts';

const folder = join(import.meta.dirname, '../../../server/src/status');
const files = readdirSync(folder).filter((file) => /^\d+\.md$/.test(file));
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');

/** The IANA registry of 2025-09-15, by hand. */
const registeredCodes = [
  ...[100, 101, 102, 103, 104],
  ...[200, 201, 202, 203, 204, 205, 206, 207, 208, 226],
  ...[300, 301, 302, 303, 304, 305, 306, 307, 308],
  ...[400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418],
  ...[421, 422, 423, 424, 425, 426, 428, 429, 431, 451],
  ...[500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511],
];

test('every status file holds what the schema asks for', () => {
  for (const file of files) readStatus(file, textOf(file));
});

test('every registered code has a file, and no other file claims to be registered', () => {
  const claimed = allStatuses.filter(({ code }) => isRegistered(code)).map(({ code }) => code);
  assert.deepEqual(claimed, registeredCodes);
});

const faults: readonly (readonly [fault: string, change: (text: string) => string, message: RegExp])[] = [
  ['a missing field', (text) => text.replace(/^retry: .*\n/m, ''), /404\.md: retry is missing$/],
  ['a misspelt field', (text) => text.replace(/^bodyNote:/m, 'bodynote:'), /404\.md: bodynote is not a field$/],
  ['a misspelt value', (text) => text.replace('body: expected', 'body: expcted'), /404\.md: body must be .*expected/],
  [
    'a misspelt field within a field',
    (text) => text.replace('  section: ', '  sektion: '),
    /reference\.sektion is not/,
  ],
  ['a missing section', (text) => text.replace('## Send when', '## Clients should'), /sendWhen is missing/],
  ['a misspelt heading', (text) => text.replace('## In practice', '## In practise'), /In practise is not a field/],
  ['an empty section', (text) => text.replace(/## Clients should\n\n[^#]*/, '## Clients should\n\n'), /clientsShould/],
  ['a file named otherwise than its code', (text) => text.replace('code: 404', 'code: 403'), /404\.md: code is 403/],
];

for (const [fault, change, message] of faults) {
  test(`the build refuses ${fault}, and names file and field`, () => {
    const text = textOf('404.md');
    const changed = change(text);
    assert.notEqual(changed, text);
    assert.throws(() => readStatus('404.md', changed), message);
  });
}

test('a code is confused only with other codes that have a file', () => {
  for (const { code, confusedWith } of allStatuses) {
    for (const neighbour of confusedWith) {
      assert.ok(statusFacts(neighbour.code), `${code} names ${neighbour.code}`);
      assert.notEqual(neighbour.code, code);
    }
  }
});

test('codes that prose refers to have a file', () => {
  for (const { code, sendWhen, doNotSendWhen } of allStatuses) {
    for (const text of [...sendWhen, ...doNotSendWhen]) {
      for (const [, mentioned] of text.matchAll(/\b([1-5]\d\d)(?=[,.:;]| or | with |$)/g)) {
        assert.ok(statusFacts(Number(mentioned)), `${code}: ${text}`);
      }
    }
  }
});

test('an example answers with the code it is about, or wraps it in a multi-status', () => {
  for (const { code, example } of allStatuses) {
    if (example === undefined || [208, 424].includes(code)) continue;
    assert.match(example, new RegExp(`^HTTP/1\\.1 ${code} ${reasonPhrase(code)}$`, 'm'));
  }
});

test('an example has every header that is always owed', () => {
  for (const { code, headers = [], example = '' } of allStatuses) {
    for (const { name, condition } of headers) {
      if (condition === 'always') assert.match(example, new RegExp(`^${name}: .`, 'm'), `${code} ${name}`);
    }
  }
});

test('an example of an error has the house body', () => {
  for (const { code, example } of allStatuses) {
    const body = /^\{.*"error".*\}$/m.exec(example ?? '')?.[0];
    if (code < 400 || body === undefined) continue;
    const parsed: unknown = JSON.parse(body);
    assert.ok(typeof parsed === 'object' && parsed !== null && 'message' in parsed, `${code}`);
  }
});

test('a code has the class of its first digit, and none outside 100–599', () => {
  assert.equal(classOf(404)?.name, 'Client Error');
  assert.equal(classOf(204)?.name, 'Successful');
  assert.equal(classOf(599)?.digit, 5);
  for (const code of [0, 99, 600, 999, 404.5, Number.NaN]) assert.equal(classOf(code), undefined);
});

test('a number registered as (Unused) goes by the name people know', () => {
  assert.equal(reasonPhrase(418), "I'm a teapot");
  assert.equal(reasonPhrase(413), 'Content Too Large');
  assert.equal(reasonPhrase(422), 'Unprocessable Content');
  assert.equal(reasonPhrase(299), undefined);
});

suite('A translation of a code', () => {
  const differences: readonly (readonly [
    difference: string,
    file: string,
    change: (text: string) => string,
    message: RegExp,
  ])[] = [
    ['lacks an item', '404.md', (text) => text.replace(/^- 路径存在.*\n/m, ''), /zh-cn\/404\.md .*doNotSendWhen \(4\)/],
    ['lacks a question', '404.md', (text) => text.replace(/^ {2}410: .*\n/m, ''), /confusedWith 410/],
    ['lacks a field', '404.md', (text) => text.replace(/^bodyNote: .*\n/m, ''), /bodyNote/],
    ['has a section more', '404.md', (text) => `${text}\n## Example\n\nGET /\n`, /example/],
    ['lacks a requirement', '401.md', (text) => text.replace(/^ {2}- OAuth.*\n/m, ''), /requirements \(3\)/],
    ['lacks a note', '401.md', (text) => text.replace(/^ {2}WWW-Auth.*\n/m, '  Allow: x\n'), /headerNotes WWW-Auth/],
  ];
  const translationOf = (file: string) => readFileSync(join(folder, 'zh-cn', file), 'utf8');
  test('has what the English file has', () => {
    const original = readStatus('404.md', textOf('404.md'));
    const translation = readTranslation('zh-cn/404.md', translationOf('404.md'), original);
    assert.equal(translation.sendWhen.length, original.sendWhen.length);
  });
  for (const [difference, file, change, message] of differences) {
    test(`is refused where it ${difference}`, () => {
      const original = readStatus(file, textOf(file));
      assert.throws(() => readTranslation(`zh-cn/${file}`, change(translationOf(file)), original), { message });
    });
  }
});
