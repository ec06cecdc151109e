import type { FileAnalysis } from '../responses/analysis.ts';
import { messageOf } from '../responses/messages.ts';
import type { Response } from '../responses/model.ts';
import type { Reason } from '../responses/reason.ts';
import { speaksOf } from '../responses/vocabulary.ts';
import { changeStatus } from './fixes/changeStatus.ts';
import { fixOf } from './fixes/fix.ts';
import { type Evidence, rule, statusNode } from './rule.ts';

export const forbiddenForAuthenticated = rule({
  id: 'forbidden-for-authenticated',
  description: 'A 401 to a caller who is authenticated and lacks permission.',
  strength: 'must',
  severity: 'warning',
  reference: 'RFC 9110 §15.5.4',
  response(response, option, file) {
    const { node } = option;
    if (option.code !== 401 || !node) return undefined;
    const reason = file.reasons.of(response);
    if (reason?.kind !== 'lacking permission') return undefined;
    const shown = authenticatedBy(file, response, reason);
    if (!shown) return undefined;
    return {
      node: statusNode(response, option),
      message:
        'The caller is authenticated here and lacks permission: that is 403 Forbidden. 401 asks to log in again.',
      evidence: shown,
      fixes: () => fixOf('Answer 403 Forbidden', 'suggestion', changeStatus(file, response, node, 401, 403)),
    };
  },
});

function authenticatedBy(file: FileAnalysis, response: Response, reason: Reason): readonly Evidence[] | undefined {
  const authentication = file.reasons.authentication(response);
  const decided: Evidence = { node: reason.guard, message: `Decided by ${reason.subject}` };
  if (authentication.state === 'anonymous') return undefined;
  if (authentication.state === 'authenticated' && authentication.evidence) {
    return [{ node: authentication.evidence, message: 'The caller is authenticated here' }, decided];
  }
  const { elsewhere } = authentication;
  if (elsewhere) {
    const place = elsewhere.file.slice(elsewhere.file.lastIndexOf('/') + 1);
    return [
      { node: reason.guard, message: `${decided.message}; ${elsewhere.text} in ${place} authenticates the caller` },
    ];
  }
  const use = reason.principal;
  if (!use) return undefined;
  // `req.user?.isAdmin` also fails for nobody at all, unless the response says that permission is missing
  if (use.parent?.text.includes('?.') && !speaksOf(messageOf(file.context, response), 'permission')) return undefined;
  return [{ node: use, message: 'The decision uses the authenticated caller' }, decided];
}
