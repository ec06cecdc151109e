import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { errorStatusBefore } from '../responses/errors/errorFallback.ts';
import type { SyntaxNode } from '../syntax/node.ts';
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
    const details = errorDetailsIn(file, response).filter((node) => !isOfAnswerWithStatus(file, option.node, node));
    const [detail] = details;
    if (!detail) return undefined;
    return {
      node: statusNode(response, option),
      message: t(
        'This {0} tells clients what failed inside ({1}): log it, and answer with a text of your own.',
        option.code,
        detail.text.replace(/\s+/g, ' ').slice(0, 60),
      ),
      evidence: details.map((node) => ({ node, message: t('The raw error') })),
      fixes: () => answerWithOwnText(file, response, details, (value) => isUnknownError(file, value)),
    };
  },
});

/**
 * `status(e.response?.status ?? 500).json(e.response?.data ?? 'Failed')`: what another server said is there only where its
 * status is, and that is sent instead.
 */
function isOfAnswerWithStatus({ context }: FileAnalysis, code: SyntaxNode | undefined, detail: SyntaxNode): boolean {
  const status = code && errorStatusBefore(context, code);
  if (status?.kind !== 'member' || status.object.kind !== 'member') return false;
  const answer = status.object.node.text;
  const said = detail.text.split(/\?\?|\|\|/).map((part) => part.trim());
  return said.every((part) => part.startsWith(`${answer}.`) || part.startsWith(`${answer}?.`) || /^["'`]/.test(part));
}
