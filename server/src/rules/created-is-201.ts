import type { FileAnalysis } from '../responses/analysis.ts';
import type { Response } from '../responses/model.ts';
import { callOf } from '../responses/origins.ts';
import { changeStatus } from './fixes/changeStatus.ts';
import { fixOf } from './fixes/fix.ts';
import { setStatus } from './fixes/setStatus.ts';
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
    const creation = creationOf(file, response);
    if (!creation) return undefined;
    return {
      node: statusNode(response, option),
      message: 'This POST creates something: 201 Created, with its Location, says so.',
      evidence: [{ node: creation, message: 'Created here' }],
      fixes: () =>
        fixOf(
          'Answer 201 Created',
          'suggestion',
          option.node ? changeStatus(file, response, option.node, 200, 201) : setStatus(file, response, 201),
        ),
    };
  },
});

/** The call that created what the body is: `const user = await User.create(…); res.json(user)`. */
function creationOf(file: FileAnalysis, response: Response) {
  const body = response.body.kind === 'present' ? response.body.expression : undefined;
  if (!body) return undefined;
  const parts = body.kind === 'object' ? body.entries.map(({ value }) => value) : [body];
  for (const part of parts) {
    const call = callOf(file.context, part);
    // tokens, sessions, links and calculations are made by POST as well, but are no resources
    if (
      call &&
      /^(?:create|insert|add|register)/i.test(call.name) &&
      !/token|session|jwt|hash|link|url|query|client|intent|signature|checkout/i.test(call.callee)
    ) {
      return call.node;
    }
  }
  return undefined;
}
