import type { Expression } from '../languages/views.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { calleeName } from '../responses/callees.ts';
import { isErrorValue } from '../responses/errorValues.ts';
import type { Response } from '../responses/model.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { replace, type TextEdit } from './fixes/fix.ts';
import { quoted } from './fixes/style.ts';

/** The parts of a response's body that are an error nobody has looked at, or come out of one. */
export function errorDetailsIn(file: FileAnalysis, response: Response): readonly SyntaxNode[] {
  if (response.body.kind !== 'present' || !response.body.expression || isKnownError(file, response)) return [];
  return leaksIn(file, response.body.expression, 0);
}

/** Puts a text that says nothing of the inside in the place of each. */
export function withoutDetails(file: FileAnalysis, details: readonly SyntaxNode[]): readonly TextEdit[] {
  return details.map((node) => replace(node, replacement(file, node)));
}

/** `{ error }` keeps its key. */
function replacement(file: FileAnalysis, node: SyntaxNode): string {
  const text = quoted(file, 'Something went wrong');
  const isShorthand = node.parent && file.context.language.expression(node.parent).kind === 'object';
  return isShorthand ? `${node.text}: ${text}` : text;
}

/** The parts of a body that are a caught error or come out of one. */
function leaksIn(file: FileAnalysis, expression: Expression, depth: number): readonly SyntaxNode[] {
  if (depth > 5) return [];
  const inner = (part: Expression) => leaksIn(file, part, depth + 1);
  const whole = (...parts: readonly Expression[]) =>
    parts.some((part) => inner(part).length > 0) ? [expression.node] : [];
  switch (expression.kind) {
    case 'name':
      return isCaught(file, expression) || isTakenFromCaught(file, expression, depth) ? [expression.node] : [];
    case 'member':
      // a code is no detail: `error.code`, `error.status`
      return tellingMembers.test(expression.property) ? whole(expression.object) : [];
    case 'call':
      if (expression.callee.kind === 'member' && /^(?:toString|join|concat|Error)$/.test(expression.callee.property)) {
        return whole(expression.callee.object);
      }
      return /^(?:String|stringify|Error|format|inspect|str|repr|Sprintf|Sprint|Sprintln|Errorf)$/.test(
        calleeName(expression),
      )
        ? whole(...expression.arguments.map(({ value }) => value))
        : [];
    case 'string':
      return whole(...expression.interpolated);
    case 'operation':
      return whole(...expression.operands);
    case 'logical':
      return whole(expression.left, expression.right);
    case 'choice':
      // the message of an error of the project's own is meant for clients
      return isTestForOwnError(expression.condition)
        ? whole(expression.alternative)
        : whole(expression.consequence, expression.alternative);
    case 'object':
      return expression.entries.flatMap(({ value }) => inner(value));
    default:
      return [];
  }
}

/** `error instanceof ApiError`, but not `error instanceof Error`. */
function isTestForOwnError(condition: Expression): boolean {
  return (
    condition.kind === 'type-test' &&
    condition.types.every(({ node }) => !/^(?:Error|Exception|BaseException|Throwable|error)$/.test(node.text))
  );
}

const tellingMembers =
  /^(?:message|stack|toString|detail|details|sqlMessage|errmsg|cause|errors|error|response|data|body|description|stderr)$/;

function isCaught(file: FileAnalysis, expression: Expression & { kind: 'name' }): boolean {
  const [definition] = file.context.scopes.definitions(expression.name, expression.node);
  if (definition?.kind === 'caught' || isErrorValue(file.context, expression)) return true;
  // the first parameter of a callback or of error-handling middleware
  return (
    definition?.kind === 'parameter' &&
    definition.index === 0 &&
    /^(?:e|err|error|ex|exception)$/i.test(expression.name)
  );
}

/** `const message = error.message` */
function isTakenFromCaught(file: FileAnalysis, expression: Expression & { kind: 'name' }, depth: number): boolean {
  const value = file.context.scopes.value(expression.name, expression.node);
  if (!value || value.path.length > 0 || value.value.kind === 'name') return false;
  return leaksIn(file, value.value, depth + 1).length > 0;
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
