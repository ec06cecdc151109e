import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { readBundle } from '../../scripts/localisation/bundles.ts';
import { manifestTexts, type Texts, textsFile } from '../../scripts/localisation/manifestTexts.ts';
import { readMessages } from '../../scripts/localisation/messages.ts';
import { translatedLocaleFor, translatedLocales } from '../../server/src/localisation.ts';

const outOfDate = 'Run: npm run generate:schemas, and translate what is empty';
const { used, bare } = await readMessages();

suite('Texts for people', () => {
  test('are looked up in the language of the editor, wherever they are shown', () => {
    assert.deepEqual(bare, []);
  });

  for (const locale of translatedLocales) {
    const messages = readBundle(locale);

    test(`have their translation, and no other text has: ${locale}`, () => {
      assert.deepEqual(Object.keys(messages).sort(), [...used].sort(), outOfDate);
      assert.deepEqual(untranslated(messages), [], outOfDate);
    });

    test(`keep what varies: ${locale}`, () => {
      for (const [text, translation] of Object.entries(messages)) {
        assert.deepEqual(placeholders(translation), placeholders(text), text);
        assert.deepEqual(codeIn(translation), codeIn(text), text);
      }
    });
  }
});

suite('The texts of the manifest', () => {
  const manifest = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
  const keys = [...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key).sort();

  test('all stand beside it', () => {
    const shown = manifest.matchAll(
      /"(?:title|markdownDescription|contents|displayName|userDescription)": "(?!%)([^"]+)"/g,
    );
    const names = ['HTTP Status', 'HTTP Status Assistant'];
    assert.deepEqual(
      [...shown].map(([, text]) => text).filter((text) => !names.includes(text ?? '')),
      [],
    );
  });

  for (const locale of [undefined, ...translatedLocales]) {
    test(`are all there and up to date: ${locale ?? 'English'}`, () => {
      const texts: Texts = JSON.parse(readFileSync(textsFile(locale), 'utf8'));
      assert.deepEqual(texts, manifestTexts(locale), outOfDate);
      assert.deepEqual(Object.keys(texts).sort(), keys);
      assert.deepEqual(untranslated(texts), [], outOfDate);
    });
  }
});

const locales: readonly (readonly [locale: string | undefined, translation: string | undefined])[] = [
  ['zh-cn', 'zh-cn'],
  ['zh_CN.UTF-8', 'zh-cn'],
  ['zh-Hans', 'zh-cn'],
  ['zh', 'zh-cn'],
  // another script
  ['zh-TW', undefined],
  ['en', undefined],
  ['C', undefined],
  ['../zh-cn', undefined],
  [undefined, undefined],
];
for (const [locale, translation] of locales) {
  test(`an editor in ${locale ?? 'no language'} is told ${translation ?? 'English'}`, () => {
    assert.equal(translatedLocaleFor(locale), translation);
  });
}

function untranslated(texts: Texts): readonly string[] {
  return Object.keys(texts).filter((key) => texts[key] === '');
}

function placeholders(text: string): readonly string[] {
  return (text.match(/\{\d\}/g) ?? []).toSorted();
}

/** Code stays what it is in every language. */
function codeIn(text: string): readonly string[] {
  return (text.match(/`[^`]+`/g) ?? []).toSorted();
}
