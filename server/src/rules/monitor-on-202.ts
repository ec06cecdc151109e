import type { Response } from '../responses/model.ts';
import { isWrittenOut, lacksNo, reportMissingHeader } from './missingHeader.ts';
import { rule } from './rule.ts';

export const monitorOn202 = rule({
  id: 'monitor-on-202',
  description: 'A 202 that gives no way to follow the work it accepted.',
  strength: 'advice',
  severity: 'hint',
  reference: 'RFC 9110 §15.3.3',
  response(response, option, file) {
    if (!isWrittenOut(response) || bodyShowsTheWork(response)) return undefined;
    if (
      ['operation-location', 'azure-asyncoperation', 'link', 'content-location'].some((header) =>
        lacksNo(response, header),
      )
    ) {
      return undefined;
    }
    return reportMissingHeader(
      {
        codes: [202],
        header: 'Location',
        message: '202 Accepted gives no way to follow the work: point to a status monitor in Location or in the body.',
        safety: 'suggestion',
        value: (_file, { handler }) => `${handler?.route?.replace(/\/:?[^/]*$/, '') ?? ''}/status`,
      },
      response,
      option,
      file,
    );
  },
});

/** A body that is not written out may hold anything; one that is names an id, a URL or a state. */
function bodyShowsTheWork({ body }: Response): boolean {
  if (body.kind === 'none') return false;
  if (body.kind === 'unknown' || body.expression?.kind !== 'object')
    return body.kind === 'unknown' || body.expression?.kind !== 'string';
  const { entries, complete } = body.expression;
  return (
    !complete ||
    entries.some(({ key }) =>
      /id$|url|uri|href|link|status|state|job|task|monitor|location|operation|ticket|token/i.test(key),
    )
  );
}
