import type { Entry, Expression } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { calleeName } from '../code/callees.ts';
import type { FileContext } from '../code/context.ts';
import { putInto } from '../code/putIn.ts';
import { toldBy } from './toldErrors.ts';

/** A part of what is said that is an error, or comes out of one. */
export interface ErrorPart {
  readonly node: SyntaxNode;
  /** The member of the error that is said; absent where it is the error itself, or its text. */
  readonly member?: string;
}

/** What clients see of an error: `message` stands for its text as well. */
export function memberSaid({ member }: ErrorPart): string {
  return member === undefined || isText.test(member) ? 'message' : member;
}

const isText = /^(?:message|Message|Msg|toString|detail|details|description|Err|error|body|args)$/;

/** Tells which values are the errors in question. */
export type IsError = (expression: Expression) => boolean;

const maximumDepth = 6;

/** What of an error stands in an expression: `err.message` of `{ error: err.message }`. */
export function errorPartsIn(
  context: FileContext,
  expression: Expression,
  isError: IsError,
  depth = 0,
): readonly ErrorPart[] {
  if (depth > maximumDepth) return [];
  if (isError(expression)) return [{ node: expression.node }];
  const inner = (part: Expression) => errorPartsIn(context, part, isError, depth + 1);
  const { node } = expression;
  const whole = (...parts: readonly Expression[]): readonly ErrorPart[] => {
    const found = parts.flatMap(inner)[0];
    return found ? [{ ...found, node }] : [];
  };
  switch (expression.kind) {
    case 'name':
      return heldParts(context, expression, isError, depth);
    case 'member': {
      // a code is no detail: `error.code`, `error.status`
      if (!tellingMembers.test(expression.property) || isOfAssertedType.test(node.text)) return [];
      const found = inner(expression.object)[0];
      return found ? [{ node, member: found.member ?? expression.property }] : [];
    }
    case 'call': {
      if (
        expression.callee.kind === 'member' &&
        /^(?:toString|join|concat|Error|dict|model_dump|to_dict|toJSON)$/.test(expression.callee.property)
      ) {
        return whole(expression.callee.object);
      }
      const isText =
        /^(?:String|stringify|dumps|Error|format|inspect|str|repr|format_exc|Sprintf|Sprint|Sprintln|Errorf|Wrap|Wrapf|WithMessage|Trim(?:Space|Prefix|Suffix|Left|Right)?|To(?:Lower|Upper|Title)|Title|(?:Upper|Lower)(?:First|Case)?|Ucfirst|Capitalize|Replace(?:All)?|T|Tr|Translate|Localize|MustLocalize)$/;
      const name = calleeName(expression);
      const given = expression.arguments.map(({ value }) => value);
      // `JSON.stringify({ error: err.message })`: the part of what is written there, not all of it
      if (/^(?:stringify|dumps)$/.test(name) && given[0]?.kind === 'object') return inner(given[0]);
      // `dict(reason=str(e))`
      if (name === 'dict') return given.flatMap(inner);
      if (isText.test(name) || makesError.test(name)) return whole(...given);
      const told = toldBy(context, expression).flatMap((index) => given[index] ?? []);
      if (told.length > 0) return context.language.errorsAreValues ? told.flatMap(inner) : whole(...told);
      return makesBody.test(name) ? given.flatMap((value) => (value.kind === 'name' ? [] : inner(value))) : [];
    }
    case 'string':
      return whole(...expression.interpolated);
    case 'operation':
      return whole(...expression.operands);
    case 'logical':
      return whole(expression.left, expression.right);
    case 'choice':
      return choiceParts(expression, whole);
    case 'object':
      return expression.entries.flatMap((entry) => (isKept(context, expression, entry) ? [] : inner(entry.value)));
    case 'list':
      return expression.elements.flatMap(inner);
    default:
      return [];
  }
}

/** `&failure{err: err}`: where types are declared, no encoder and no template sees a field of a small letter. */
function isKept({ language }: FileContext, { type }: Expression & { kind: 'object' }, { keyNode }: Entry): boolean {
  return language.declaresTypes === true && type !== undefined && /^[a-z_]/.test(keyNode.text);
}

/** What a condition looks at that lets nothing of an unknown error out: where the code runs, whether it is meant for clients. */
export const tellsErrorsApart =
  /\b(?:expose|is_?operational|is_?boom|is_?http_?error|(?:is_?)?(?:prod|dev)\w*|node_?env|\w*debug\w*|\w+_ENV)\b/i;

