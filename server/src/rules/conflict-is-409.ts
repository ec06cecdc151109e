import { t } from '../localisation.ts';
import { reportReason } from './reasonedStatus.ts';
import { rule } from './rule.ts';

export const conflictIs409 = rule({
  id: 'conflict-is-409',
  description: 'Something exists already, but the code is not 409 (or 422).',
  strength: 'advice',
  severity: 'information',
  reference: 'RFC 9110 §15.5.10',
  response(response, option, file) {
    const { code } = option;
    // 412, 423 and 428 are conflicts of their own kind
    if (code < 400 || [409, 412, 422, 423, 428].includes(code)) return undefined;
    const reason = file.reasons.of(response);
    if (reason?.kind !== 'conflict' || reason.confidence !== 'high') return undefined;
    return reportReason(
      file,
      response,
      option,
      reason,
      t('It conflicts with what is there already: that is 409 Conflict, more specific than {0}.', code),
    );
  },
});
