/** The texts of the manifest: `%key%` there, and what it stands for in `package.nls.json` and its translations. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleProperties } from '../../server/src/configuration/schema.ts';
import { rules } from '../../server/src/generated/rules.ts';
import { useMessages } from '../../server/src/localisation.ts';
import { toolContributions } from '../../server/src/tools/contributions.ts';
import { tools } from '../../server/src/tools/tools.ts';
import { readBundle } from './bundles.ts';

const root = join(import.meta.dirname, '../..');

export type Texts = Readonly<Record<string, string>>;

/** Of the manifest's texts for a locale; undefined is English. */
export function textsFile(locale: string | undefined): string {
  return join(root, locale === undefined ? 'package.nls.json' : `package.nls.${locale}.json`);
}

/** Those of rules and tools are made anew from what the code says; the others are written by hand. */
export function manifestTexts(locale: string | undefined): Texts {
  const present: Texts = JSON.parse(readFileSync(textsFile(locale), 'utf8'));
  const byHand = Object.entries(present).filter(([key]) => !/^(?:rules|tools)\./.test(key));
  return Object.fromEntries([...byHand, ...Object.entries(textsOfCode(locale))].sort());
}

function textsOfCode(locale: string | undefined): Texts {
  if (locale !== undefined) useMessages(readBundle(locale));
  try {
    const ofRules = Object.entries(ruleProperties(rules)).map(([id, { markdownDescription }]) => [
      `rules.${id}`,
      markdownDescription,
    ]);
    const ofTools = toolContributions(tools).flatMap(({ name, displayName, userDescription }) => [
      [`tools.${name}.displayName`, displayName],
      [`tools.${name}.userDescription`, userDescription],
    ]);
    return Object.fromEntries([...ofRules, ...ofTools]);
  } finally {
    useMessages({});
  }
}

/** What the manifest says of rules and tools, with keys for its texts. */
export function rulesInManifest() {
  return Object.fromEntries(
    Object.entries(ruleProperties(rules)).map(([id, property]) => [
      id,
      { ...property, markdownDescription: `%rules.${id}%` },
    ]),
  );
}

export function toolsInManifest() {
  return toolContributions(tools).map((tool) => ({
    ...tool,
    displayName: `%tools.${tool.name}.displayName%`,
    userDescription: `%tools.${tool.name}.userDescription%`,
  }));
}
