import { t } from '../localisation.ts';
import { answering } from './fixes/answer.ts';
import { changeStatus } from './fixes/changeStatus.ts';
import { setStatus } from './fixes/setStatus.ts';
import { isChosenByItself } from './reasonedStatus.ts';
import { rule, statusNode } from './rule.ts';

export const createdIs201 = rule({
  id: 'created-is-201',
  description: 'A POST that visibly creates something and answers 200.',
  strength: 'advice',
  severity: 'hint',
  reference: 'RFC 9110 §9.3.3',
  response(response, option, file) {
    if (option.code !== 200 || !response.status?.exhaustive) return undefined;
    if (response.handler?.methods.length !== 1 || response.handler.methods[0] !== 'POST') return undefined;
    // procedures by name, `POST /webhooks.create`, answer 200 whatever they do
    if (/\.\w+$/.test(response.handler.route ?? '')) return undefined;
    // `user.isNew ? 201 : 200`
    if (isChosenByItself(file, response, option)) return undefined;
    // what is taken in without a word, a sample that is counted: no-content-is-204 speaks of that
    if (response.body.kind === 'none') return undefined;
    const reason = file.reasons.of(response);
    if (reason?.kind !== 'created' || reason.confidence !== 'high') return undefined;
    return {
      node: statusNode(response, option),
      message: t('This POST creates something: 201 Created, with its Location, says so.'),
      evidence: [{ node: reason.guard, message: t('Created here') }],
      fixes: () =>
        answering(
          201,
          option.node ? changeStatus(file, response, option.node, 200, 201) : setStatus(file, response, 201),
        ),
    };
  },
});
