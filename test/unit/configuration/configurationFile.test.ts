import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readConfigurationFile } from '../../../server/src/configuration/configurationFile.ts';
import { ConfigurationFiles } from '../../../server/src/configuration/configurationFiles.ts';
import { analyser } from '../../support/analyser.ts';

const readPattern = (source: string) => analyser.readProjectPattern(source);

test('a configuration file may have comments, trailing commas and a schema', () => {
  const text = `{
    // what we agreed on
    "$schema": "./http-status.schema.json",
    "preset": "strict",
    "rules": { "location-on-201": "off", },
    "ignore": ["legacy/", "*.generated.ts"],
    "status": ["fail(STATUS)"],
  }`;
  const start = text.indexOf('"fail');
  assert.deepEqual(readConfigurationFile(text), {
    preset: 'strict',
    rules: { 'location-on-201': 'off' },
    ignore: ['legacy/', '*.generated.ts'],
    status: [{ source: 'fail(STATUS)', start, end: start + 14 }],
    problems: [],
  });
});

/** Each problem as the text it is at and what is said. */
const wrong: readonly (readonly [text: string, problems: readonly (readonly [at: string, message: string])[]])[] = [
  ['', [['', 'This is no JSON: value expected.']]],
  [
    '{ "preset": ',
    [
      ['', 'This is no JSON: value expected.'],
      ['', 'This is no JSON: close brace expected.'],
    ],
  ],
  ['[]', [['[]', 'A configuration is an object: { "preset": "recommended" }.']]],
  ['{ "presets": "quiet" }', [['"presets"', 'A configuration has no property “presets”.']]],
  ['{ "preset": "loud" }', [['"loud"', 'A preset is one of “recommended”, “strict”, “quiet”.']]],
  ['{ "preset": 1 }', [['1', 'A preset is one of “recommended”, “strict”, “quiet”.']]],
  ['{ "rules": [] }', [['[]', 'Rules are an object: { "location-on-201": "warning" }.']]],
  ['{ "rules": { "location-on-202": "off" } }', [['"location-on-202"', 'There is no rule “location-on-202”.']]],
  [
    '{ "rules": { "location-on-201": "warn" } }',
    [['"warn"', 'The severity of a rule is one of “off”, “hint”, “information”, “warning”, “error”.']],
  ],
  ['{ "ignore": "test/" }', [['"test/"', 'Patterns to ignore are a list of texts: ["test/", "*.generated.ts"].']]],
  [
    '{ "status": "f(STATUS)" }',
    [['"f(STATUS)"', 'Patterns of calls are a list of texts: ["reply(ctx, STATUS, BODY)"].']],
  ],
  [
    '{ "status": ["reply(ctx, BODY)"] }',
    [['"reply(ctx, BODY)"', 'A pattern is a call with STATUS in the place of the code: "reply(ctx, STATUS, BODY)".']],
  ],
  [
    '{ "status": [404] }',
    [['404', 'A pattern is a call with STATUS in the place of the code: "reply(ctx, STATUS, BODY)".']],
  ],
  ['{ "ignore": [1] }', [['1', 'A pattern is a text, as a line of a .gitignore file.']]],
];

suite('what is wrong with a configuration file is said at its place', () => {
  for (const [text, problems] of wrong) {
    test(text || 'an empty file', () => {
      const found = readConfigurationFile(text).problems;
      assert.deepEqual(
        found.map(({ start, end, message }) => [text.slice(start, end), message]),
        problems,
      );
    });
  }

  test('and the rest counts', () => {
    const { preset, rules } = readConfigurationFile('{ "preset": "quiet", "rules": { "allow-on-405": 1, "x" }');
    assert.equal(preset, 'quiet');
    assert.deepEqual(rules, {});
  });
});

suite('the nearest configuration file counts', () => {
  const texts: Readonly<Record<string, string>> = {
    'file:///work/http-status.config.json': '{ "preset": "quiet", "ignore": ["generated/", "!generated/kept.ts"] }',
    'file:///work/packages/api/http-status.config.json': '{ "preset": "strict" }',
    'file:///http-status.config.json': '{ "preset": "recommended" }',
  };

  async function presetOf(uri: string, root: string) {
    const found = await new ConfigurationFiles(async (path) => texts[path], readPattern).of(uri, root);
    return found?.file.preset;
  }

  const table: readonly (readonly [uri: string, root: string, preset: string | undefined])[] = [
    ['file:///work/a.ts', 'file:///work', 'quiet'],
    ['file:///work/a.ts', 'file:///work/', 'quiet'],
    ['file:///work/src/deep/a.ts', 'file:///work', 'quiet'],
    ['file:///work/packages/api/src/a.ts', 'file:///work', 'strict'],
    ['file:///work/packages/web/src/a.ts', 'file:///work', 'quiet'],
    ['file:///work/src/a.ts', 'file:///work/src', undefined],
    ['file:///other/a.ts', 'file:///work', undefined],
    ['file:///workshop/a.ts', 'file:///work', undefined],
    ['untitled:Untitled-1', 'file:///work', undefined],
  ];
  for (const [uri, root, preset] of table) {
    test(`${uri} in ${root}: ${preset ?? 'none'}`, async () => assert.equal(await presetOf(uri, root), preset));
  }

  test('each folder is looked into once, until something changed', async () => {
    const asked: string[] = [];
    const files = new ConfigurationFiles(async (path) => {
      asked.push(path);
      return texts[path];
    }, readPattern);
    await Promise.all(['a', 'b', 'sub/c'].map((name) => files.of(`file:///work/src/${name}.ts`, 'file:///work')));
    assert.equal(asked.length, new Set(asked).size);
    const before = asked.length;
    await files.of('file:///work/src/d.ts', 'file:///work');
    assert.equal(asked.length, before);
    files.forget();
    await files.of('file:///work/src/d.ts', 'file:///work');
    assert.ok(asked.length > before);
  });

  test('it says where nothing is reported', async () => {
    const found = await new ConfigurationFiles(async (path) => texts[path], readPattern).of(
      'file:///work/a.ts',
      'file:///work',
    );
    assert.deepEqual(
      ['a.ts', 'generated/a.ts', 'src/generated/a.ts', 'generated'].map((name) =>
        found?.ignores(`file:///work/${name}`),
      ),
      [false, true, true, false],
    );
    assert.equal(found?.ignores('file:///elsewhere/generated/a.ts'), false);
  });
});