/** A part that only some runs say counts where no test stands before it that tells errors apart. */
function choiceParts(
  { condition, consequence, alternative }: Expression & { kind: 'choice' },
  whole: (...parts: readonly Expression[]) => readonly ErrorPart[],
): readonly ErrorPart[] {
  // the message of an error of the project's own is meant for clients
  if (isTestForOwnError(condition)) return whole(alternative);
  const { text } = condition.node;
  if (tellsErrorsApart.test(text) || (condition.kind === 'comparison' && /status|code/i.test(text))) return [];
  return whole(consequence, alternative);
}

function isChosenForClients(context: FileContext, definition: SyntaxNode): boolean {
  const condition = context.branchAround(definition)?.condition;
  if (!condition) return false;
  const isOfFailures =
    condition.kind === 'comparison' && /\b5\d\d\b|internal_?server_?error/i.test(condition.right.node.text);
  return isOfFailures || tellsErrorsApart.test(condition.node.text);
}

/** `error instanceof ApiError`, but not `error instanceof Error`. */
export function isTestForOwnError(condition: Expression): boolean {
  return (
    condition.kind === 'type-test' &&
    condition.types.every(({ node }) => !/^(?:Error|Exception|BaseException|Throwable|error)$/.test(node.text))
  );
}

/** `ensureError(e)`, `parseErrorToError(err)`, `getErrorMessage(error)`: what they are given is what they give. */
const makesError =
  /^(?:to|as|ensure|coerce|cast|normali[sz]e|(?:parse|convert)(?:Error|Unknown)?To|unknownTo)_?(?:Js|Native)?Error$|^(?:get|extract|to)?_?error_?(?:message|text|string)$|^errorToString$|^stringifyError$/i;

/**
 * `error_payload(str(error))`, `sendError(error.message)`: what it is given to say it says. What it makes of an error
 * itself nobody knows, nor what others leave of a text: `safe_error(str(error))`.
 */
const makesBody =
  /^(?:(?:api|app|build|create|http|internal|json|make|new|return|send|server|to)_?)*(?:errors?|err|fail(?:ure|ed)?|problem)(?:_?(?:as|body|content|data|dict|envelope|json|of|payload|reply|resp|response|result|with))*$/i;

/** `err.(*echo.HTTPError).Message`: what an error of a known type says is meant to be said. */
const isOfAssertedType = /\.\(\*?[\w.]+\)\.\w+$/;

const tellingMembers =
  /^(?:message|Message|Msg|stack|toString|detail|details|sqlMessage|errmsg|cause|errors|error|Error|response|data|body|description|stderr|Err|args)$/;

/** `const message = error.message`, `const { message } = error`, and what was put into `errors` before. */
function heldParts(
  context: FileContext,
  { name, node }: Expression & { kind: 'name' },
  isError: IsError,
  depth: number,
): readonly ErrorPart[] {
  const putIn = () =>
    putInto(context, name, node).flatMap((value) =>
      value.kind === 'name' ? [] : errorPartsIn(context, value, isError, maximumDepth - 2),
    );
  const held = context.scopes.value(name, node) ?? firstValue(context, name, node);
  if (!held) return isDeclared(context, name, node) ? putIn() : [];
  if (held.value.kind === 'name' && isError(held.value)) {
    const [property, ...deeper] = held.path;
    // `const error = err as Failure`
    if (property === undefined) return [{ node }];
    const isTaken = typeof property === 'string' && deeper.length === 0 && tellingMembers.test(property);
    return isTaken ? [{ node, member: property }] : [];
  }
  if (held.value.kind === 'name' || held.path.length > 0) return [];
  const found = errorPartsIn(context, held.value, isError, depth + 1);
  if (found.length === 0 && isFillable(held.value)) return putIn();
  // what a name stands for that is put together at one place is said there: `answer = {'error': str(e)}`
  if (held.value.kind === 'object') return found;
  return found[0] ? [{ ...found[0], node }] : [];
}

/**
 * `let message = error.message`: what is said unless something is known of the error that puts another text there; not where
 * `if (status === 500) message = 'failed'` keeps it from those who may not see it.
 */
function firstValue(context: FileContext, name: string, node: SyntaxNode) {
  const values = context.scopes.definitions(name, node).filter((each) => each.kind === 'value');
  const [first, ...later] = values;
  if (later.some((each) => isChosenForClients(context, each.node))) return undefined;
  return first?.binding.value && first.binding.path.length === 0 && first.scope?.contains(node)
    ? { value: first.binding.value, path: first.binding.path }
    : undefined;
}

/** What is made to be filled: a list, an object, what `make` or a class gives. */
function isFillable({ kind }: Expression): boolean {
  return kind === 'list' || kind === 'object' || kind === 'call';
}

/** `var answer Answer` */
function isDeclared(context: FileContext, name: string, node: SyntaxNode): boolean {
  const [definition, ...others] = context.scopes.definitions(name, node);
  return others.length === 0 && definition?.kind === 'value' && definition.binding.value === undefined;
}
