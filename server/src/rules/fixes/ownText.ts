import type { Expression } from '../../languages/views.ts';
import { t } from '../../localisation.ts';
import type { FileAnalysis } from '../../responses/analysis.ts';
import { callTaking } from '../../responses/code/passing.ts';
import { errorPartsIn, type IsError } from '../../responses/errors/errorParts.ts';
import { toldBy } from '../../responses/errors/toldErrors.ts';
import type { Response } from '../../responses/model.ts';
import { expressionAt } from '../../responses/summaries/places.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { isFailingCall, isUnknownError } from '../errorDetails.ts';
import { type Fix, fixOf, replace, type TextEdit } from './fix.ts';
import { isLogged, logStatement } from './logError.ts';
import { statementBefore, statementOf } from './statements.ts';
import { indentationOf, quoted, styleOf } from './style.ts';

const sentence = 'Something went wrong';

/** Puts a text of its own in the place of what leaks: first with a line that logs the raw error, where the file shows how. */
export function answerWithOwnText(
  file: FileAnalysis,
  response: Response,
  details: readonly SyntaxNode[],
  isError: IsError,
): readonly Fix[] {
  const logged = (log: string): readonly Fix[] =>
    fixOf(t('Log the error, and send “{0}”', sentence), 'suggestion', withoutDetails(file, response, details, log));
  const [detail] = details;
  // where only one way of a choice is an error, there may be none to log
  const isCertain = detail !== undefined && leakingPart(file, detail) === detail;
  const log = isCertain ? logOf(file, response, detail, isError) : undefined;
  return [
    ...(log ? logged(log) : []),
    ...fixOf(t('Send “{0}” instead', sentence), 'suggestion', withoutDetails(file, response, details)),
  ];
}

/**
 * Puts a text that says nothing of the inside in the place of each detail, and a statement before; undefined where that is
 * not possible.
 */
export function withoutDetails(
  file: FileAnalysis,
  response: Response,
  details: readonly SyntaxNode[],
  log?: string,
): readonly TextEdit[] | undefined {
  const isHanded = response.event.bindings.has('ERROR');
  if (isHanded && file.context.language.family !== 'go') return undefined;
  const [first, ...others] = details;
  if (details.some((node) => isCause(file, response, node))) return undefined;
  if (isHanded && first && others.length === 0 && mayBeMissing(file, response, first))
    return reworded(file, response, first, log);
  const edits = details
    .map((node) => leakingPart(file, node))
    .map((node) =>
      replace(node, isHanded || isGivenAsError(file, response, node) ? newError(file) : replacement(file, node)),
    );
  if (!log) return edits;
  const statement = statementBefore(file, response.sentAt, log);
  return statement && [...statement, ...edits];
}

/** `new ShopError('Not sold', { cause: error })`: an error has what is behind it; who writes it out is to leave that away. */
function isCause({ context }: FileAnalysis, { event }: Response, node: SyntaxNode): boolean {
  const place = event.learned?.error?.members?.cause;
  return (
    place !== undefined &&
    event.expression.kind === 'call' &&
    expressionAt(context, event.expression, place)?.node === node
  );
}

/** `error.message` of `saved ? 'Saved' : error.message`: what is said where all went well stays. */
function leakingPart(file: FileAnalysis, detail: SyntaxNode): SyntaxNode {
  const view = file.context.language.expression(detail);
  if (view.kind !== 'choice') return detail;
  const isError = (each: Expression) => isUnknownError(file, each);
  const [leaking, another] = [view.consequence, view.alternative].filter(
    (way) => errorPartsIn(file.context, way, isError).length > 0,
  );
  return leaking && !another ? leakingPart(file, leaking.node) : detail;
}

