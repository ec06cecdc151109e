import { t } from '../localisation.ts';
import { classOf } from '../status/classes.ts';
import { pageMarkdown } from '../status/markdown.ts';
import { statusFacts } from '../status/registry.ts';
import { className } from '../status/wording.ts';
import { refusal, type Tool } from './tool.ts';

export const explainStatusCode: Tool = {
  name: 'explain_status_code',
  title: 'Explain a status code',
  summary: 'What an HTTP status code means, when to send it and what it owes.',
  description:
    'Explains an HTTP status code: what it means, when to send it and when not, which headers and body it needs, how clients and caches treat it, which codes it is confused with, and where the RFC says so.',
  inputSchema: {
    type: 'object',
    properties: {
      code: { type: 'integer', minimum: 100, maximum: 599, description: 'The status code, for example 409.' },
    },
    required: ['code'],
    additionalProperties: false,
  },
  answer: ({ code }) => {
    if (typeof code !== 'number' || !Number.isInteger(code)) {
      return refusal(t('Give the code as a number: {0}.', '{ "code": 404 }'));
    }
    const facts = statusFacts(code);
    if (facts) return { text: pageMarkdown(facts) };
    const statusClass = classOf(code);
    return statusClass
      ? {
          text: t(
            '{0} is not registered. A client takes it for a {1}: {2}',
            code,
            className(code),
            t(statusClass.meaning),
          ),
        }
      : refusal(t('{0} is no HTTP status code: they go from 100 to 599.', code));
  },
};
