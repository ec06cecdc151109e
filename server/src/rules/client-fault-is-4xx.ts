import type { ReasonKind } from '../responses/reason.ts';
import { answerInvalidInput } from './fixes/answerInvalidInput.ts';
import { changeStatus } from './fixes/changeStatus.ts';
import { fixOf } from './fixes/fix.ts';
import { fittingCodes, reportReason } from './reasonedStatus.ts';
import { rule, statusNode } from './rule.ts';

const clientFaults: Readonly<Partial<Record<ReasonKind, string>>> = {
  'invalid input': 'The request is invalid',
  'missing credentials': 'The caller has not authenticated',
  'lacking permission': 'The caller lacks permission',
  'not found': 'What the request asks for does not exist',
  conflict: 'It exists already',
  expired: 'What the request uses has expired',
  'precondition failed': 'The condition of the request does not hold',
  'precondition required': 'The request states no condition',
  'too large': 'What the request sends is too large',
  'unsupported media type': 'The request is of a type that is not supported',
  'not acceptable': 'The request accepts nothing that there is',
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
    const validation = file.reasons.validation(response);
    if (validation) {
      return {
        node: statusNode(response, option),
        message: `Input is checked inside the try: what is wrong with it ends here too, as ${option.code} instead of 400.`,
        evidence: [{ node: validation, message: 'Throws when the request is invalid' }],
        fixes: () => [
          ...fixOf('Answer 400 to invalid input first', 'suggestion', answerInvalidInput(file, response, validation)),
          ...(option.node
            ? fixOf('Answer 400 Bad Request', 'suggestion', changeStatus(file, response, option.node, option.code, 400))
            : []),
        ],
      };
    }
    const reason = file.reasons.of(response);
    const fault = reason && clientFaults[reason.kind];
    if (!reason || !fault || reason.confidence !== 'high') return undefined;
    // a catch-all round a look-up answers for what fails in the server as well
    if (reason.kind === 'not found' && file.reasons.attempt(response)) return undefined;
    // a role that nobody asks the caller for is a matter of the server's own set-up
    if (reason.kind === 'lacking permission' && !reason.principal) return undefined;
    const better = fittingCodes[reason.kind][0];
    return reportReason(
      file,
      response,
      option,
      reason,
      `${fault}: that is the client's fault, ${better} rather than ${option.code}.`,
    );
  },
});
