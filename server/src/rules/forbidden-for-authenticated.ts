import { t } from '../localisation.ts';
import { deniedPermission } from './deniedPermission.ts';
import { answerWith } from './fixes/answer.ts';
import { isChosenByItself } from './reasonedStatus.ts';
import { rule, statusNode } from './rule.ts';

export const forbiddenForAuthenticated = rule({
  id: 'forbidden-for-authenticated',
  description: 'A 401 to a caller who is authenticated and lacks permission.',
  strength: 'must',
  severity: 'warning',
  reference: 'RFC 9110 §15.5.4',
  response(response, option, file) {
    const { node } = option;
    if (option.code !== 401 || !node || isChosenByItself(file, response, option)) return undefined;
    // `raise CodeInvalidOrExpired()`: what the caller shows is no good, whoever it is
    if (/^(?:new\s+)?[\w.]*(?:Invalid|Expired)/.test(response.event.expression.node.text)) return undefined;
    // `raise AuthenticationFailed` in the method of a class that finds out who calls: nobody is known before it is through
    if (response.event.function?.name === 'authenticate') return undefined;
    const shown = deniedPermission(file, response);
    if (!shown) return undefined;
    return {
      node: statusNode(response, option),
      message: t('The caller lacks permission, not credentials: that is 403 Forbidden. 401 asks to log in again.'),
      evidence: shown,
      fixes: () => answerWith(file, response, node, 401, 403),
    };
  },
});
