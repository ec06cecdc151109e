import type { CallView, Expression } from '../../languages/views.ts';
import { calleeName } from '../code/callees.ts';
import type { FileContext } from '../code/context.ts';

/** A call that can fail, where its failure is a value that code looks at. */
export interface Failure {
  readonly call: CallView;
  /** The error is all that the call gives: `err := check(user)`. */
  readonly isAll: boolean;
}

const maximumSteps = 4;

/**
 * The call whose failure a value is: `err` of `user, err := find(id)`, `result.Error` of `result := db.First(&user)`,
 * `decode(&user)` itself in `decode(&user) != nil`. Absent where errors are thrown instead, and where several calls may
 * have given it.
 */
export function failureIn(context: FileContext, expression: Expression, steps = 0): Failure | undefined {
  if (!context.language.errorsAreValues || steps > maximumSteps) return undefined;
  const inner = (part: Expression) => failureIn(context, part, steps + 1);
  switch (expression.kind) {
    case 'name': {
      if (!isErrorName(expression.name)) return undefined;
      const given = context.scopes.value(expression.name, expression.node);
      if (!given) return undefined;
      if (given.value.kind !== 'call') return inner(given.value);
      return wrapped(given.value, inner) ?? { call: given.value, isAll: given.path.length === 0 };
    }
    case 'member':
      return /^(?:Error|Err|err)$/.test(expression.property) ? resultOf(context, expression.object) : undefined;
    case 'call': {
      const { callee } = expression;
      if (callee.kind === 'member' && callee.property === 'Err') return resultOf(context, callee.object);
      return givesErrorAlone.test(calleeName(expression)) ? { call: expression, isAll: true } : undefined;
    }
    default:
      return undefined;
  }
}

/** True of a value that is an error by its name or by the part of a result it is, and that a call or a caller gave. */
export function isErrorValue(context: FileContext, expression: Expression): boolean {
  if (!context.language.errorsAreValues) return isErrorOfStatement(context, expression);
  // `result.Error`, `client.Del(key).Err()`
  if (expression.kind !== 'name') return isResultOfQuery(context, expression);
  if (!isErrorName(expression.name) && !isAskedForText(context, expression)) return false;
  const [definition] = context.scopes.definitions(expression.name, expression.node);
  // what another file of the package names is a text or an error that it words: `internalServerError`
  if (!definition) return false;
  if (definition.kind === 'parameter') return definition.parameter.type === 'error';
  if (definition.kind === 'value' && isToldByType(definition.binding.type)) return false;
  // an error the code words itself tells nothing that it did not mean to tell
  const value = context.scopes.value(expression.name, expression.node)?.value;
  return value === undefined ? !isReworded(context, expression) : value.kind !== 'string' && !isWorded(value);
}

/**
 * `error` of `const { data, error } = await supabase.from('books').select()`, `result.error` of
 * `const result = await env.DB.prepare(statement).all()`: what the database says, where a client gives it back.
 */
function isErrorOfStatement({ scopes }: FileContext, expression: Expression): boolean {
  const isPart = expression.kind === 'member' && expression.property === 'error';
  const name = isPart ? expression.object : expression;
  if (name.kind !== 'name') return false;
  const given = scopes.value(name.name, name.node);
  const path = isPart ? ['error', ...(given?.path ?? [])] : given?.path;
  return path?.length === 1 && path[0] === 'error' && given?.value.kind === 'call' && runsStatement(given.value);
}

/** A chain of calls that ends where a statement is run: PostgREST's, which Supabase has, and that of Cloudflare's D1. */
function runsStatement(call: CallView): boolean {
  const links: string[] = [];
  for (let link: Expression = call; link.kind === 'call' && link.callee.kind === 'member'; link = link.callee.object)
    links.push(link.callee.property);
  const begins = links.at(-1);
  if (begins === 'from') return links.some((each) => /^(?:select|insert|update|upsert|delete)$/.test(each));
  return begins === 'prepare' && /^(?:all|run|raw)$/.test(links[0] ?? '');
}

/**
 * `var failed *ShelfError`, to be filled by `errors.As`, `failed, ok := err.(*ShelfError)`, `text, ok := answer["error"].(string)`:
 * what such an error says is known, unless a driver words it.
 */
