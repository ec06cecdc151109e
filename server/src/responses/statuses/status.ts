import type { Framework } from '../../frameworks/framework.ts';
import type { Binding, CallView, Expression, StringView } from '../../languages/views.ts';
import { codeOfConstant } from '../../status/constants.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';
import { isInterimByChance, isSelfEvident, wordsOf } from '../code/naming.ts';
import type { StatusOption, StatusValue } from '../model.ts';

const nothing: StatusValue = { options: [], exhaustive: false, origin: 'written' };

/** How deep a status is followed through names, choices and calls. */
const maximumDepth = 6;

type Reasons = Framework['reasons'];
/** Follows a part of the expression at hand, one step deeper. */
type Inner = (part: Expression) => StatusValue;

/** The codes an expression in a status position can have. `reasons` are words that a framework has for statuses. */
export function statusValue(context: FileContext, expression: Expression, reasons?: Reasons, depth = 0): StatusValue {
  if (depth > maximumDepth) return nothing;
  const inner = (part: Expression) => statusValue(context, part, reasons, depth + 1);
  switch (expression.kind) {
    case 'number':
      return Number.isInteger(expression.value) ? known(expression.value, expression.node) : nothing;
    case 'string':
      return stringStatus(expression, reasons);
    case 'choice':
      return both(inner(expression.consequence), inner(expression.alternative));
    case 'logical':
      return expression.operator === 'and'
        ? inner(expression.right)
        : both(inner(expression.left), inner(expression.right));
    case 'member':
      return memberStatus(context, expression, inner, reasons !== undefined);
    case 'name':
      return nameStatus(context, expression, inner);
    case 'call':
      return convertedStatus(expression, inner);
    default:
      return nothing;
  }
}

function known(code: number, node: StatusOption['node']): StatusValue {
  return { options: [{ code, node }], exhaustive: true, origin: 'written' };
}

function both(left: StatusValue, right: StatusValue): StatusValue {
  return {
    options: [...left.options, ...right.options],
    exhaustive: left.exhaustive && right.exhaustive,
    origin: 'written',
  };
}

/** `HTTPStatus(404)`, `int('404')` */
function convertedStatus({ callee, arguments: given }: CallView, inner: Inner): StatusValue {
  const first = given[0]?.value;
  if (!first || given.length > 1 || callee.kind !== 'name') return nothing;
  return /^(?:HTTPStatus|int|str)$/.test(callee.name) ? inner(first) : nothing;
}

