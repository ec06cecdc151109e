import type { Expression, NameView } from '../languages/views.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { calleeName } from '../responses/callees.ts';
import type { Response } from '../responses/model.ts';
import { callOf, callsTaking } from '../responses/origins.ts';
import type { SyntaxNode } from '../syntax/node.ts';
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
function creationOf(file: FileAnalysis, response: Response): SyntaxNode | undefined {
  const body = response.body.kind === 'present' ? response.body.expression : undefined;
  if (!body) return undefined;
  const parts = body.kind === 'object' ? body.entries.map(({ value }) => value) : [body];
  for (const part of parts) {
    const call = callOf(file.context, part);
    if (call && isCreation(call.name, call.callee)) return call.node;
    const taking = namesIn(part)
      .flatMap((name) => callsTaking(file.context, name))
      .find(
        (each) => /^(?:create|insert)/i.test(calleeName(each)) && isCreation(calleeName(each), each.callee.node.text),
      );
    if (taking) return taking.node;
  }
  return undefined;
}

/** A variable, or those that a call makes something presentable of: `toResponse(&user)`. */
function namesIn(expression: Expression): readonly NameView[] {
  if (expression.kind === 'name') return [expression];
  return expression.kind === 'call'
    ? expression.arguments.flatMap(({ value }) => (value.kind === 'name' ? [value] : []))
    : [];
}

/** Tokens, sessions, links and calculations are made by POST as well, but are no resources. */
function isCreation(name: string, callee: string): boolean {
  return (
    /^(?:create|insert|add|register)/i.test(name) &&
    !/token|session|jwt|hash|link|url|query|client|intent|signature|checkout/i.test(callee)
  );
}
