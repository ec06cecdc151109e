import type { Expression } from '../languages/views.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { errorPartsIn, tellsErrorsApart } from '../responses/errorParts.ts';
import { isErrorValue } from '../responses/errorValues.ts';
import type { Response } from '../responses/model.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { replace, type TextEdit } from './fixes/fix.ts';
import { quoted } from './fixes/style.ts';

/** The parts of a response's body that are an error nobody has looked at, or come out of one. */
export function errorDetailsIn(file: FileAnalysis, response: Response): readonly SyntaxNode[] {
  const { body } = response;
  if (body.kind !== 'present' || isKnownError(file, response)) return [];
  const said = body.parts ?? (body.expression ? [body.expression] : []);
  const isError = (value: Expression) => value.kind === 'name' && isCaught(file, value);
  return said.flatMap((part) => errorPartsIn(file.context, part, isError)).map(({ node }) => node);
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

/** An error the code tested for is one it knows: `if (error instanceof ApiError)`. */
function isKnownError(file: FileAnalysis, response: Response): boolean {
  return file.flow
    .guards(response.sentAt)
    .some(
      (guard) =>
        guard.kind === 'condition' &&
        guard.holds &&
        (guard.condition.kind === 'type-test' || tellsErrorsApart.test(guard.condition.node.text)),
    );
}
