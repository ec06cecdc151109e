/**
 * Writes what editors and people are told about the rules: the schema of configuration files, the settings in the
 * manifest, the keys of the translations, the tables of the README, the picture of the layers. A test fails when any is
 * out of date.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationSchema } from '../../server/src/configuration/schema.ts';
import { rules } from '../../server/src/generated/rules.ts';
import { translatedLocales } from '../../server/src/localisation.ts';
import { updateBundle } from '../localisation/bundles.ts';
import { manifestTexts, rulesInManifest, textsFile, toolsInManifest } from '../localisation/manifestTexts.ts';
import { readMessages } from '../localisation/messages.ts';
import { layersPicture } from './layers.ts';
import { withTables } from './readmeTables.ts';

const root = join(import.meta.dirname, '../..');
const schemaFile = join(root, 'http-status.schema.json');
const manifestFile = join(root, 'package.json');

const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
for (const { properties } of manifest.contributes.configuration) {
  const setting = properties['httpStatus.rules'];
  if (setting) setting.properties = rulesInManifest();
}
manifest.contributes.languageModelTools = toolsInManifest();
writeFileSync(schemaFile, JSON.stringify(configurationSchema(rules)));
writeFileSync(manifestFile, JSON.stringify(manifest));
const { used } = await readMessages();
for (const locale of translatedLocales) updateBundle(locale, used);
for (const locale of [undefined, ...translatedLocales])
  writeFileSync(textsFile(locale), `${JSON.stringify(manifestTexts(locale), null, 2)}\n`);
execFileSync('biome', ['format', '--write', schemaFile, manifestFile], { cwd: root, stdio: 'inherit' });

const readmeFile = join(root, 'README.md');
writeFileSync(readmeFile, withTables(readFileSync(readmeFile, 'utf8')));
writeFileSync(join(root, 'docs/images/layers.svg'), layersPicture());
