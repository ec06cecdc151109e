import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { Response } from '../responses/model.ts';
import { messageOf, saysTaken } from '../responses/reasons/messages.ts';
import { answerWith } from './fixes/answer.ts';
import { reportReason } from './reasonedStatus.ts';
import { rule } from './rule.ts';

export const conflictIs409 = rule({
  id: 'conflict-is-409',
  description: 'Something exists already, but the code is not 409 (or 422).',
  strength: 'advice',
  severity: 'information',
  reference: 'RFC 9110 §15.5.10',
  response(response, option, file) {
    const { code } = option;
    // 412, 423 and 428 are conflicts of their own kind
    if (code < 400 || [409, 412, 422, 423, 428].includes(code)) return undefined;
    const reason = file.reasons.of(response);
    const message = t('It conflicts with what is there already: that is 409 Conflict, more specific than {0}.', code);
    const { node } = option;
    if (!reason && node && isMadeForConflict(file, response))
      return { node, message, fixes: () => answerWith(file, response, node, code, 409) };
    if (reason?.kind !== 'conflict' || reason.confidence !== 'high') return undefined;
    // `This token was used already`: what the caller shows is spent
    if (code === 401 && !saysTaken(messageOf(file.context, response))) return undefined;
    // `503` with the time after which the other one is done
    if (code === 503 && response.headers.fields.has('retry-after')) return undefined;
    // `Not allowed to replace what exists already`: what stands against it is what the caller may do
    if ((code === 401 || code === 403) && refuses.test(messageOf(file.context, response))) return undefined;
    return reportReason(file, response, option, reason, message);
  },
});

const refuses = /\b(?:(?:not|n['’]t) (?:be )?(?:allowed|permitted|authori[sz]ed)|permissions?|forbidden)\b/i;

/** `function userExists() { return failed('This user already exists', 403); }`: both its name and its text say so. */
function isMadeForConflict(file: FileAnalysis, response: Response): boolean {
  return (
    /(?:conflict|exists|duplicate|taken)$/i.test(response.event.function?.name ?? '') &&
    file.flow.guards(response.sentAt).length === 0 &&
    saysTaken(messageOf(file.context, response))
  );
}
