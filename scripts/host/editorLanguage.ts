import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Lets a VS Code server speak a language in which it has no words of its own: its menus stay English, while extensions
 * are told the language and show their own texts in it. This is what is left behind by a language pack, an extension
 * from a market that may be out of reach.
 */
export async function addLanguage(dataDirectory: string, locale: string): Promise<void> {
  const folder = join(dataDirectory, 'data');
  const words = join(folder, `${locale}.i18n.json`);
  await mkdir(folder, { recursive: true });
  await writeFile(words, JSON.stringify({ contents: {} }));
  const extensions = [{ extensionIdentifier: { id: `language-pack-${locale}` }, version: '1.0.0' }];
  const languages = { [locale]: { hash: locale, label: locale, extensions, translations: { vscode: words } } };
  await writeFile(join(folder, 'languagepacks.json'), JSON.stringify(languages));
}
