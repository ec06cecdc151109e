import { t } from '../localisation.ts';
import { answerWith } from './fixes/answer.ts';
import { isWrittenOut } from './missingHeader.ts';
import { rule, statusNode } from './rule.ts';

export const finalInformational = rule({
  id: 'final-informational',
  description: 'A 1xx sent as the final response: clients go on waiting for another.',
  strength: 'must',
  severity: 'warning',
  reference: 'RFC 9110 §15.2',
  response(response, option, file) {
    const { code, node } = option;
    if (code < 100 || code > 199 || !node || !isWrittenOut(response)) return undefined;
    // a switch of protocols ends HTTP on the connection: WebSocket upgrades of Workers and raw servers
    if (code === 101) return undefined;
    // 102 is meant for work that goes on
    const meant = code === 102 ? 202 : 200;
    return {
      node: statusNode(response, option),
      message: t('{0} is an interim response: a final one must follow, and clients wait for it.', code),
      fixes: () => answerWith(file, response, node, code, meant),
    };
  },
});
