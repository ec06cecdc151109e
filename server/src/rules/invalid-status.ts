import { t } from '../localisation.ts';
import { answerWith } from './fixes/answer.ts';
import { rule, statusNode } from './rule.ts';

export const invalidStatus = rule({
  id: 'invalid-status',
  description: 'A number outside 100–599: the framework throws, or the client breaks.',
  strength: 'broken',
  severity: 'error',
  reference: 'RFC 9110 §15',
  response(response, option, file) {
    const { code, node } = option;
    // only a number that is written as one; what a table or calculation gives is not known well enough
    if (!node || !/^\d+$/.test(node.text) || (code >= 100 && code <= 599)) return undefined;
    const meant = code < 100 ? code * 10 : Math.floor(code / 10);
    const better = meant >= 100 && meant <= 599 ? meant : 500;
    return {
      node: statusNode(response, option),
      message: t('{0} is no status code: they go from 100 to 599.', code),
      fixes: () => answerWith(file, response, node, code, better),
    };
  },
});