export function isToldByType(type: string | undefined): boolean {
  return type !== undefined && type !== 'error' && !/\b(?:pgconn|pq|pgx|mysql|sqlite3?|mongo|redis|sql)\./i.test(type);
}

function isResultOfQuery(context: FileContext, expression: Expression): boolean {
  const isPart =
    (expression.kind === 'member' && /^(?:Error|Err|err)$/.test(expression.property)) ||
    (expression.kind === 'call' && expression.callee.kind === 'member' && expression.callee.property === 'Err');
  return isPart && failureIn(context, expression) !== undefined;
}

/** `failed` of `failed.Error()`, whatever it is called: the method makes it an error. */
function isAskedForText({ language, scopes }: FileContext, { name, node }: Expression & { kind: 'name' }): boolean {
  const member = node.parent && language.expression(node.parent);
  if (member?.kind !== 'member' || member.property !== 'Error' || member.object.node !== node) return false;
  const call = member.node.parent && language.expression(member.node.parent);
  if (call?.kind !== 'call' || call.callee.node !== member.node || call.arguments.length > 0) return false;
  return scopes.value(name, node)?.value.kind === 'call';
}

function isWorded(value: Expression): boolean {
  return value.kind === 'call' && /^(?:New|Errorf)$/.test(calleeName(value)) && wrappedError(value) === undefined;
}

/** `if err != nil { err = errors.New("storage failed") }` leaves nothing of what it was. */
function isReworded({ scopes, language }: FileContext, { name, node }: Expression & { kind: 'name' }): boolean {
  const last = scopes
    .definitions(name, node)
    .findLast((each) => each.kind === 'value' && each.binding.value !== undefined && each.node.end <= node.start);
  if (last?.kind !== 'value' || !last.binding.value || !isWorded(last.binding.value)) return false;
  for (let around = last.scope; around; around = around.parent) {
    const view = language.statement(around);
    if (view.kind === 'branch') return view.condition.node.text === `${name} != nil`;
    if (around.contains(node)) return false;
  }
  return false;
}

/** `err` of `err.Error()`, of `strings.ToLower(err.Error())`, and of a name for either. */
export function errorSaidBy(context: FileContext, expression: Expression): Expression | undefined {
  const value = context.resolve(expression);
  if (value.kind !== 'call' || value.callee.kind !== 'member') return undefined;
  const { object, property } = value.callee;
  if (property === 'Error') return value.arguments.length === 0 ? object : undefined;
  const [lowered] = value.arguments;
  return property === 'ToLower' && lowered ? errorSaidBy(context, lowered.value) : undefined;
}

export function isErrorName(name: string): boolean {
  return /^(?:e|err|error)\d?$|(?:Err|err|Error)$/.test(name) || (/^err[A-Z]/.test(name) && !saysError.test(name));
}

/** `errMsg`, `errCode`: about an error. */
const saysError =
  /(?:Msg|Message|Text|String|Str|Code|Status|Resp|Response|Body|Map|List|Count|Chan|Ch|Fn|Func|Type|Kind)s?$/;

/** Functions that give nothing but an error, so that what is compared with nothing is one. */
const givesErrorAlone =
  /^(?:ShouldBind\w*|Bind\w*|BodyParser|QueryParser|ParamsParser|ParseForm|ParseMultipartForm|Decode|Unmarshal|CompareHashAndPassword|Scan|Ping|Commit|Validate|Struct)$/;

/** `fmt.Errorf("find user: %w", err)` fails as what it wraps does. */
function wrapped(call: CallView, inner: (part: Expression) => Failure | undefined): Failure | undefined {
  if (!/^(?:Errorf|Wrap|Wrapf|WithMessage|WithStack|Join|Trace)$/.test(calleeName(call))) return undefined;
  const error = wrappedError(call);
  return error && inner(error);
}

function wrappedError(call: CallView): Expression | undefined {
  return call.arguments.map(({ value }) => value).find((value) => value.kind === 'name' && isErrorName(value.name));
}

/** `db.First(&user)` of `result := db.First(&user)`, whose error is a part of the result. */
function resultOf(context: FileContext, holder: Expression): Failure | undefined {
  const value = holder.kind === 'name' ? context.scopes.value(holder.name, holder.node)?.value : holder;
  return value?.kind === 'call' ? { call: value, isAll: false } : undefined;
}
