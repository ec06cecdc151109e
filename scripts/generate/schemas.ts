/**
 * Writes what editors and people are told about the rules: the schema of configuration files, the settings in the
 * manifest, the tables of the README, the picture of the layers. A test fails when any is out of date.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationSchema, ruleProperties } from '../../server/src/configuration/schema.ts';
import { rules } from '../../server/src/generated/rules.ts';
import { toolContributions } from '../../server/src/tools/contributions.ts';
import { tools } from '../../server/src/tools/tools.ts';
import { layersPicture } from './layers.ts';
import { withTables } from './readmeTables.ts';

const root = join(import.meta.dirname, '../..');
const schemaFile = join(root, 'http-status.schema.json');
const manifestFile = join(root, 'package.json');

const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
for (const { properties } of manifest.contributes.configuration) {
  const setting = properties['httpStatus.rules'];
  if (setting) setting.properties = ruleProperties(rules);
}
manifest.contributes.languageModelTools = toolContributions(tools);
writeFileSync(schemaFile, JSON.stringify(configurationSchema(rules)));
writeFileSync(manifestFile, JSON.stringify(manifest));
execFileSync('biome', ['format', '--write', schemaFile, manifestFile], { cwd: root, stdio: 'inherit' });

const readmeFile = join(root, 'README.md');
writeFileSync(readmeFile, withTables(readFileSync(readmeFile, 'utf8')));
writeFileSync(join(root, 'docs/images/layers.svg'), layersPicture());
