/**
 * Texts in the language of the editor. The English text is the key of its translation in `l10n/`; what varies stands in
 * it as `{0}`, `{1}`, so that a translation can have its own order of words. Until a translation is set, all is English.
 */
import { config, t } from '@vscode/l10n';

export { t };

/** The English text with its translation. */
export type Messages = Readonly<Record<string, string>>;

export function useMessages(messages: Messages): void {
  config({ contents: { ...messages } });
}

/** The translations there are, one `l10n/bundle.l10n.<locale>.json` each, beside English. */
export const translatedLocales: readonly string[] = ['zh-cn'];

/** The translation for a locale as an editor writes it (`zh-cn`, `zh_CN.UTF-8`, `zh-Hans`); undefined for English. */
export function translatedLocaleFor(locale: string | undefined): string | undefined {
  const wanted = languageAndScript(locale);
  return wanted && translatedLocales.find((each) => languageAndScript(each) === wanted);
}

/** `zh-Hans` for `zh-cn`: who reads one of a language and script reads the others. */
function languageAndScript(locale = ''): string | undefined {
  try {
    const { language, script } = new Intl.Locale(locale.replace(/[.@].*$/, '').replaceAll('_', '-')).maximize();
    return `${language}-${script}`;
  } catch {
    return undefined;
  }
}
