import type { Expression } from '../languages/views.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { calleeName } from '../responses/callees.ts';
import { errorPartsIn, tellsErrorsApart } from '../responses/errorParts.ts';
import { isErrorValue } from '../responses/errorValues.ts';
import { expressionsOf } from '../responses/errorWriters.ts';
import type { Response } from '../responses/model.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { replace, type TextEdit } from './fixes/fix.ts';
import { quoted } from './fixes/style.ts';

/** The parts of a response's body that are an error nobody has looked at, or come out of one. */
export function errorDetailsIn(file: FileAnalysis, response: Response): readonly SyntaxNode[] {
  const { body } = response;
  if (body.kind !== 'present' || isKnownError(file, response)) return [];
  const said = expressionsOf(body);
  const isHanded = response.event.bindings.has('ERROR');
  const isError = (value: Expression) =>
    (value.kind === 'name' && isCaught(file, value)) || (isHanded && said.includes(value) && isFailingCall(value));
  return said.flatMap((part) => errorPartsIn(file.context, part, isError)).map(({ node }) => node);
}

/** `abort(c, 500, users.Delete(id))`: what a call gives where an error is wanted, unless the code words one there. */
function isFailingCall(value: Expression): boolean {
  return value.kind === 'call' && !/^(?:New|Err|Wrap|Join$)|Err(?:or)?f?$/i.test(calleeName(value));
}

/** Puts a text that says nothing of the inside in the place of each; undefined where an error decides what is done. */
export function withoutDetails(
  file: FileAnalysis,
  { event }: Response,
  details: readonly SyntaxNode[],
): readonly TextEdit[] | undefined {
  const isHanded = event.bindings.has('ERROR');
  // a helper may do nothing without an error
  if (isHanded && event.learned) return undefined;
  return details.map((node) => replace(node, isHanded ? newError(file) : replacement(file, node)));
}

const sentence = 'Something went wrong';

/** What takes an error takes no text. */
function newError(file: FileAnalysis): string {
  return `errors.New(${quoted(file, sentence)})`;
}

/** `{ error }` keeps its key. */
function replacement(file: FileAnalysis, node: SyntaxNode): string {
  const text = quoted(file, sentence);
  const isShorthand = node.parent && file.context.language.expression(node.parent).kind === 'object';
  return isShorthand ? `${node.text}: ${text}` : text;
}

function isCaught(file: FileAnalysis, expression: Expression & { kind: 'name' }): boolean {
  const definitions = file.context.scopes.definitions(expression.name, expression.node);
  const [definition] = definitions;
  if (definition?.kind === 'caught') {
    const around = definitions.findLast((each) => each.kind === 'caught' && each.node.contains(expression.node));
    const types = around?.kind === 'caught' ? around.types : [];
    // what an error of the code base's own says is meant to be said
    return types.length === 0 || !types.every((type) => file.learned.definitions.isOwnError(type));
  }
  if (isErrorValue(file.context, expression)) return true;
  // the first parameter of a callback or of error-handling middleware
  return (
    definition?.kind === 'parameter' &&
    definition.index === 0 &&
    /^(?:e|err|error|ex|exception)$/i.test(expression.name)
  );
}

function isTestOfError(file: FileAnalysis, condition: Expression): boolean {
  if (condition.kind !== 'type-test') return false;
  const { value } = condition;
  return value.kind !== 'name' || isCaught(file, value);
}

/** An error the code tested for is one it knows: `if (error instanceof ApiError)`. */
function isKnownError(file: FileAnalysis, response: Response): boolean {
  return file.flow
    .guards(response.sentAt)
    .some(
      (guard) =>
        guard.kind === 'condition' &&
        guard.holds &&
        (isTestOfError(file, guard.condition) || tellsErrorsApart.test(guard.condition.node.text)),
    );
}
