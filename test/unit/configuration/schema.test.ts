import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { Ajv } from 'ajv';
import { rulesInManifest } from '../../../scripts/localisation/manifestTexts.ts';
import { readConfigurationFile } from '../../../server/src/configuration/configurationFile.ts';
import { configurationSchema } from '../../../server/src/configuration/schema.ts';
import { rules } from '../../../server/src/generated/rules.ts';

const root = join(import.meta.dirname, '../../..');
const outOfDate = 'Run: npm run generate:schemas';

function readJson(name: string) {
  return JSON.parse(readFileSync(join(root, name), 'utf8'));
}

/** As JSON has it: without what is undefined. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

suite('the schema of configuration files', () => {
  test('knows the rules there are', () => {
    assert.deepEqual(readJson('http-status.schema.json'), plain(configurationSchema(rules)), outOfDate);
  });

  test('is told to the editor', () => {
    const { jsonValidation } = readJson('package.json').contributes;
    assert.deepEqual(jsonValidation, [{ fileMatch: 'http-status.config.json', url: './http-status.schema.json' }]);
    assert.match(readFileSync(join(root, '.vscodeignore'), 'utf8'), /^!http-status\.schema\.json$/m);
  });

  test('and the settings of the editor know the rules too', () => {
    const sections: readonly { properties: Record<string, { properties?: object }> }[] =
      readJson('package.json').contributes.configuration;
    const [setting] = sections.flatMap(({ properties }) => properties['httpStatus.rules'] ?? []);
    assert.deepEqual(setting?.properties, plain(rulesInManifest()), outOfDate);
  });

  const validate = new Ajv({ strict: false }).compile(readJson('http-status.schema.json'));
  const samples: readonly string[] = [
    '{}',
    '{ "preset": "strict", "rules": { "location-on-201": "off" }, "ignore": ["a/"] }',
    '{ "$schema": "./http-status.schema.json" }',
    '{ "preset": "loud" }',
    '{ "presets": "quiet" }',
    '{ "rules": { "location-on-201": "warn" } }',
    '{ "rules": { "location-on-202": "off" } }',
    '{ "rules": [] }',
    '{ "ignore": "a/" }',
    '{ "ignore": [1] }',
    '{ "status": ["reply(ctx, STATUS, BODY)"] }',
    '{ "status": ["reply(ctx, BODY)"] }',
    '{ "status": "reply(STATUS)" }',
    '{ "status": [404] }',
    '[]',
  ];
  for (const sample of samples) {
    test(`agrees with the reader about ${sample}`, () => {
      assert.equal(validate(JSON.parse(sample)), readConfigurationFile(sample).problems.length === 0);
    });
  }
});
