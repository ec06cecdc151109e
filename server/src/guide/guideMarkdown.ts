import { t } from '../localisation.ts';
import { statusFacts } from '../status/registry.ts';
import { asClause, titleOf } from '../status/wording.ts';
import { type GuideAnswer, type GuideTarget, guideQuestions } from './tree.ts';

/** All questions on one page. */
export function guideMarkdown(): string {
  const sections = guideQuestions.map(({ question, answers, otherwise }) =>
    [`## ${t(question)}`, '', ...[...answers, otherwise].map(line)].join('\n'),
  );
  return `# ${t('Which status code should I use?')}\n\n${sections.join('\n\n')}\n`;
}

function line({ text, detail, to }: GuideAnswer): string {
  const example = detail === undefined ? '' : t(' ({0})', asClause(t(detail)));
  return `- ${t(text)}${example} → ${targetText(to)}`;
}

function targetText(to: GuideTarget): string {
  if ('code' in to) return titleOfCode(to.code);
  if ('search' in to) return t('look it up');
  const next = guideQuestions.find(({ id }) => id === to.question)?.question;
  return t('“{0}”', t(next ?? ''));
}

function titleOfCode(code: number): string {
  const facts = statusFacts(code);
  return `**${facts ? titleOf(facts) : code}**`;
}
