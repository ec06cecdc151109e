import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { calleeName } from '../responses/code/callees.ts';
import type { FileContext } from '../responses/code/context.ts';
import { isThrown } from '../responses/code/escape.ts';
import { callTaking, passedOn } from '../responses/code/passing.ts';
import type { Response, ResponseEvent, StatusOption } from '../responses/model.ts';
import type { ReasonKind } from '../responses/reasons/reason.ts';
import type { Fix } from './fixes/fix.ts';
import { reportMissingHeader } from './missingHeader.ts';
import { answersProbe } from './probes.ts';
import { fittingFixes, isChosenByItself } from './reasonedStatus.ts';
import { rule } from './rule.ts';

export const retryAfterOn503 = rule({
  id: 'retry-after-on-503',
  description: 'A 503 or 429 that does not say when to try again.',
  strength: 'advice',
  severity: 'hint',
  reference: 'RFC 9110 §10.2.3',
  response(response, option, file) {
    if (isWrittenElsewhere(file, response)) return undefined;
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
  if (option.code !== 503 || isChosenByItself(file, response, option)) return [];
  const kind = file.reasons.of(response)?.kind;
  return kind && lasting.has(kind) ? fittingFixes(file, response, option, kind) : [];
}

const lasting: ReadonlySet<ReasonKind> = new Set([
  'misconfigured',
  'unexpected failure',
  'upstream failure',
  'upstream time-out',
]);

/**
 * Whoever makes a response of an error of the code base may add the field: nobody knows of it. A framework's own the
 * framework writes, and adds nothing, unless what is raised is what is made of it: `raise wrapped(HTTPServiceUnavailable())`.
 */
function isWrittenElsewhere({ context }: FileAnalysis, { event, isErrorWritten }: Response): boolean {
  if (event.kind !== 'raise' || isErrorWritten) return false;
  if (event.learned || isGivenFieldsBefore(context, event)) return true;
  return callTaking(context, event.expression.node) !== undefined && !isThrown(context, event.expression);
}

/** `setLimitHeaders(event, limit)`, and then an error that goes out with what was set before. */
function isGivenFieldsBefore(context: FileContext, { function: around, node }: ResponseEvent): boolean {
  const { body, parameters = [] } = around ?? {};
  if (!body) return false;
  return parameters.some(
    ({ name }) =>
      name !== undefined &&
      passedOn(context, name, [], body.start, node.start).some((given) => {
        const call = callTaking(context, given);
        return call !== undefined && /header|limit/i.test(calleeName(call));
      }),
  );
}

/**
 * `rateLimit({ limit: 30, handler: (req, res) => … })`, `class Guard extends ThrottlerGuard { … }`: the library has set
 * the field before it asks for the response.
 */
function isOfLimiter({ context }: FileAnalysis, { event }: Response): boolean {
  const owner = event.function && context.language.classAround(event.function.node);
  if (/^Throttler\w*Guard$/.test(owner?.base?.node.text ?? '')) return true;
  // `const limits: Partial<Options> = { handler: (req, res) => … }`, which a limiter is given later
  const stands = event.function?.node.start ?? 0;
  const isHandler = /\b(?:handler|onLimitReached)\s*:\s*$/.test(context.text.slice(Math.max(0, stands - 40), stands));
  if (isHandler && context.imports.some(({ source }) => /rate-?limit/i.test(source))) return true;
  const call = event.function && callTaking(context, event.function.node);
  return call !== undefined && /rate_?limit(?:er)?$/i.test(calleeName(call)) && !/Headers: false/.test(call.node.text);
}

/** A filter of NestJS answers to what was thrown: `@nestjs/throttler` has set the field by then. */
function isHandedOn({ context }: FileAnalysis, { event }: Response): boolean {
  const owner = event.function && context.language.classAround(event.function.node);
  return owner?.decorators.some(({ node }) => /^@?Catch\(/.test(node.text)) === true;
}
