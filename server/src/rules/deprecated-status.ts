import { t } from '../localisation.ts';
import { answerWith } from './fixes/answer.ts';
import { isWrittenElsewhere, rule, statusNode } from './rule.ts';

/** 305 is deprecated, 306 reserved for good. Other codes whose document is obsolete are registered all the same. */
const deprecated: ReadonlySet<number> = new Set([305, 306]);

export const deprecatedStatus = rule({
  id: 'deprecated-status',
  description: 'A status code that is deprecated or reserved: 305, 306.',
  strength: 'advice',
  severity: 'information',
  reference: 'RFC 9110 §15.4.6',
  response(response, option, file) {
    const { code, node } = option;
    if (!node || !deprecated.has(code) || isWrittenElsewhere(response, option)) return undefined;
    return {
      node: statusNode(response, option),
      message: t('{0} is deprecated: clients ignore it or treat it as 300.', code),
      fixes: () => answerWith(file, response, node, code, 307),
    };
  },
});