/** `'404'`, `'404 Not Found'`, and the words some frameworks take for a status: `'Not Found'`, `'NOT_FOUND'`. */
function stringStatus(expression: StringView, reasons: Reasons): StatusValue {
  const { value } = expression;
  const code = /^\d{3}(?: [A-Z][\w' -]*)?$/.test(value)
    ? Number(value.slice(0, 3))
    : (reasons?.[value] ?? codeOfConstant(value));
  return code === undefined ? nothing : known(code, insideOf(expression));
}

/** The token between the quotes, where the grammar has one: quotes are no part of what names the status. */
function insideOf({ node, value }: StringView): SyntaxNode {
  return node.namedChildren.find((inside) => inside.text === value) ?? node;
}

/** All words of a holder's name must be of HTTP: `HttpStatus` is one, `MediaStatus` and `Status` are not. */
const holderWords = new Set([
  'http',
  'https',
  'http2',
  'status',
  'statuses',
  'code',
  'codes',
  'response',
  'constants',
  'api',
  'rest',
]);

function isHolderName(name: string): boolean {
  const words = wordsOf(name);
  if (!words.every((word) => holderWords.has(word))) return false;
  // `codes` and `constants` alone are anyone's: gRPC's `Code.NotFound`
  return words.some((word) => /^http/.test(word)) || (words.length > 1 && words.some((word) => /^codes?$/.test(word)));
}

function memberStatus(
  context: FileContext,
  expression: Expression & { kind: 'member' },
  inner: Inner,
  takesWords: boolean,
): StatusValue {
  const local = context.property(expression);
  if (local) {
    // an error's name for itself, `code = ErrorCode.NOT_FOUND` where that is 'NOT_FOUND', says nothing of what is sent
    if (local.kind === 'string' && !takesWords && !/^\d/.test(local.value)) return nothing;
    const value = inner(local);
    const option = value.options[0];
    if (option && isInterimByChance(expression.property, option.code)) return nothing;
    // the place that names the status here is the member, not the table it is looked up in
    if (value.options.length === 1 && option)
      return { ...value, options: [{ code: option.code, node: expression.propertyNode }] };
  }
  const elsewhere = context.statusOfMember(expression);
  if (elsewhere !== undefined) return known(elsewhere, expression.propertyNode);
  // `HTTPStatus.NOT_FOUND.value`
  if (expression.property === 'value' && expression.object.kind === 'member') return inner(expression.object);
  if (/^(?:status_)?code$/.test(expression.property)) return classStatus(expression.object);
  if (!isStatusHolder(context, expression.object, expression.property) && !isSelfEvident(expression.property)) {
    return nothing;
  }
  const code = codeOfConstant(expression.property);
  return code === undefined ? nothing : known(code, expression.propertyNode);
}

/** `HTTPNotFound.code`, `web.HTTPConflict.status_code`: the code of an error class that is called by its status. */
function classStatus(expression: Expression): StatusValue {
  const name =
    expression.kind === 'name' ? expression.name : expression.kind === 'member' ? expression.property : undefined;
  const code = name !== undefined && /^HTTP[A-Z][a-z]/.test(name) ? codeOfConstant(name) : undefined;
  if (code === undefined) return nothing;
  return known(code, expression.kind === 'member' ? expression.propertyNode : expression.node);
}

/** True of `StatusCodes`, `HttpStatus`, `http`, `constants.status`: what a status constant is a member of. */
export function isStatusHolder(context: FileContext, expression: Expression, property: string): boolean {
  if (expression.kind === 'member') {
    return (
      isHolderName(expression.property) ||
      context.isStatusMember(expression) ||
      isStatusHolder(context, expression.object, property)
    );
  }
  if (expression.kind !== 'name') return false;
  // a package has other members: `http.Redirect`, and `codes.NotFound` is gRPC's
  if (context.importOf(expression.name)?.packageName !== undefined) {
    return (
      context.isStatusModule(expression.name) && (/^Status[A-Z]/.test(property) || !holdsMore(context, expression.name))
    );
  }
  return isHolderName(expression.name) || context.isStatusModule(expression.name);
}

/** True of packages that hold much beside statuses. */
function holdsMore(context: FileContext, name: string): boolean {
  return !/status|codes?$/i.test(context.importOf(name)?.source ?? '');
}

/** `const { NOT_FOUND } = StatusCodes` */
function takenFromHolder(context: FileContext, { value, path }: Binding, node: SyntaxNode): StatusValue {
  const [property, ...deeper] = path;
  if (!value || typeof property !== 'string' || deeper.length > 0) return nothing;
  if (!isStatusHolder(context, value, property) && !isSelfEvident(property)) return nothing;
  const code = codeOfConstant(property);
  return code === undefined ? nothing : known(code, node);
}

function nameStatus(context: FileContext, expression: Expression & { kind: 'name' }, inner: Inner): StatusValue {
  const { name, node } = expression;
  const definitions = context.scopes.definitions(name, node);
  if (definitions.length === 0) {
    const code = context.importedStatus(name) ?? (isSelfEvident(name) ? codeOfConstant(name) : undefined);
    return code === undefined ? nothing : known(code, node);
  }
  let exhaustive = true;
  const options: StatusOption[] = [];
  for (const definition of definitions) {
    if (definition.kind === 'value') {
      const { binding } = definition;
      if (!binding.value) continue;
      const value = binding.path.length === 0 ? inner(binding.value) : takenFromHolder(context, binding, node);
      // `const { status = 500 } = error`
      const otherwise = binding.fallback ? inner(binding.fallback).options : [];
      options.push(...value.options, ...otherwise);
      exhaustive &&= value.exhaustive;
    } else {
      exhaustive = false;
      if (definition.kind === 'parameter' && definition.parameter.default) {
        options.push(...inner(definition.parameter.default).options);
      }
    }
  }
  // a constant is named where it is used; a variable's codes where they are assigned
  const only = options[0];
  if (options.length === 1 && exhaustive && only && /^[A-Z][A-Z0-9_]*$/.test(name)) return known(only.code, node);
  return { options, exhaustive: exhaustive && options.length > 0, origin: 'written' };
}
