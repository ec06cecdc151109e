import type { ReasonKind } from '../responses/reasons.ts';
import { fittingCodes, reportReason } from './reasonedStatus.ts';
import { rule } from './rule.ts';

const clientFaults: Readonly<Partial<Record<ReasonKind, string>>> = {
  'invalid input': 'The request is invalid',
  'missing credentials': 'The caller has not authenticated',
  'lacking permission': 'The caller lacks permission',
  'not found': 'What the request asks for does not exist',
  conflict: 'It exists already',
};

export const clientFaultIs4xx = rule({
  id: 'client-fault-is-4xx',
  description: 'A fault of the request answered with 5xx, as if the server had failed.',
  strength: 'must',
  severity: 'warning',
  reference: 'RFC 9110 §15.5',
  response(response, option, file) {
    if (option.code < 500 || option.code > 599) return undefined;
    const reason = file.reasons.of(response);
    const fault = reason && clientFaults[reason.kind];
    if (!reason || !fault || reason.confidence !== 'high') return undefined;
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
