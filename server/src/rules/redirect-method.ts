import { t } from '../localisation.ts';
import { redirectWith } from './fixes/answer.ts';
import { rule, statusNode } from './rule.ts';

export const redirectMethod = rule({
  id: 'redirect-method',
  description: 'A redirect after POST, PUT, PATCH or DELETE whose code lets clients change the method.',
  strength: 'advice',
  severity: 'hint',
  reference: 'RFC 9110 §15.4',
  response(response, option, file) {
    const { code, node } = option;
    if ((code !== 301 && code !== 302) || !node) return undefined;
    // a helper that always sends one code chooses it once, for all that call it
    if (response.event.learned?.nameNode === node) return undefined;
    const methods = response.handler?.methods ?? [];
    if (methods.length === 0 || !methods.every((method) => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method)))
      return undefined;
    return {
      node: statusNode(response, option),
      message: t(
        'After {0} a {1} leaves it open whether clients repeat the method: 303 makes it GET, {2} keeps it.',
        methods.join(', '),
        code,
        code === 301 ? 308 : 307,
      ),
      fixes: () => [
        ...redirectWith(file, response, node, code, 303),
        ...redirectWith(file, response, node, code, code === 301 ? 308 : 307),
      ],
    };
  },
});