/** The error is another before it is handed on, and none where there was none. */
function reworded(
  file: FileAnalysis,
  response: Response,
  handed: SyntaxNode,
  log: string | undefined,
): readonly TextEdit[] | undefined {
  const { context } = file;
  const place = statementOf(file, response.sentAt);
  if (!place) return undefined;
  const name = nameOf(file, handed);
  const isNamed = name === handed.text;
  const isDefined = context.scopes
    .definitions(name, handed)
    .some((each) => each.kind === 'parameter' || (each.kind === 'value' && each.node.end <= handed.start));
  const unit = context.language.writing.indentation;
  const lines = [
    ...(isNamed ? [] : [`${name} ${isDefined ? '=' : ':='} ${handed.text}`]),
    `if ${name} != nil {`,
    ...(log ? [`${unit}${log}`] : []),
    `${unit}${name} = ${newError(file)}`,
    '}',
  ];
  const margin = `${styleOf(file).newline}${indentationOf(place.node)}${place.alone ? unit : ''}`;
  const statement = statementBefore(file, response.sentAt, lines.join(margin));
  return statement && [...statement, ...(isNamed ? [] : [replace(handed, name)])];
}

/** That of an error, or one for what a call gives: `failed(c, 500, users.Delete(id))`. */
function nameOf({ context }: FileAnalysis, error: SyntaxNode): string {
  const value = context.language.expression(error);
  return value.kind === 'name' ? value.name : 'err';
}

/** True of an error that a helper looks whether there is one: `failed(c, 500, err)`, but not behind `if err != nil`. */
function mayBeMissing(file: FileAnalysis, { event, sentAt }: Response, detail: SyntaxNode): boolean {
  if (event.learned?.isCertain !== false) return false;
  return !file.flow
    .guards(sentAt)
    .some(
      (guard) =>
        guard.kind === 'condition' && guard.condition.node.text === `${detail.text} ${guard.holds ? '!=' : '=='} nil`,
    );
}

/** The statement that logs the error behind a detail, where none before the response does. */
function logOf(file: FileAnalysis, response: Response, detail: SyntaxNode, isError: IsError): string | undefined {
  const { sentAt } = response;
  const caught = file.flow.guards(sentAt).find((guard) => guard.kind === 'caught');
  const handler = caught?.kind === 'caught' ? caught.handler : undefined;
  const place = statementOf(file, sentAt);
  const block = handler?.node ?? place?.node.parent;
  if (!place || !block) return undefined;
  if (mayBeMissing(file, response, detail)) return logStatement(file, sentAt, nameOf(file, detail), false);
  const error = errorIn(file, detail, isError) ?? handler?.binding;
  if (error === undefined || isLogged(file.context.text.slice(block.start, place.node.start))) return undefined;
  return logStatement(file, sentAt, error, caught !== undefined);
}

/** The name of the error in `String(error)`, `err.message`. */
function errorIn(file: FileAnalysis, node: SyntaxNode, isError: IsError, depth = 0): string | undefined {
  const value = file.context.language.expression(node);
  if (value.kind === 'name') return isError(value) ? value.name : undefined;
  if (depth > 6) return undefined;
  for (const child of node.namedChildren) {
    const found = errorIn(file, child, isError, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * `fail(w, 500, err)`: a helper that is given the error itself, where languages declare what they take; so is what words
 * an answer of it, `errorResponse(err)`.
 */
function isGivenAsError(file: FileAnalysis, { event }: Response, detail: SyntaxNode): boolean {
  if (!file.context.language.errorsAreValues) return false;
  const call = callTaking(file.context, detail);
  const given = call?.arguments.find(({ value }) => value.node === detail)?.value;
  if (!call || !given) return false;
  if (call.node !== event.expression.node)
    return toldBy(file.context, call).includes(call.arguments.findIndex(({ value }) => value === given));
  // `fail(w, 500, "shelves: "+err.Error())` gives a text
  const isError = given.kind === 'call' ? isFailingCall(given) : isUnknownError(file, given);
  return event.learned !== undefined && isError;
}

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
