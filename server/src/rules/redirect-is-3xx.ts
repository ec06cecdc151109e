import { t } from '../localisation.ts';
import { redirectWith } from './fixes/answer.ts';
import { rule, statusNode } from './rule.ts';

export const redirectIs3xx = rule({
  id: 'redirect-is-3xx',
  description: 'A redirect call with a status that is no redirect.',
  strength: 'must',
  severity: 'warning',
  reference: 'RFC 9110 §15.4',
  response(response, option, file) {
    const { code, node } = option;
    const { pattern } = response.event;
    if (!node || !/redirect/i.test(pattern.source) || !response.event.bindings.has('URL')) return undefined;
    // 201 points to what was created: its Location is no redirect, but some send it this way
    if (code === 201 || (code >= 300 && code <= 399)) return undefined;
    return {
      node: statusNode(response, option),
      message: t('{0} is no redirect: clients will not follow the Location.', code),
      fixes: () => [...redirectWith(file, response, node, code, 303), ...redirectWith(file, response, node, code, 302)],
    };
  },
});
