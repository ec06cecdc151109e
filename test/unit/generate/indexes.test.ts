import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { generateIndexes } from '../../../scripts/generate/indexes.mjs';

function sourceWith(t: TestContext, files: Readonly<Record<string, string>>): string {
  const source = mkdtempSync(join(tmpdir(), 'indexes-'));
  t.after(() => rmSync(source, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(source, path)), { recursive: true });
    writeFileSync(join(source, path), text);
  }
  return source;
}

const indexOf = (source: string, list: string) => readFileSync(join(source, `generated/${list}.ts`), 'utf8');

test('rules, frameworks and languages are listed from their files alone', (t) => {
  const source = sourceWith(t, {
    'rules/location-on-201.ts': 'export const locationOn201 = rule({});\n',
    'rules/rule.ts': 'export function rule() {}\n',
    'frameworks/javascript/node-http.ts': 'export const nodeHttp = framework({});\n',
    'frameworks/javascript/shared.ts': 'export const names = [];\n',
    'frameworks/python/node-http.ts': 'export const nodeHttp: Framework = {};\n',
    'frameworks/framework.ts': 'export function framework() {}\n',
    'languages/javascript.ts': 'export const javascript = language({});\nexport const tsx: Language = {};\n',
    'languages/language.ts': 'export interface Language {}\n',
  });
  generateIndexes(source);
  assert.match(indexOf(source, 'rules'), /import \{ locationOn201 \} from '\.\.\/rules\/location-on-201\.ts';/);
  assert.match(indexOf(source, 'rules'), /export const rules = \[locationOn201\] as const;/);
  assert.match(indexOf(source, 'frameworks'), /\[javascriptNodeHttp, pythonNodeHttp\]/);
  assert.match(indexOf(source, 'languages'), /export const languages = \[javascript, tsx\] as const;/);
});

test('a folder that is not there gives an empty list', (t) => {
  const source = sourceWith(t, {});
  generateIndexes(source);
  assert.match(indexOf(source, 'rules'), /export const rules = \[\] as const;/);
});

test('a rule whose constant does not bear its name is refused, not left out', (t) => {
  const source = sourceWith(t, { 'rules/allow-on-405.ts': 'export const allowOn504 = rule({});\n' });
  assert.throws(() => generateIndexes(source), /rules\/allow-on-405\.ts must have: export const allowOn405 = rule\(/);
});

test('an index that has not changed is not written again', (t) => {
  const source = sourceWith(t, {});
  generateIndexes(source);
  const before = statSync(join(source, 'generated/rules.ts')).mtimeMs;
  generateIndexes(source);
  assert.equal(statSync(join(source, 'generated/rules.ts')).mtimeMs, before);
});
