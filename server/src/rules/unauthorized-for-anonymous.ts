import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { Response } from '../responses/model.ts';
import { messageOf } from '../responses/reasons/messages.ts';
import { answerWith } from './fixes/answer.ts';
import { isChosenByItself } from './reasonedStatus.ts';
import { rule, statusNode } from './rule.ts';

export const unauthorizedForAnonymous = rule({
  id: 'unauthorized-for-anonymous',
  description: 'A 403 to a caller without valid credentials.',
  strength: 'must',
  severity: 'warning',
  reference: 'RFC 9110 §15.5.2',
  response(response, option, file) {
    const { node } = option;
    if (option.code !== 403 || !node || isChosenByItself(file, response, option)) return undefined;
    const reason = file.reasons.of(response);
    if (reason?.kind !== 'missing credentials' || reason.confidence !== 'high') return undefined;
    // a logged-in caller who gives a wrong current password is known: not a matter of 401
    if (file.reasons.authentication(response).state === 'authenticated') return undefined;
    // who calls by a script is kept out, and let in where logged in: `'No crawlers'`
    if (/\b(?:crawlers?|spiders?|bots?|robots?|scrapers?)\b/i.test(messageOf(file.context, response))) return undefined;
    if (isCaughtByLogin(file, response)) return undefined;
    return {
      node: statusNode(response, option),
      message: t('The caller has not authenticated: that is 401 Unauthorized. 403 says that logging in will not help.'),
      evidence: [{ node: reason.guard, message: t('Decided by {0}', reason.subject) }],
      fixes: () => answerWith(file, response, node, 403, 401),
    };
  },
});

/** `PermissionDenied` in `authenticate` of one of Django's backends ends a login: whoever asked for that answers. */
function isCaughtByLogin({ context }: FileAnalysis, { event }: Response): boolean {
  if (event.kind !== 'raise' || event.function?.name !== 'authenticate') return false;
  const around = context.language.classAround(event.function.node);
  return /Backend$/.test(around?.base?.node.text ?? '');
}
