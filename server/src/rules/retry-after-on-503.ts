import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { Response } from '../responses/model.ts';
import { callTaking } from '../responses/passing.ts';
import { reportMissingHeader } from './missingHeader.ts';
import { rule } from './rule.ts';

export const retryAfterOn503 = rule({
  id: 'retry-after-on-503',
  description: 'A 503 or 429 that does not say when to try again.',
  strength: 'advice',
  severity: 'hint',
  reference: 'RFC 9110 §10.2.3',
  response(response, option, file) {
    // who makes a response of an error may add the field, unless errors are given theirs where they are raised
    if (response.event.kind === 'raise' && !response.isErrorWritten && !takesFields(file, response)) return undefined;
    // a probe asks again by itself
    if (/health|live|ready|ping|status/i.test(response.handler?.route ?? '') || isProbe.test(file.context.path))
      return undefined;
    return reportMissingHeader(
      {
        codes: [503, 429],
        header: 'Retry-After',
        message: response.isErrorWritten
          ? t(
              '{0} does not say when to try again: whoever makes a response of this error should set Retry-After, so that clients wait instead of hammering.',
              option.code,
            )
          : t(
              '{0} does not say when to try again: a Retry-After header lets clients wait instead of hammering.',
              option.code,
            ),
        safety: 'suggestion',
        value: () => (option.code === 429 ? '60' : '120'),
      },
      response,
      option,
      file,
    );
  },
});

/** `HTTPException(503, detail, headers)`: what the framework makes of such an error has the fields that it was given. */
function takesFields({ context }: FileAnalysis, { event }: Response): boolean {
  if (event.learned || !/\b(?:HEADERS|RETRY_AFTER)\b/.test(event.pattern.source)) return false;
  // `raise wrapped(HTTPServiceUnavailable())`: who takes it may give it some
  return callTaking(context, event.expression.node) === undefined;
}

/** The routes of a controller can stand elsewhere; then its file has the name: `ready-check.js`, `healthController.ts`. */
const isProbe = /(?:^|\/)_*(?:health|healthz|live|liveness|ready|readiness)(?![a-z])[^/]*$/;
