import { t } from '../localisation.ts';
import { reportReason } from './reasonedStatus.ts';
import { rule, statusNode } from './rule.ts';

export const notFoundIs404 = rule({
  id: 'not-found-is-404',
  description: 'What the URL names is missing, but the code is not 404 or 410.',
  strength: 'must',
  severity: 'warning',
  reference: 'RFC 9110 §15.5.5',
  response(response, option, file) {
    const { code } = option;
    // 401 and 403 hide that it is missing (RFC 9110 §15.5.4); 422 and 409 speak of a reference inside the request
    if (code < 400 || [401, 403, 404, 409, 410, 422].includes(code)) return undefined;
    const missing = file.reasons.missing(response);
    if (missing) {
      return {
        node: statusNode(response, option),
        message: t('What the URL names may be missing: that ends here too, as {0} instead of 404.', code),
        evidence: [{ node: missing, message: t('Thrown when it is missing') }],
        fixes: () => [],
      };
    }
    const reason = file.reasons.of(response);
    if (reason?.kind !== 'not found' || reason.confidence !== 'high') return undefined;
    // a caught `NotFoundError` may be about a reference in the body: with 4xx nothing shows that the URL named it
    if (reason.source === undefined && code < 500) return undefined;
    return reportReason(
      file,
      response,
      option,
      reason,
      t('What the URL names was not found: that is 404 Not Found, not {0}.', code),
    );
  },
});
