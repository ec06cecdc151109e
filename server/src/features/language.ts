import { type Messages, translatedLocaleFor, useMessages } from '../localisation.ts';
import { useStatusTexts } from '../status/registry.ts';
import type { StatusTexts } from '../status/translation.ts';

/** Reads a file of a translation by its name; undefined where there is none. */
export type ReadTranslation = (fileName: string) => Promise<string | undefined>;

/** From now on people are told everything in the language of their editor, if there is a translation into it. */
export async function speak(locale: string | undefined, readTranslation: ReadTranslation): Promise<void> {
  const translation = translatedLocaleFor(locale);
  if (translation === undefined) return;
  const [messages, statuses] = await Promise.all([
    readTranslation(`bundle.l10n.${translation}.json`),
    readTranslation(`statuses.${translation}.json`),
  ]);
  // The build has checked both.
  if (messages !== undefined) useMessages(JSON.parse(messages) as Messages);
  if (statuses !== undefined) useStatusTexts(JSON.parse(statuses) as readonly StatusTexts[]);
}
