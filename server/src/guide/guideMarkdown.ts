import { statusFacts } from '../status/registry.ts';
import { titleOf } from '../status/wording.ts';
import { type GuideAnswer, guideQuestions } from './tree.ts';

/** All questions on one page. */
export function guideMarkdown(): string {
  const sections = guideQuestions.map(({ question, answers, otherwise }) =>
    [`## ${question}`, '', ...[...answers, otherwise].map(line)].join('\n'),
  );
  return `# Which status code should I use?\n\n${sections.join('\n\n')}\n`;
}

function line({ text, detail, to }: GuideAnswer): string {
  const example = detail === undefined ? '' : ` (${detail})`;
  return `- ${text}${example} → ${'question' in to ? `*${titleOfQuestion(to.question)}*` : 'code' in to ? titleOfCode(to.code) : 'look it up'}`;
}

function titleOfQuestion(id: string): string {
  return guideQuestions.find((asked) => asked.id === id)?.question ?? id;
}

function titleOfCode(code: number): string {
  const facts = statusFacts(code);
  return `**${facts ? titleOf(facts) : code}**`;
}
