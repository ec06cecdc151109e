import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { Response } from '../responses/model.ts';
import { admitsAnonymous } from '../responses/origins/authentication.ts';
import { speaksOf } from '../responses/origins/vocabulary.ts';
import { callsIn } from '../responses/reasons/attempts.ts';
import { messageOf } from '../responses/reasons/messages.ts';
import type { Reason } from '../responses/reasons/reason.ts';
import type { Evidence } from './rule.ts';

/** What shows that a response refuses a caller who is authenticated and lacks permission; undefined where nothing does. */
export function deniedPermission(file: FileAnalysis, response: Response): readonly Evidence[] | undefined {
  if (isLoggedOut(file, response)) return undefined;
  const reason = file.reasons.of(response);
  if (!reason) return refusedInWords(file, response);
  return reason.kind === 'lacking permission' ? authenticatedBy(file, response, reason) : undefined;
}

/** `await endSession(session)`: who is logged out right before the answer is to log in anew. */
function isLoggedOut({ context, flow }: FileAnalysis, { sentAt }: Response): boolean {
  const decided = flow.guards(sentAt).find(({ node }) => node.contains(sentAt));
  if (!decided) return false;
  return callsIn(context, decided.node).some(
    ({ node, callee }) =>
      endsSession.test(callee.node.text) && node.end <= sentAt.start && flow.dominates(node, sentAt),
  );
}

const endsSession =
  /(?:^|[._])(?:(?:log|sign)_?out|(?:invalidate|destroy|revoke|clear|delete|end|remove|expire|kill)_?\w*(?:session|cookie|token))\w*$|(?:session|cookie|token)s?\.(?:destroy|delete|remove|invalidate|revoke|clear|flush|end)$/i;

/** Who is known and is told `Not authorized for this account`, whatever the condition asks: not who shows credentials anew. */
function refusedInWords(file: FileAnalysis, response: Response): readonly Evidence[] | undefined {
  const guard = file.flow.guards(response.sentAt).find(({ node }) => node.contains(response.sentAt));
  if (guard?.kind !== 'condition' || file.reasons.alternatives(response).length > 0) return undefined;
  if (/passw|token|otp|code|session|cookie|expire|signature/i.test(guard.condition.node.text)) return undefined;
  const { state, evidence } = file.reasons.authentication(response);
  if (state !== 'authenticated' || !evidence) return undefined;
  const message = messageOf(file.context, response);
  if (blamesCredentials.test(message) || /\b(?:sign(?:ed)? in|log(?:ged)? in)\b/i.test(message)) return undefined;
  if (!speaksOf(message, 'permission')) return undefined;
  return [
    { node: evidence, message: t('The caller is authenticated here') },
    {
      node: guard.condition.node,
      message: t('Decided by {0}', guard.condition.node.text.replace(/\s+/g, ' ').slice(0, 60)),
    },
  ];
}

/** `Invalid access token` */
const blamesCredentials = /\b(?:token|credentials?|api key)\b/i;

function authenticatedBy(file: FileAnalysis, response: Response, reason: Reason): readonly Evidence[] | undefined {
  const message = messageOf(file.context, response);
  // `No permission to delete this API key` blames no key
  if (blamesCredentials.test(message) && !/\b(?:no|lack\w*|insufficient) permissions?\b/i.test(message))
    return undefined;
  const authentication = file.reasons.authentication(response);
  const decided: Evidence = { node: reason.guard, message: t('Decided by {0}', reason.subject) };
  if (authentication.state === 'anonymous') return undefined;
  if (authentication.state === 'authenticated' && authentication.evidence) {
    return [{ node: authentication.evidence, message: t('The caller is authenticated here') }, decided];
  }
  const { elsewhere } = authentication;
  if (elsewhere) {
    const place = elsewhere.file.slice(elsewhere.file.lastIndexOf('/') + 1);
    return [
      {
        node: reason.guard,
        message: t('{0}; {1} in {2} authenticates the caller', decided.message, elsewhere.text, place),
      },
    ];
  }
  const use = reason.principal;
  // a guard that lets them pass hands on an anonymous caller as well: `current_user.may_download()`
  if (!use || admitsAnonymous(response)) return undefined;
  // `req.user?.isAdmin` also fails for nobody at all, unless the response says that permission is missing; of what may be
  // public, `!book.isPublic && !session?.user?.admin`, nobody at all may well be told to log in
  const mayBeNobody = use.parent?.text.includes('?.') === true;
  const saysDenied = speaksOf(message, 'permission') && !/public/i.test(reason.guard.text);
  if (mayBeNobody && !saysDenied) return undefined;
  return [{ node: use, message: t('The decision uses the authenticated caller') }, decided];
}
