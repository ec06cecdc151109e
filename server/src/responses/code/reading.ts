import type { CallView, Expression, NameView } from '../../languages/views.ts';
import { codeOfConstant } from '../../status/constants.ts';
import { reasonPhrase } from '../../status/registry.ts';
import type { FileContext } from './context.ts';
import { isErrorOrResponseName } from './conventions.ts';
import { isOtherThing, isPlainStatusName, isRound, isStatusName, mayBeStatusName, wordsOf } from './naming.ts';

/** How deep a read is followed: `code = code || 500` goes round for ever. */
const maximumDepth = 8;

/** An expression that reads a status: `response.status`, `err.statusCode`, `error?.response?.status`, `getStatus()`. */
export function holdsStatus(context: FileContext, expression: Expression, code?: number, depth = 0): boolean {
  if (depth > maximumDepth) return false;
  switch (expression.kind) {
    case 'name': {
      if (isStatusName(expression.name) || isUnusual(expression.name, code)) return true;
      if (isGivenStatus(context, expression)) return true;
      const value = context.scopes.value(expression.name, expression.node);
      return value?.path.length === 0 && isRead(value.value) && holdsStatus(context, value.value, undefined, depth + 1);
    }
    case 'member':
      if (isStatusName(expression.property) || isUnusual(expression.property, code))
        return !isOtherThing(lastName(expression.object), expression.property);
      // `recorder.Code` of Go's httptest
      if (expression.property === 'Code' && /^(?:w|rr|rw|rec\w*|\w*[rR]ecorder)$/.test(lastName(expression.object)))
        return true;
      // `HTTPStatus(answer.status).value`
      if (expression.property === 'value' && code !== undefined && !isRound(code))
        return holdsStatus(context, expression.object, code, depth + 1);
      return /^code$/i.test(expression.property) && isErrorOrResponseName(lastName(expression.object));
    case 'call':
      return isStatusFunctionName(lastName(expression.callee)) || isConversionOfStatus(context, expression, depth);
    case 'logical':
      return [expression.left, expression.right].some((side) => holdsStatus(context, side, code, depth + 1));
    case 'operation':
      return expression.operands.some((operand) => holdsStatus(context, operand, code, depth + 1));
    default:
      return false;
  }
}

/** `error.response?.status ?? 500` */
function isRead({ kind }: Expression): boolean {
  return kind === 'member' || kind === 'logical' || kind === 'call';
}

/** `missStatus` compared with 404 is a status; compared with 300 it may be something else. */
function isUnusual(name: string, code: number | undefined): boolean {
  return code !== undefined && !isRound(code) && mayBeStatusName(name);
}

/** `validateStatus: (s) => s < 500`, `isRetryableStatus(code)`: the function's name says what it is given. */
function isGivenStatus(context: FileContext, { name, node }: NameView): boolean {
  const [definition] = context.scopes.definitions(name, node);
  if (definition?.kind !== 'parameter' || definition.index > 0) return false;
  const words = wordsOf(definition.function.name ?? '');
  return words.includes('status') && !words.some((word) => isOtherThing(word, 'status'));
}

/** `Number(res.status)`, `String(error.statusCode)`, `res.status.toString()` */
function isConversionOfStatus(context: FileContext, call: CallView, depth: number): boolean {
  const { callee } = call;
  if (callee.kind === 'member' && /^(?:toString|valueOf)$/.test(callee.property))
    return holdsStatus(context, callee.object, undefined, depth + 1);
  const first = call.arguments[0]?.value;
  return callee.kind === 'name' && /^(?:Number|String|parseInt|int|str)$/.test(callee.name) && first !== undefined
    ? holdsStatus(context, first, undefined, depth + 1)
    : false;
}

/** True of a name that holds a status, going by the code it is given as well. */
export function nameHoldsStatus(name: string, code: number): boolean {
  if (namesStatus(name, code)) return true;
  return isRound(code) ? isStatusName(name) && !isAmbiguous(name, undefined, code) : mayBeStatusName(name);
}

/**
 * True where a place says no more than `status`, and the number is one that counts and measures other things as well:
 * `state.status = 300`.
 */
export function isAmbiguous(name: string, holder: string | undefined, code: number): boolean {
  if (!isPlainStatusName(name) || !isRound(code)) return false;
  return holder === undefined ? code === 100 || code === 300 : !isErrorOrResponseName(holder);
}

/** The last word of a dotted name. */
export function lastName(expression: Expression): string {
  if (expression.kind === 'member') return expression.property;
  if (expression.kind === 'name') return expression.name;
  if (expression.kind === 'call') return lastName(expression.callee);
  return '';
}

/** Functions that give a status: `getStatus`, `statusOf`, `mapErrorToStatusCode`. */
export function isStatusFunctionName(name: string | undefined): boolean {
  if (!name) return false;
  const bare = name
    .replace(
      /^(?:get|set|with|to|http|resolve|map|fetch|derive|pick|find|compute|determine|infer|send|_)+(?=[A-Z_])/,
      '',
    )
    .replace(/(?:From|For|Of|By|To)(?=[A-Z]|$)\w*$/, '');
  if (bare === '') return false;
  if (isStatusName(bare)) return true;
  // `errorToStatus`, `exceptionStatus`
  return /^(?:err|error|exception|code|kind|type)\w*To(?:Http)?Status(?:Code)?$/i.test(name);
}

/** True when a name says what the code means: `NOT_FOUND` for 404, `HTTP_OK` for 200. */
export function namesStatus(name: string, code: number): boolean {
  // `ERR_CONFLICT`
  if (codeOfConstant(name.replace(/^(?:ERR|ERROR|HTTP|STATUS)_(?=[A-Z])/, '')) === code) return true;
  const words = wordsOf(name);
  const phrase = wordsOf(reasonPhrase(code) ?? '');
  if (phrase.length > 1 && phrase.every((word) => words.includes(word))) return true;
  return words.includes('http') && words.includes(String(code));
}
