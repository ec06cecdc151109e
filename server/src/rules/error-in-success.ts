import type { Expression } from '../languages/views.ts';
import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { Response } from '../responses/model.ts';
import { statusValue } from '../responses/status.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { answering } from './fixes/answer.ts';
import { changeStatus } from './fixes/changeStatus.ts';
import { setStatus } from './fixes/setStatus.ts';
import { fittingCodes, isChosenByItself } from './reasonedStatus.ts';
import { rule, statusNode } from './rule.ts';

export const errorInSuccess = rule({
  id: 'error-in-success',
  description: 'A 2xx whose body says that it failed, or a status in the body that differs from the one sent.',
  strength: 'must',
  severity: 'warning',
  reference: 'RFC 9110 §15.3',
  response(response, option, file) {
    const { code, node } = option;
    if (code < 200 || code > 299 || !response.status?.exhaustive) return undefined;
    const failure = failureOf(file, response);
    if (!failure) return undefined;
    // `{ success: false, failures }, { status: done === 0 ? 409 : 200 }`: some of it was done
    if (response.status.options.some((other) => other.code >= 400) && isChosenByItself(file, response, option))
      return undefined;
    const reason = file.reasons.of(response) ?? file.reasons.ofFailure(response);
    const better = failure.code ?? (reason && fittingCodes[reason.kind][0]) ?? 500;
    return {
      node: statusNode(response, option),
      message: t('{0} says that the request succeeded, but {1}.', code, failure.says),
      evidence: [{ node: failure.node, message: t('Says that it failed') }],
      fixes: () =>
        answering(better, node ? changeStatus(file, response, node, code, better) : setStatus(file, response, better)),
    };
  },
});

interface Failure {
  readonly says: string;
  readonly node: SyntaxNode;
  readonly code: number | undefined;
}

function failureOf(file: FileAnalysis, response: Response): Failure | undefined {
  const { event, body } = response;
  // an error that is passed on with a 2xx: `next({ status: 202, message })`
  if (event.kind === 'raise') {
    const before = event.node.tree.text.slice(Math.max(0, event.node.start - 12), event.node.start);
    // a callback takes results as well as errors
    return /(?:\bnext\(|\bthrow\s)\s*$/.test(before)
      ? { says: t('it is sent as an error'), node: event.node, code: undefined }
      : undefined;
  }
  const value = body.kind === 'present' && body.expression ? file.context.resolve(body.expression) : undefined;
  const object = value && unwrapped(value);
  if (object?.kind !== 'object') return undefined;
  for (const { key, value: entry, node } of object.entries) {
    if (/^(?:success|ok|succeeded|successful)$/i.test(key) && entry.kind === 'boolean' && !entry.value) {
      return { says: t('the body says {0}: false', key), node, code: codeIn(file, object) };
    }
    if (
      /^(?:status|result|state|type)$/i.test(key) &&
      entry.kind === 'string' &&
      /^(?:error|fail|failed|failure)$/i.test(entry.value)
    ) {
      return { says: t('the body says {0}: {1}', key, entry.value), node, code: codeIn(file, object) };
    }
    if (isStatusKey(key) && (entry.kind === 'number' || entry.kind === 'member')) {
      const code = entry.kind === 'number' ? entry.value : statusValue(file.context, entry).options[0]?.code;
      if (code !== undefined && code >= 400 && code <= 599) return { says: t('the body says {0}', code), node, code };
    }
  }
  // `{ error: 'No such user' }` alone; beside results it may be one of several
  const error = object.entries.find(
    ({ key, value: entry }) => /^(?:error|err|errorMessage|error_message)$/i.test(key) && isText(entry),
  );
  if (
    error &&
    object.entries.every(
      ({ key, value: entry }) =>
        // `{ book: null, error: 'No such book' }`
        entry.kind === 'nothing' ||
        /^(?:error|err|message|msg|code|details?|errors?|errorMessage|error_message|reason|status|field|timestamp|path)$/i.test(
          key,
        ),
    )
  ) {
    return { says: t('the body is an error'), node: error.node, code: codeIn(file, object) };
  }
  return undefined;
}

function unwrapped(value: Expression): Expression {
  const isStringify = value.kind === 'call' && value.callee.kind === 'member' && value.callee.property === 'stringify';
  return isStringify ? (value.arguments[0]?.value ?? value) : value;
}

function isText(value: Expression): boolean {
  return value.kind === 'string' && value.value.trim() !== '';
}

function isStatusKey(key: string): boolean {
  return /^(?:status|statusCode|status_code|code|httpStatus|http_status)$/.test(key);
}

function codeIn(file: FileAnalysis, object: Expression & { kind: 'object' }): number | undefined {
  for (const { key, value } of object.entries) {
    if (!isStatusKey(key)) continue;
    const code = statusValue(file.context, value).options[0]?.code;
    if (code !== undefined && code >= 400 && code <= 599) return code;
  }
  return undefined;
}
