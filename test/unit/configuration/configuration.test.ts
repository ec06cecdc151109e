import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { merged, severityOf } from '../../../server/src/configuration/configuration.ts';
import { presetSeverity, presets } from '../../../server/src/configuration/presets.ts';
import { defaultSettings, readSettings } from '../../../server/src/configuration/settings.ts';
import { severities } from '../../../server/src/configuration/severities.ts';
import { rules } from '../../../server/src/generated/rules.ts';
import type { Rule, Severity, Strength } from '../../../server/src/rules/rule.ts';

function ruleOf(strength: Strength, severity: Severity): Rule {
  return { id: 'a-rule', description: '', strength, severity, reference: '' };
}

const table: readonly (readonly [Strength, recommended: Severity, strict: Severity, quiet: Severity])[] = [
  ['broken', 'error', 'error', 'error'],
  ['must', 'warning', 'warning', 'warning'],
  ['must', 'hint', 'warning', 'off'],
  ['should', 'information', 'warning', 'off'],
  ['should', 'warning', 'warning', 'off'],
  ['advice', 'hint', 'information', 'off'],
  ['advice', 'information', 'information', 'off'],
  ['advice', 'warning', 'warning', 'off'],
  ['house style', 'off', 'off', 'off'],
  ['house style', 'hint', 'hint', 'off'],
];

suite('presets', () => {
  for (const [strength, recommended, strict, quiet] of table) {
    test(`${strength}, ${recommended} by default`, () => {
      const rule = ruleOf(strength, recommended);
      assert.deepEqual(
        presets.map((preset) => presetSeverity(preset, rule)),
        [recommended, strict, quiet],
      );
    });
  }

  test('strict reports no rule less than recommended does, quiet none more', () => {
    for (const rule of rules) {
      const [recommended, strict, quiet] = presets.map((preset) => severities.indexOf(presetSeverity(preset, rule)));
      assert.ok((quiet ?? 0) <= (recommended ?? 0) && (recommended ?? 0) <= (strict ?? 0), rule.id);
    }
  });
});

suite('configuration', () => {
  test('comes from the settings, then from the file, rule by rule', () => {
    const settings = { preset: 'strict', rules: { 'allow-on-405': 'off', 'location-on-201': 'hint' } } as const;
    const file = { rules: { 'location-on-201': 'error' } } as const;
    assert.deepEqual(merged(settings, file), {
      preset: 'strict',
      rules: { 'allow-on-405': 'off', 'location-on-201': 'error' },
    });
    assert.equal(merged(settings, { preset: 'quiet' }).preset, 'quiet');
    assert.deepEqual(merged(undefined, undefined), { preset: 'recommended', rules: {} });
  });

  test('of a rule counts more than the preset', () => {
    const rule = ruleOf('must', 'warning');
    assert.equal(severityOf({ preset: 'quiet', rules: {} }, rule), 'warning');
    assert.equal(severityOf({ preset: 'quiet', rules: { 'a-rule': 'off' } }, rule), 'off');
    assert.equal(severityOf({ preset: 'quiet', rules: {} }, { ...rule, id: 'toString' }), 'warning');
  });
});

const read: readonly (readonly [name: string, value: unknown, settings: object])[] = [
  ['nothing', undefined, { enable: true }],
  ['null', null, { enable: true }],
  ['a list', [], { enable: true }],
  ['a text', 'strict', { enable: true }],
  ['an empty section', {}, { enable: true, preset: undefined, rules: undefined }],
  ['switched off', { enable: false }, { enable: false, preset: undefined, rules: undefined }],
  ['a preset', { preset: 'quiet' }, { enable: true, preset: 'quiet', rules: undefined }],
  ['a preset there is none of', { preset: 'loud' }, { enable: true, preset: undefined, rules: undefined }],
  [
    'rules, of which some are not understood',
    { rules: { 'allow-on-405': 'off', 'location-on-201': 'loud', x: 3 } },
    { enable: true, preset: undefined, rules: { 'allow-on-405': 'off' } },
  ],
  [
    'what single features show, of which some is not understood',
    { completion: { enable: false }, inlayHints: { phrase: true, implicitStatus: 'loud', route: 'no' }, codeLens: 3 },
    {
      preset: undefined,
      rules: undefined,
      completion: { enable: false },
      inlayHints: { phrase: true, implicitStatus: 'unexpected', route: true },
    },
  ],
];

suite('settings are read', () => {
  for (const [name, value, settings] of read)
    test(name, () => assert.deepEqual(readSettings(value), { ...defaultSettings, ...settings }));
});
