import type { Expression, FunctionView } from '../languages/views.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { calleeName } from '../responses/code/callees.ts';
import { errorPartsIn, isTestForOwnError, tellsErrorsApart } from '../responses/errors/errorParts.ts';
import { expressionsOf } from '../responses/errors/errorWriters.ts';
import type { Response } from '../responses/model.ts';
import { isErrorValue, isToldByType } from '../responses/reasons/errorValues.ts';
import type { SyntaxNode } from '../syntax/node.ts';

/** The parts of a response's body that are an error nobody has looked at, or come out of one. */
export function errorDetailsIn(file: FileAnalysis, response: Response): readonly SyntaxNode[] {
  const { body } = response;
  if (body.kind !== 'present' || isKnownError(file, response)) return [];
  const said = expressionsOf(body);
  const isHanded = response.event.bindings.has('ERROR');
  const isError = (value: Expression) =>
    isUnknownError(file, value) || (isHanded && said.includes(value) && isFailingCall(value));
  return said
    .flatMap((part) => errorPartsIn(file.context, part, isError))
    .filter(({ member = '' }) => !(file.context.language.errorsAreValues && isOfOwnType.test(member)))
    .map(({ node }) => node);
}

/** `failure.Message`: what is called `error` in Go has methods alone, so that a field is one of a type of the project's own. */
const isOfOwnType = /^(?:Message|Msg)$/;

/** `abort(c, 500, users.Delete(id))`: what a call gives where an error is wanted, unless the code words one there. */
export function isFailingCall(value: Expression): boolean {
  return value.kind === 'call' && !/^(?:New|Err|Wrap|Join$)|Err(?:or)?f?$/i.test(calleeName(value));
}

/** True of a name or a part of a result that holds an error which anything may have made. */
export function isUnknownError(file: FileAnalysis, expression: Expression): boolean {
  if (expression.kind !== 'name') return isErrorValue(file.context, expression);
  const definitions = file.context.scopes.definitions(expression.name, expression.node);
  const [definition] = definitions;
  if (definition?.kind === 'caught') {
    const around = definitions.findLast((each) => each.kind === 'caught' && each.node.contains(expression.node));
    const types = around?.kind === 'caught' ? around.types : [];
    // what an error of the code base's own says is meant to be said, unless it stands for whatever else fails
    return (
      types.length === 0 || !types.every((type) => file.learned.definitions.isOwnError(type)) || types.some(isAnyError)
    );
  }
  if (isErrorValue(file.context, expression) || isFoundToBeError(file, expression)) return true;
  // the first parameter of a callback or of error-handling middleware
  return (
    definition?.kind === 'parameter' &&
    // `sendFailure(res, err: unknown)`: what may be anything was caught
    (definition.index === 0 || definition.parameter.type === 'unknown') &&
    /^(?:e|err|error|ex|exception)$/i.test(expression.name) &&
    // `failed(error: string)` is told what to say; a handler of errors, `(error: string | Error, request, reply)`, gets any
    (isGivenRequest(definition.function) ||
      !/^(?:[\w.]+\s*\|\s*)*(?:string|str)\b/.test(definition.parameter.type ?? ''))
  );
}

/** `class UnknownException(Exception)`, raised in place of errors that nobody has looked at. */
function isAnyError(type: string): boolean {
  return /^(?:Unknown|Unexpected|Unhandled)(?:Error|Exception)$/.test(type);
}

function isGivenRequest({ parameters }: FunctionView): boolean {
  return parameters.some(({ name = '' }) => /^_?(?:req|request|ctx|context|c)$/i.test(name));
}

/** `if (found instanceof Error) return …` where functions give back their errors. */
function isFoundToBeError({ flow, context }: FileAnalysis, { name, node }: Expression & { kind: 'name' }): boolean {
  if (context.scopes.value(name, node)?.value.kind !== 'call') return false;
  return flow
    .guards(node)
    .some(
      (guard) =>
        guard.kind === 'condition' &&
        guard.holds &&
        guard.condition.kind === 'type-test' &&
        guard.condition.value.node.text === name &&
        guard.condition.types.every((type) => type.node.text === 'Error'),
    );
}

/** `if (status === 500 && !error.response) return …`: nobody's errors were answered before, what is left says something. */
export function isLeftOver({ flow, context }: FileAnalysis, { sentAt }: Response, code: number): boolean {
  const asks = new RegExp(`===? ?${code}\\s*&&`);
  return flow
    .guards(sentAt)
    .some(
      (guard) =>
        guard.kind === 'condition' &&
        !guard.holds &&
        context.language.family === 'javascript' &&
        asks.test(guard.condition.node.text),
    );
}

/** `err instanceof AppError ? err.status || 500 : 500`: what an error of the project's own says is meant for clients. */
export function isChosenForOwnError({ context: { language } }: FileAnalysis, code: SyntaxNode): boolean {
  for (let node = code.parent; node && language.statement(node).kind === 'other'; node = node.parent) {
    const view = language.expression(node);
    if (view.kind === 'function') return false;
    if (view.kind === 'choice' && view.consequence.node.contains(code) && isTestForOwnError(view.condition))
      return true;
  }
  return false;
}

function isTestOfError(file: FileAnalysis, condition: Expression): boolean {
  // `error instanceof Error` tells nothing apart
  if (condition.kind !== 'type-test' || !isTestForOwnError(condition)) return false;
  const { value } = condition;
  const isError = (each: Expression) => isUnknownError(file, each);
  // `const error = ensureError(caught); if (error instanceof ShopError) …`
  return value.kind !== 'name' || errorPartsIn(file.context, value, isError).length > 0;
}

/** An error the code tested for is one it knows: `if (error instanceof ApiError)`, `case *ShelfError:` of its type. */
function isKnownError(file: FileAnalysis, response: Response): boolean {
  return file.flow.guards(response.sentAt).some((guard) => {
    if (guard.kind === 'case')
      return (
        guard.values.length > 0 &&
        isErrorValue(file.context, guard.subject) &&
        guard.values.every(({ node }) => isToldByType(node.text))
      );
    return (
      guard.kind === 'condition' &&
      guard.holds &&
      ((isTestOfError(file, guard.condition) && !isGivenAnew(file, guard.condition, response)) ||
        tellsErrorsApart.test(guard.condition.node.text))
    );
  });
}

/** `if errors.Is(err, errMissing) { if err = create(); err != nil { … } }`: it is another error by then. */
function isGivenAnew({ context }: FileAnalysis, condition: Expression, { sentAt }: Response): boolean {
  const value = condition.kind === 'type-test' ? condition.value : undefined;
  if (!context.language.errorsAreValues || value?.kind !== 'name') return false;
  return context.scopes
    .definitions(value.name, sentAt)
    .some((each) => each.kind === 'value' && each.node.start > condition.node.end && each.node.end <= sentAt.start);
}
