import { judge } from '../../server/src/rules/judge.ts';
import type { Finding } from '../../server/src/rules/rule.ts';
import { analyser } from './analyser.ts';

/** What all rules, also those that are off by default, report of a text. A rule that throws fails the test. */
export async function findingsIn(file: string, text: string): Promise<readonly Finding[]> {
  return (await preparedFindings(file))(file, text);
}

/** The same for many texts in the language of a file, which is ready then. */
export async function preparedFindings(example: string): Promise<(file: string, text: string) => readonly Finding[]> {
  const language = analyser.languageOfPath(example);
  if (!language) throw new Error(`${example} is in no known language`);
  await analyser.prepare(language);
  return (file, text) => {
    const { analysis } = analyser.analyse(language, analyser.open(language, `file:///${file}`, text));
    if (!analysis) return [];
    return judge(
      analysis,
      () => true,
      (rule, error) => {
        throw new Error(`${rule.id} failed`, { cause: error });
      },
    );
  };
}
