import { type Configuration, defaultConfiguration } from '../../server/src/configuration/configuration.ts';
import { defaultSettings } from '../../server/src/configuration/settings.ts';
import type { ReadyText } from '../../server/src/features/openTexts.ts';
import { findingsOf } from '../../server/src/findings.ts';
import { placesOfHandlers } from '../../server/src/responses/routes/answeringHandlers.ts';
import { analyser } from './analyser.ts';

/** A rule or fix that throws fails the test. */
export function failOnFault(subject: string, error: unknown): never {
  throw new Error(subject, { cause: error });
}

/** A text as features get to see it. */
export async function ready(
  text: string,
  configuration: Configuration = defaultConfiguration,
  path = 'src/users.ts',
): Promise<ReadyText> {
  const language = analyser.languageOfPath(path);
  if (!language) throw new Error(`${path} is in no language that is read.`);
  await analyser.prepare(language);
  const document = analyser.open(language, `file:///${path}`, text, 1);
  const analysed = analyser.analyse(language, document);
  const findings = analysed.analysis ? findingsOf(analysed.analysis, configuration, failOnFault) : [];
  return {
    ...analysed,
    findings,
    around: () => analysed,
    handlers: analysed.analysis ? placesOfHandlers(analysed.analysis) : [],
    configuration,
    configurationFile: undefined,
    folder: undefined,
    settings: defaultSettings,
    isIgnored: false,
  };
}

/** A source in which one `|` stands where the cursor is. */
export function atCursor(source: string): { readonly text: string; readonly offset: number } {
  const [before = '', after, ...more] = source.split('|');
  if (after === undefined || more.length > 0) throw new Error('One | marks the cursor.');
  return { text: before + after, offset: before.length };
}
