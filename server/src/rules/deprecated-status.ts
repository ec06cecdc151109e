import { statusFacts } from '../status/registry.ts';
import { changeStatus } from './fixes/changeStatus.ts';
import { fixOf } from './fixes/fix.ts';
import { rule, statusNode } from './rule.ts';

const replacement: Readonly<Record<number, number>> = { 305: 307, 306: 307, 510: 500 };

export const deprecatedStatus = rule({
  id: 'deprecated-status',
  description: 'A status code that is deprecated or reserved: 305, 306.',
  strength: 'advice',
  severity: 'information',
  reference: 'RFC 9110 §15.4.6',
  response(response, option, file) {
    const { code, node } = option;
    const facts = statusFacts(code);
    if (!node || !facts || !['deprecated', 'obsoleted'].includes(facts.standing)) {
      // the number is registered as unused, but 306 once had a meaning
      if (code !== 306 || !node) return undefined;
    }
    const better = replacement[code] ?? Math.floor(code / 100) * 100;
    return {
      node: statusNode(response, option),
      message: `${code} is deprecated: clients ignore it or treat it as ${Math.floor(code / 100) * 100}.`,
      fixes: () =>
        node ? fixOf(`Answer ${better}`, 'suggestion', changeStatus(file, response, node, code, better)) : [],
    };
  },
});
