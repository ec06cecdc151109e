import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { suite, test } from 'node:test';
import { Ajv } from 'ajv';
import { github } from '../../../server/src/commandLine/formats/github.ts';
import { json } from '../../../server/src/commandLine/formats/json.ts';
import type { LintFinding, LintResult } from '../../../server/src/commandLine/formats/lintResult.ts';
import { sarif } from '../../../server/src/commandLine/formats/sarif.ts';
import { stylish } from '../../../server/src/commandLine/formats/stylish.ts';
import { plain } from '../../../server/src/commandLine/output.ts';
import type { Rule } from '../../../server/src/rules/rule.ts';

const rule: Rule = {
  id: 'location-on-201',
  description: 'A 201 to a POST that does not say where the new resource is.',
  strength: 'should',
  severity: 'information',
  reference: 'RFC 9110 §9.3.3',
};
const place = { line: 3, column: 14, endLine: 3, endColumn: 17 };
const finding: LintFinding = {
  ...place,
  rule,
  severity: 'information',
  message: '201 Created should say where the new resource is.',
  evidence: [{ line: 1, column: 1, endLine: 2, endColumn: 5, message: 'It is created here.' }],
  fixes: [
    { title: 'Add Location', safe: false, edits: [{ ...place, column: 18, endColumn: 18, text: '.location(url)' }] },
  ],
};
const hostile: LintFinding = {
  ...finding,
  rule: { ...rule, id: 'house-style', severity: 'off' },
  severity: 'warning',
  line: 10,
  endLine: 12,
  message: '100% wrong:\nas, it says\r::error::no',
  evidence: [],
  fixes: [],
};
const result: LintResult = {
  filesRead: 7,
  files: [
    { file: 'src/users.ts', findings: [finding, hostile] },
    { file: '../a b/ü,1:2.ts', findings: [{ ...finding, severity: 'error', fixes: [] }] },
  ],
};
const nothing: LintResult = { filesRead: 1, files: [] };

test('stylish shows findings in columns, file by file', () => {
  assert.equal(
    stylish(result, plain),
    `src/users.ts
   3:14  information  201 Created should say where the new resource is.  location-on-201
  10:14  warning      100% wrong: as, it says ::error::no  house-style

../a b/ü,1:2.ts
  3:14  error  201 Created should say where the new resource is.  location-on-201

3 findings in 7 files: 1 error, 1 warning, 1 information
`,
  );
  assert.equal(stylish(nothing, plain), '0 findings in 1 file\n');
});

test('stylish says how many findings can be fixed', () => {
  const fixable = { ...finding, fixes: finding.fixes.map((fix) => ({ ...fix, safe: true })) };
  const text = stylish({ filesRead: 1, files: [{ file: 'a.ts', findings: [fixable, finding] }] }, plain);
  assert.match(text, /^1 of them can be fixed with --fix\.$/m);
});

test('json is one list', () => {
  const list = JSON.parse(json(result));
  assert.equal(list.length, 3);
  assert.deepEqual(list[0], {
    file: 'src/users.ts',
    ...place,
    severity: 'information',
    rule: 'location-on-201',
    message: finding.message,
    documentation:
      'https://github.com/http-status-assistant/http-status-assistant/blob/main/docs/rules/location-on-201.md',
    evidence: finding.evidence,
    fixes: finding.fixes,
  });
  assert.deepEqual(JSON.parse(json(nothing)), []);
});

test('github writes workflow commands, in which no text can begin another', () => {
  assert.equal(
    github(result),
    [
      '::notice file=src/users.ts,line=3,endLine=3,col=14,endColumn=16,title=location-on-201::201 Created should say where the new resource is.',
      '::warning file=src/users.ts,line=10,endLine=12,title=house-style::100%25 wrong:%0Aas, it says%0D::error::no',
      '::error file=../a b/ü%2C1%3A2.ts,line=3,endLine=3,col=14,endColumn=16,title=location-on-201::201 Created should say where the new resource is.',
      '',
    ].join('\n'),
  );
  assert.equal(github(nothing), '');
});

suite('sarif', () => {
  const { resolve } = createRequire(import.meta.url);
  const file = resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  // It uses nothing that later drafts of JSON Schema read otherwise.
  const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

  for (const [name, input] of Object.entries({ findings: result, nothing })) {
    test(`is valid 2.1.0 with ${name}`, () => {
      assert.ok(validate(JSON.parse(sarif(input))), JSON.stringify(validate.errors, undefined, 2));
    });
  }

  test('has every rule once, and results that point at them', () => {
    const [run] = JSON.parse(sarif(result)).runs;
    const ids = run.tool.driver.rules.map(({ id }: { id: string }) => id);
    assert.deepEqual(ids, ['house-style', 'location-on-201']);
    for (const { ruleId, ruleIndex } of run.results) assert.equal(ids[ruleIndex], ruleId);
  });

  test('names files as relative URIs', () => {
    const [run] = JSON.parse(sarif(result)).runs;
    assert.deepEqual(
      run.results.map(
        ({ locations: [location] }: { locations: [{ physicalLocation: { artifactLocation: object } }] }) =>
          location.physicalLocation.artifactLocation,
      ),
      [
        { uri: 'src/users.ts', uriBaseId: '%SRCROOT%' },
        { uri: 'src/users.ts', uriBaseId: '%SRCROOT%' },
        { uri: '../a%20b/%C3%BC%2C1%3A2.ts' },
      ],
    );
  });
});
