import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { holdsFor } from '../responses/code/conditions.ts';
import type { Response } from '../responses/model.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { named } from './fixes/answer.ts';
import { changeStatus } from './fixes/changeStatus.ts';
import { dropBody, isReturnedBehind } from './fixes/dropBody.ts';
import { fixOf } from './fixes/fix.ts';
import { rule, statusNode } from './rule.ts';

export const noBodyAllowed = rule({
  id: 'no-body-allowed',
  description: 'A body on a status that cannot have one: 1xx, 204, 205, 304.',
  strength: 'must',
  severity: 'warning',
  reference: 'RFC 9110 §6.4.1',
  response(response, option, file) {
    const { event, body } = response;
    // a helper that is handed what may be nothing may well leave it out: `this.write(answer.status, headers, answer.body)`
    if (event.learned && body.kind === 'present' && /^(?:member|name)$/.test(body.expression?.kind ?? ''))
      return undefined;
    const { code } = option;
    if (!forbidsBody(code) || !response.status?.exhaustive || (response.status?.options.length ?? 0) > 1)
      return undefined;
    // `res.sendStatus(204)` writes the phrase only where a body may stand
    if (body.kind !== 'present' || !body.node || !isWritten(response)) return undefined;
    if (isNothingHere(file, response, body.node)) return undefined;
    // what a call gives may be nothing, also by another name
    const value = body.expression && file.context.resolve(body.expression);
    if (value?.kind === 'call' && isReturnedBehind(file, response)) return undefined;
    return {
      node: statusNode(response, option),
      message: t('{0} cannot have a body: what is passed here is dropped, or breaks the connection.', code),
      evidence: [{ node: body.node, message: t('The body') }],
      fixes: () => [
        ...fixOf(t('Send no body'), 'safe', dropBody(file, response)),
        ...(option.node && code !== 304
          ? fixOf(
              t('Answer {0} and keep the body', named(200)),
              'suggestion',
              changeStatus(file, response, option.node, code, 200),
            )
          : []),
      ],
    };
  },
});

/** `if (data === undefined) { reply.status(204); return data; }` */
function isNothingHere({ flow }: FileAnalysis, { sentAt }: Response, body: SyntaxNode): boolean {
  return flow
    .guards(sentAt)
    .some(
      (guard) =>
        guard.kind === 'condition' &&
        holdsFor(guard, ({ subject, relation }) => relation === 'absent' && subject.node.text === body.text, 'every'),
    );
}

function forbidsBody(code: number): boolean {
  return (code >= 100 && code < 200) || code === 204 || code === 205 || code === 304;
}

function isWritten(response: Response): boolean {
  return response.event.kind === 'send' || response.event.kind === 'make' || response.event.kind === 'set';
}
