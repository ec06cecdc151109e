import type { Expression } from '../languages/views.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { Response } from '../responses/model.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { fixOf, replace } from './fixes/fix.ts';
import { quoted } from './fixes/style.ts';
import { rule, statusNode } from './rule.ts';

export const errorDetailLeak = rule({
  id: 'error-detail-leak',
  description: 'A 5xx whose body carries the raw error, its message or its stack.',
  strength: 'must',
  severity: 'warning',
  reference: 'RFC 9457 §5',
  response(response, option, file) {
    if (option.code < 500 || option.code > 599 || response.body.kind !== 'present' || !response.body.expression)
      return undefined;
    const leak = leakIn(file, response.body.expression, 0);
    if (!leak || isKnownError(file, response)) return undefined;
    return {
      node: statusNode(response, option),
      message: `This ${option.code} tells clients what failed inside (${leak.text.slice(0, 60)}): log it, and answer with a text of your own.`,
      evidence: [{ node: leak, message: 'The raw error' }],
      fixes: () =>
        fixOf('Answer with a text of its own', 'suggestion', [replace(leak, quoted(file, 'Something went wrong'))]),
    };
  },
});

/** The part of a body that is a caught error or comes out of one. */
function leakIn(file: FileAnalysis, expression: Expression, depth: number): SyntaxNode | undefined {
  if (depth > 5) return undefined;
  const inner = (part: Expression) => leakIn(file, part, depth + 1);
  switch (expression.kind) {
    case 'name':
      return isCaught(file, expression) ? expression.node : leakInDefinition(file, expression, depth);
    case 'member':
      // a code is no detail: `error.code`, `error.status`
      return /^(?:message|stack|toString|detail|details|sqlMessage|errmsg|cause|errors|error|response|data|body|description|stderr)$/.test(
        expression.property,
      ) && inner(expression.object)
        ? expression.node
        : undefined;
    case 'call': {
      if (expression.callee.kind === 'member' && /^(?:toString|join|concat)$/.test(expression.callee.property)) {
        return inner(expression.callee.object) ? expression.node : undefined;
      }
      const name =
        expression.callee.kind === 'name'
          ? expression.callee.name
          : expression.callee.kind === 'member'
            ? expression.callee.property
            : '';
      if (!/^(?:String|stringify|Error|format|inspect|str|repr)$/.test(name)) return undefined;
      return expression.arguments.some(({ value }) => inner(value)) ? expression.node : undefined;
    }
    case 'string':
      return expression.interpolated.some((part) => inner(part)) ? expression.node : undefined;
    case 'operation':
      return expression.operands.some((part) => inner(part)) ? expression.node : undefined;
    case 'logical':
      return inner(expression.left) ?? inner(expression.right);
    case 'choice':
      return inner(expression.consequence) ?? inner(expression.alternative);
    case 'object':
      for (const { value } of expression.entries) {
        const leak = inner(value);
        if (leak) return leak;
      }
      return undefined;
    default:
      return undefined;
  }
}

function isCaught(file: FileAnalysis, expression: Expression & { kind: 'name' }): boolean {
  const [definition] = file.context.scopes.definitions(expression.name, expression.node);
  if (definition?.kind === 'caught') return true;
  // the first parameter of a callback or of error-handling middleware
  return (
    definition?.kind === 'parameter' &&
    definition.index === 0 &&
    /^(?:e|err|error|ex|exception)$/i.test(expression.name)
  );
}

/** `const message = error.message` */
function leakInDefinition(
  file: FileAnalysis,
  expression: Expression & { kind: 'name' },
  depth: number,
): SyntaxNode | undefined {
  const value = file.context.scopes.value(expression.name, expression.node);
  if (!value || value.path.length > 0 || value.value.kind === 'name') return undefined;
  return leakIn(file, value.value, depth + 1) ? expression.node : undefined;
}

/** An error the code tested for is one it knows: `if (error instanceof ApiError)`. */
function isKnownError(file: FileAnalysis, response: Response): boolean {
  return file.flow
    .guards(response.sentAt)
    .some(
      (guard) =>
        guard.kind === 'condition' &&
        guard.holds &&
        (guard.condition.kind === 'type-test' ||
          /\b(?:expose|isOperational|isBoom|isHttpError|production|development|NODE_ENV|DEBUG|debug)\b/.test(
            guard.condition.node.text,
          )),
    );
}
