import { t } from '../localisation.ts';
import { errorDetailsIn, isChosenForOwnError, isLeftOver, isUnknownError } from './errorDetails.ts';
import { answerWithOwnText } from './fixes/ownText.ts';
import { rule, statusNode } from './rule.ts';

export const errorDetailLeak = rule({
  id: 'error-detail-leak',
  description: 'A 5xx whose body carries the raw error, its message or its stack.',
  strength: 'must',
  severity: 'warning',
  reference: 'RFC 9457 §5',
  response(response, option, file) {
    if (option.code < 500 || option.code > 599) return undefined;
    if (option.node && isChosenForOwnError(file, option.node)) return undefined;
    if (isLeftOver(file, response, option.code)) return undefined;
    const details = errorDetailsIn(file, response);
    const [detail] = details;
    if (!detail) return undefined;
    return {
      node: statusNode(response, option),
      message: t(
        'This {0} tells clients what failed inside ({1}): log it, and answer with a text of your own.',
        option.code,
        detail.text.slice(0, 60),
      ),
      evidence: details.map((node) => ({ node, message: t('The raw error') })),
      fixes: () => answerWithOwnText(file, response, details, (value) => isUnknownError(file, value)),
    };
  },
});
