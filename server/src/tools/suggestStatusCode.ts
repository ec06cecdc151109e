import { t } from '../localisation.ts';
import type { StatusFacts } from '../status/facts.ts';
import { searchStatuses } from '../status/search.ts';
import { classAndStanding, confusionLine, titleOf } from '../status/wording.ts';
import { refusal, type Tool } from './tool.ts';

const shown = 4;
const longestSituation = 500;

export const suggestStatusCode: Tool = {
  name: 'suggest_status_code',
  title: 'Suggest a status code',
  summary: 'Which HTTP status code fits a situation.',
  description:
    'Finds the HTTP status codes that fit a situation described in words, best first, with what tells them apart. Use it before you write a response whose code is not obvious.',
  inputSchema: {
    type: 'object',
    properties: {
      situation: {
        type: 'string',
        minLength: 2,
        maxLength: longestSituation,
        description:
          'What happened, in English: "the e-mail address is already registered", "the caller is logged in but lacks the role".',
      },
    },
    required: ['situation'],
    additionalProperties: false,
  },
  answer: ({ situation }) => {
    if (typeof situation !== 'string' || situation.trim() === '') {
      return refusal(
        t('Say in words what happened: {0}.', '{ "situation": "the e-mail address is already registered" }'),
      );
    }
    const found = searchStatuses(situation.slice(0, longestSituation)).slice(0, shown);
    if (found.length === 0) return refusal(t('No status code is found for “{0}”. Say it in other words.', situation));
    return { text: found.map(suggestion).join('\n\n') };
  },
};

function suggestion(facts: StatusFacts): string {
  return [
    `## ${titleOf(facts)}`,
    `${classAndStanding(facts)}${t('.')} ${facts.summary}`,
    listed(t('Send when'), facts.sendWhen),
    listed(t('Do not send when'), facts.doNotSendWhen),
    listed(
      t('Headers'),
      (facts.headers ?? []).map(({ level, name, condition }) => `${level} ${name} ${t(condition)}`),
    ),
    listed(t('Confused with'), facts.confusedWith.map(confusionLine)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function listed(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : [t('{0}:', title), ...items.map((item) => `- ${item}`)].join('\n');
}
