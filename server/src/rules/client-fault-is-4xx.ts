import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { isAwaited } from '../responses/code/callees.ts';
import { callTaking } from '../responses/code/passing.ts';
import type { Response } from '../responses/model.ts';
import { messageOf, saysFailed } from '../responses/reasons/messages.ts';
import type { Reason, ReasonKind } from '../responses/reasons/reason.ts';
import { answerWith, named } from './fixes/answer.ts';
import { answerInvalidInput } from './fixes/answerInvalidInput.ts';
import { fixOf } from './fixes/fix.ts';
import { isWrittenOut } from './missingHeader.ts';
import { fittingCodes, reportReason } from './reasonedStatus.ts';
import { rule, statusNode } from './rule.ts';

/** What is not found and what conflicts have rules of their own, for 5xx as well. */
const clientFaults: Readonly<Partial<Record<ReasonKind, () => string>>> = {
  'invalid input': () => t('The request is invalid'),
  'missing credentials': () => t('The caller has not authenticated'),
  'lacking permission': () => t('The caller lacks permission'),
  expired: () => t('What the request uses has expired'),
  'precondition failed': () => t('The condition of the request does not hold'),
  'precondition required': () => t('The request states no condition'),
  'too large': () => t('What the request sends is too large'),
  'unsupported media type': () => t('The request is of a type that is not supported'),
  'not acceptable': () => t('The request accepts nothing that there is'),
};

export const clientFaultIs4xx = rule({
  id: 'client-fault-is-4xx',
  description: 'A fault of the request answered with 5xx, as if the server had failed.',
  strength: 'must',
  severity: 'warning',
  reference: 'RFC 9110 §15.5',
  response(response, option, file) {
    // `err.status || 500` leaves it to the error what it is
    if (option.code < 500 || option.code > 599 || !response.status?.exhaustive) return undefined;
    // who catches all and blames another service has asked one: `await validateQuestion(…)` calls a model
    if ((option.code === 502 || option.code === 504) && file.reasons.attempt(response)) return undefined;
    const validation = file.reasons.validation(response);
    if (validation) {
      return {
        node: statusNode(response, option),
        message: t(
          'Input is checked inside the try: what is wrong with it ends here too, as {0} instead of 400.',
          option.code,
        ),
        evidence: [{ node: validation, message: t('Throws when the request is invalid') }],
        fixes: () => {
          const first = fixOf(
            t('Answer {0} to invalid input first', named(400)),
            'suggestion',
            answerInvalidInput(file, response, validation),
          );
          // what else fails inside is no fault of the client
          if (first.length > 0 || !option.node || file.reasons.attempt(response)?.failing) return first;
          return answerWith(file, response, option.node, option.code, 400);
        },
      };
    }
    const reason = file.reasons.of(response);
    const fault = reason && clientFaults[reason.kind];
    if (!reason || !fault || reason.confidence !== 'high') return undefined;
    // who blames another service or bad times over what is asked for knows of more than the request
    if (reason.kind === 'invalid input' && option.code > 501) return undefined;
    // `if (encoding !== 'gzip') … 501 'not supported'`: what the server cannot do
    const said = messageOf(file.context, response);
    if (option.code === 501 && /\b(?:support|implement)/i.test(said)) return undefined;
    // `const { data } = await licences.validateKey(key); if (!data) … 'Failed to validate'`: it was tried elsewhere
    if (reason.kind === 'invalid input' && (said === '' || saysFailed(said)) && isAskedElsewhere(file, reason))
      return undefined;
    // who answers 500 to all that ends a function of the project's own speaks of what nobody expected
    const attempt = file.reasons.attempt(response);
    if (attempt?.throwsByContract === false) return undefined;
    // a role that nobody asks the caller for is a matter of the server's own set-up
    if (reason.kind === 'lacking permission' && !reason.principal) return undefined;
    // `if (!req.session.user) …` behind what puts it there: what cannot be has no other name than an internal error
    const isOfCaller = reason.kind === 'missing credentials' && reason.isAbsent === true && !reason.isWitness;
    if (isOfCaller && saysOwnFault.test(said)) return undefined;
    // `callerOf(request)` of a service, which guards stand before: that nobody is there says that one is missing
    if (isOfCaller && isOfNoHandler(file, response) && isRead(file, reason)) return undefined;
    const [better] = fittingCodes[reason.kind];
    if (better === undefined) return undefined;
    return reportReason(
      file,
      response,
      option,
      reason,
      t("{0}: that is the client's fault, {1} rather than {2}.", fault(), better, option.code),
    );
  },
});

/** `'Internal error'`, `{ code: 'server_error', message: 'Account context is required' }` */
const saysOwnFault = /^(?:internal|server)[ _](?:server[ _])?error|\bcontext (?:is )?(?:required|missing|not set)\b/i;

/** True of an error that a function raises which no route leads to and no call is given. */
function isOfNoHandler({ context }: FileAnalysis, response: Response): boolean {
  const { function: around } = response.event;
  if (isWrittenOut(response) || !around || response.handler?.methods.length !== 0) return false;
  return callTaking(context, around.node) === undefined;
}

/** `request.user`, not what was made of a token. */
function isRead({ context }: FileAnalysis, { source }: Reason): boolean {
  return source !== undefined && context.language.expression(source).kind === 'member';
}

function isAskedElsewhere(file: FileAnalysis, { source }: Reason): boolean {
  const call = source && file.context.language.expression(source);
  return call?.kind === 'call' && isAwaited(call) && !/schema|parse/i.test(call.callee.node.text);
}
