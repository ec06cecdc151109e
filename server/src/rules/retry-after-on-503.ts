import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { calleeName } from '../responses/code/callees.ts';
import { callTaking } from '../responses/code/passing.ts';
import type { Response, StatusOption } from '../responses/model.ts';
import type { ReasonKind } from '../responses/reasons/reason.ts';
import type { Fix } from './fixes/fix.ts';
import { parameterReceivers } from './fixes/receivers.ts';
import { reportMissingHeader } from './missingHeader.ts';
import { answersProbe } from './probes.ts';
import { fittingFixes } from './reasonedStatus.ts';
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
    if (answersProbe(file, response)) return undefined;
    if (option.code === 429 && (isOfLimiter(file, response) || isHandedOn(file, response))) return undefined;
    const report = reportMissingHeader(
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
    return report && { ...report, fixes: () => [...report.fixes(), ...lastingFaults(file, response, option)] };
  },
});

/** A 503 says that it will pass: what is missing from the settings does not, and what another server did is told by 502. */
function lastingFaults(file: FileAnalysis, response: Response, option: StatusOption): readonly Fix[] {
  const kind = option.code === 503 ? file.reasons.of(response)?.kind : undefined;
  return kind && lasting.has(kind) ? fittingFixes(file, response, option, kind) : [];
}

const lasting: ReadonlySet<ReasonKind> = new Set([
  'misconfigured',
  'unexpected failure',
  'upstream failure',
  'upstream time-out',
]);

/** `HTTPException(503, detail, headers)`: what the framework makes of such an error has the fields that it was given. */
function takesFields({ context }: FileAnalysis, { event, framework }: Response): boolean {
  if (event.learned) return false;
  if (framework.errorsKeepFields && parameterReceivers(framework, event.function).has('RES')) return true;
  if (!/\b(?:HEADERS|RETRY_AFTER)\b/.test(event.pattern.source)) return false;
  // `raise wrapped(HTTPServiceUnavailable())`: who takes it may give it some
  return callTaking(context, event.expression.node) === undefined;
}

/** `rateLimit({ limit: 30, handler: (req, res) => … })`: the library has set the field before it asks for the response. */
function isOfLimiter({ context }: FileAnalysis, { event }: Response): boolean {
  const call = event.function && callTaking(context, event.function.node);
  return call !== undefined && /rate_?limit(?:er)?$/i.test(calleeName(call)) && !/Headers: false/.test(call.node.text);
}

/** A filter of NestJS answers to what was thrown: `@nestjs/throttler` has set the field by then. */
function isHandedOn({ context }: FileAnalysis, { event }: Response): boolean {
  const owner = event.function && context.language.classAround(event.function.node);
  return owner?.decorators.some(({ node }) => /^@?Catch\(/.test(node.text)) === true;
}
