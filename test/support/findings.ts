import { judge } from '../../server/src/rules/judge.ts';
import type { Finding } from '../../server/src/rules/rule.ts';
import { analyser } from './analyser.ts';

/** What all rules, also those that are off by default, report of a text. A rule that throws fails the test. */
export async function findingsIn(file: string, text: string): Promise<readonly Finding[]> {
  const language = analyser.languageOfPath(file);
  if (!language) throw new Error(`${file} is in no known language`);
  await analyser.prepare(language);
  const { analysis } = analyser.analyse(language, analyser.open(language, `file:///${file}`, text));
  if (!analysis) return [];
  return judge(
    analysis,
    () => true,
    (rule, error) => {
      throw new Error(`${rule.id} failed`, { cause: error });
    },
  );
}
