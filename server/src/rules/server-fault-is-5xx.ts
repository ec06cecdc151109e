import { t } from '../localisation.ts';
import { wordsOf } from '../responses/code/naming.ts';
import type { Attempt } from '../responses/reasons/attempts.ts';
import { messageOf, saysUnreadable, saysUnset } from '../responses/reasons/messages.ts';
import { isOfAccess } from '../status/classes.ts';
import { answerWith } from './fixes/answer.ts';
import { reportReason } from './reasonedStatus.ts';
import { rule } from './rule.ts';

export const serverFaultIs5xx = rule({
  id: 'server-fault-is-5xx',
  description: 'An unexpected failure of the server answered with 4xx, as if the request were wrong.',
  strength: 'must',
  severity: 'warning',
  reference: 'RFC 9110 §15.6',
  response(response, option, file) {
    const { code } = option;
    if (code < 400 || code > 499) return undefined;
    const unexpected = option.node && file.reasons.unexpected(response, option.node);
    if (option.node && unexpected && !isOfAccess(code)) {
      const { node } = option;
      return {
        node,
        message: t(
          "An error without a status is one that nobody expected: that is the server's fault, 500 rather than {0}.",
          code,
        ),
        evidence: [{ node: unexpected, message: t('What fails here ends so') }],
        fixes: () => answerWith(file, response, node, code, 500),
      };
    }
    const reason = file.reasons.of(response);
    if (reason?.confidence !== 'high') return undefined;
    // without its setting a feature may be closed (401, 403) or not there (404), unless the response says what is amiss
    const isClosed =
      code === 404 || code === 412 || (isOfAccess(code) && !saysUnset(messageOf(file.context, response)));
    if (reason.kind === 'misconfigured' && !isClosed) {
      return reportReason(
        file,
        response,
        option,
        reason,
        t('The server lacks a setting it needs: that is its own fault, 500 rather than {0}.', code),
      );
    }
    // 408 is for a request that does not come to its end
    if (reason.kind === 'upstream time-out' && code === 408 && file.reasons.attempt(response)?.readsBody === false) {
      return reportReason(
        file,
        response,
        option,
        reason,
        t('It is not the request that timed out here: that is 504 Gateway Timeout rather than 408.'),
      );
    }
    if (reason.kind !== 'unexpected failure') return undefined;
    // what cannot be connected to is somewhere else, and the request may have said where
    if (/\bconnect(?:ion|ing)?\b/i.test(messageOf(file.context, response))) return undefined;
    // `validate` of a serializer, `clean` of a form: what is raised there says what is wrong with the input
    if (/^(?:validate|clean)(?:_|$)/.test(response.event.function?.name ?? '')) return undefined;
    // what refuses somebody does so still where its text cannot be put together: `body, err := json.Marshal(refusal)`
    if (isOfAccess(code) && /(?:^|\.)Marshal\w*$/.test(reason.subject)) return undefined;
    // who checks credentials and looks the caller up in one `try` may well mean both
    const attempt = file.reasons.attempt(response);
    if ((isOfAccess(code) || code === 404) && (concernsCredentials(attempt) || attempt?.callsThrowing))
      return undefined;
    // `async authenticate(request) { try { … } catch { throw unauthorized() } }`: whoever cannot be found out is let in by nobody
    if (isOfAccess(code) && letsIn.test(response.event.function?.name ?? '')) return undefined;
    // what cannot be read is what was given, where the response says so and nothing was written
    if (attempt && attempt.kind !== 'writes' && saysUnreadable(messageOf(file.context, response))) return undefined;
    // `'Invalid boundaries'`, and what was tried takes boundaries
    const isBlamed = (code === 400 || code === 422) && attempt && attempt.kind !== 'writes';
    if (isBlamed && blames(messageOf(file.context, response), attempt.witness?.text ?? '')) return undefined;
    // a wrong password ends here as well
    if (code === 400 && attempt?.checksPassword) return undefined;
    // who answers 412 where nothing was written says what has to be put right first: an address, a model, a record
    if (code === 412 && attempt?.kind !== 'writes') return undefined;
    // `catch { notFound() }` round a look-up of the project's own, which may throw when it finds nothing
    if (code === 404 && attempt?.onlyLooksUp) return undefined;
    // `try { await resolveProject(id, caller) } catch { forbidden() }`: who writes that knows what it throws for
    if ((code === 403 || code === 404) && attempt?.onlyCallsOne && attempt.kind !== 'writes') return undefined;
    return reportReason(
      file,
      response,
      option,
      reason,
      t("Anything that fails here is answered with {0}: an unexpected failure is the server's fault, 500.", code),
    );
  },
});

const letsIn = /^_?(?:authenticate|require_?auth\w*|can_?activate|ensure_?auth\w*|check_?auth\w*|verify_?auth\w*)$/i;

/** True of a text that calls something not valid that the code works with. */
function blames(message: string, tried: string): boolean {
  const [, blamed] = /\b(?:invalid|malformed|(?:not|n['’]t) a valid)\s+(?:the\s+)?([a-z]+)/i.exec(message) ?? [];
  return blamed !== undefined && wordsOf(tried).includes(blamed.toLowerCase());
}

function concernsCredentials(attempt: Attempt | undefined): boolean {
  return (
    attempt !== undefined &&
    (attempt.checksCredentials ||
      /token|session|signature|nonce|identity|login|access|permission|privilege|authori[sz]/i.test(
        attempt.witness?.text ?? '',
      ))
  );
}
