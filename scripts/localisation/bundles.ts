/** The translations of texts: one file a language, `l10n/bundle.l10n.<locale>.json`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Messages } from '../../server/src/localisation.ts';

const root = join(import.meta.dirname, '../..');

function bundleFile(locale: string): string {
  return join(root, 'l10n', `bundle.l10n.${locale}.json`);
}

export function readBundle(locale: string): Messages {
  return JSON.parse(readFileSync(bundleFile(locale), 'utf8'));
}

/** Texts that are new wait in it with nothing to say, those that are gone leave it. */
export function updateBundle(locale: string, used: ReadonlySet<string>): void {
  const present = readBundle(locale);
  const messages = Object.fromEntries([...used].sort().map((text) => [text, present[text] ?? '']));
  writeFileSync(bundleFile(locale), `${JSON.stringify(messages, null, 2)}\n`);
}
