import type { CallView, ClassView, Expression, FunctionView } from '../../languages/views.ts';
import { statusFacts } from '../../status/registry.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';
import { isStatusName } from '../code/naming.ts';
import { errorStruct } from './errorStructs.ts';
import { givenParameters, givenValues, placeOf, statusSource } from './places.ts';
import type { ClassSummary, FunctionSummary, ImportedName, Place, StatusSource } from './summary.ts';

const errorName = /(?:Error|Exception|Err|Problem|Fault|Failure)$/;
const messageName = /^(?:message|msg|text|detail|details|description|reason|error|title)$/i;

/** What a class of a file says of the errors made from it: from its own text alone. */
export function classSummary(
  context: FileContext,
  view: ClassView,
  methods: ClassSummary['methods'] = {},
): ClassSummary | undefined {
  const { name } = view;
  if (!name) return undefined;
  if (context.language.declaresTypes) return errorStruct(context, view);
  const maker = view.methods.find((method) => isConstructor(method));
  const assignments = maker ? assignmentsIn(context, maker) : [];
  const base = view.base && baseOf(context, view.base);
  const status = ownStatus(context, view, maker, assignments);
  const toBase = maker && superCall(context, maker);
  const cause = maker && toBase && /Error$/.test(lastWord(view.base)) ? causeGiven(context, maker, toBase) : undefined;
  const given = maker ? membersGiven(context, maker, assignments) : {};
  const members = cause ? { cause, ...given } : given;
  const message = maker && (members.message ?? saidByBase(context, maker, view.base, toBase) ?? messagePlace(maker));
  const baseName = lastWord(view.base);
  return {
    name,
    isError: errorName.test(name) || errorName.test(lastWord(view.base)),
    ...(status ? { status } : {}),
    ...(base ? { base } : {}),
    ...(maker ? { givenToBase: toBase ? givenValues(context, maker, toBase) : [] } : {}),
    ...(message ? { message } : {}),
    ...(Object.keys(members).length > 0 ? { members } : {}),
    ...(baseName === '' ? {} : { bases: [baseName] }),
    methods,
  };
}

/** What a function is a class by: `function AppError(message, status) { this.status = status; }`. */
export function constructorFunctionSummary(
  context: FileContext,
  view: FunctionView,
): (ClassSummary & { readonly methods: Readonly<Record<string, FunctionSummary>> }) | undefined {
  const { name } = view;
  if (!name || !errorName.test(name) || view.isMethod) return undefined;
  const status = assignedStatus(context, view, assignmentsIn(context, view));
  return status && { name, isError: true, status, givenToBase: [], methods: {} };
}

function isErrorCode(code: number): boolean {
  return code >= 400 && statusFacts(code) !== undefined;
}

function isConstructor({ name }: FunctionView): boolean {
  return name === 'constructor' || name === '__init__';
}

function baseOf(context: FileContext, base: Expression): string | ImportedName | undefined {
  const path: string[] = [];
  let root = base;
  for (; root.kind === 'member'; root = root.object) path.unshift(root.property);
  if (root.kind !== 'name') return undefined;
  const imported = context.importOf(root.name);
  if (imported) return { source: imported.source, path: imported.name === '*' ? path : [imported.name, ...path] };
  return path.length === 0 ? root.name : undefined;
}

function ownStatus(
  context: FileContext,
  view: ClassView,
  maker: FunctionView | undefined,
  assignments: readonly (Expression & { kind: 'assignment' })[],
): StatusSource | undefined {
  const assigned = maker && assignedStatus(context, maker, assignments);
  if (assigned) return assigned;
  const field = view.fields.find((each) => isStatusName(each.name) && each.value);
  if (field?.value && maker) return statusSource(context, maker, field.value);
  if (field?.value) return written(context, field.value);
  // `get statusCode() { return 404; }`, `getStatus() { return 404; }`
  const getter = view.methods.find(
    ({ name = '', parameters }) => parameters.length === 0 && isStatusName(name.replace(/^get(?=[A-Z_])/, '')),
  );
  const returned = getter && onlyReturn(context, getter);
  if (returned?.kind === 'number') return written(context, returned);
  const parameter = maker && fieldParameter(maker);
  return parameter && { codes: [], place: parameter };
}

function written(context: FileContext, value: Expression): StatusSource | undefined {
  const around = context.functionAround(value.node);
  if (around) return statusSource(context, around, value);
  const resolved = context.resolve(value);
  return resolved.kind === 'number' ? { codes: [resolved.value] } : undefined;
}

function assignedStatus(
  context: FileContext,
  maker: FunctionView,
  assignments: readonly (Expression & { kind: 'assignment' })[],
): StatusSource | undefined {
  const named = assignments.find(({ target }) => target.kind === 'member' && isStatusName(target.property));
  const coded = assignments.find(({ target }) => target.kind === 'member' && target.property === 'code');
  if (named) {
    const source = statusSource(context, maker, named.value);
    // `this.status = ...` of words: `fail` and `error` are no statuses
    return source.place || source.codes.length > 0 ? source : coded && statusSource(context, maker, coded.value);
  }
  if (!coded) return undefined;
  const source = statusSource(context, maker, coded.value);
  // a `code` is many things: whoever gives one that is a registered status means that; of text, `'E400'`, it is another
  if (source.place) return isOfText(maker, coded.value) ? undefined : source;
  return source.codes.length > 0 && source.codes.every(isErrorCode) ? source : undefined;
}

/** `constructor(code: string) { this.code = code; }` */
function isOfText({ parameters }: FunctionView, value: Expression): boolean {
  return value.kind === 'name' && parameters.some(({ name, type }) => name === value.name && type === 'string');
}

/** `constructor(message: string, public readonly statusCode = 500)`; a `code` that is a number may be one as well. */
function fieldParameter(maker: FunctionView): Place | undefined {
  const parameters = givenParameters(maker);
  const fields = parameters.filter(({ isField, name }) => isField && name !== undefined);
  const parameter =
    fields.find(({ name }) => name !== undefined && isStatusName(name)) ??
    fields.find(({ name, type }) => name === 'code' && type === 'number');
  if (!parameter?.name) return undefined;
  const index = parameters.indexOf(parameter);
  const fallback = parameter.default?.kind === 'number' ? { fallback: parameter.default.value } : {};
  return { index, name: parameter.name, ...fallback };
}

/** `this.errors = errors` */
function membersGiven(
  context: FileContext,
  maker: FunctionView,
  assignments: readonly (Expression & { kind: 'assignment' })[],
): Readonly<Record<string, Place>> {
  const members = assignments.flatMap(({ target, value }): (readonly [string, Place])[] => {
    const place = target.kind === 'member' ? placeOf(context, maker, value) : undefined;
    return target.kind === 'member' && place ? [[target.property, place]] : [];
  });
  return Object.fromEntries(members);
}

/** `super(text, { cause })`, `super(text, options)`: the error behind an error. */
function causeGiven(context: FileContext, maker: FunctionView, { arguments: given }: CallView): Place | undefined {
  const options = given[1]?.value;
  if (!options) return undefined;
  if (options.kind === 'object') {
    const cause = options.entries.find(({ key }) => key === 'cause');
    return cause && placeOf(context, maker, cause.value);
  }
  const place = placeOf(context, maker, options);
  return place && place.property === undefined ? { ...place, property: 'cause' } : undefined;
}

/** `super(text)` of a class that extends what every error is. */
function saidByBase(
  context: FileContext,
  maker: FunctionView,
  base: Expression | undefined,
  toBase: CallView | undefined,
): Place | undefined {
  const [first] = toBase?.arguments ?? [];
  return first && !first.spread && /^(?:Error|Exception)$/.test(lastWord(base))
    ? placeOf(context, maker, first.value)
    : undefined;
}

function messagePlace(maker: FunctionView): Place | undefined {
  const parameters = givenParameters(maker);
  const index = parameters.findIndex(({ name }) => name !== undefined && messageName.test(name));
  const name = parameters[index]?.name;
  return name === undefined ? undefined : { index, name };
}

/** `this.statusCode = 404` wherever it stands in a constructor. */
function assignmentsIn(context: FileContext, view: FunctionView): (Expression & { kind: 'assignment' })[] {
  return expressionsIn(context, view.body).filter(
    (each): each is Expression & { kind: 'assignment' } =>
      each.kind === 'assignment' &&
      each.target.kind === 'member' &&
      each.target.object.kind === 'name' &&
      /^(?:this|self)$/.test(each.target.object.name),
  );
}

function superCall(context: FileContext, maker: FunctionView): CallView | undefined {
  return expressionsIn(context, maker.body).find((each): each is CallView => {
    if (each.kind !== 'call') return false;
    const { callee } = each;
    if (callee.kind === 'name') return callee.name === 'super';
    // `super().__init__(message, 404)`
    return (
      callee.kind === 'member' &&
      callee.property === '__init__' &&
      callee.object.kind === 'call' &&
      callee.object.callee.kind === 'name' &&
      callee.object.callee.name === 'super'
    );
  });
}

/** The expressions that stand as statements of a block. */
function expressionsIn(context: FileContext, block: SyntaxNode | undefined): readonly Expression[] {
  const { language } = context;
  const found: Expression[] = [];
  const open = block ? [block] : [];
  for (let node = open.pop(); node && found.length < 100; node = open.pop()) {
    const view = language.statement(node);
    if (view.kind === 'expression') found.push(view.expression);
    else if (view.kind === 'definition') {
      for (const { value } of view.bindings) if (value) found.push(value);
    } else if (view.kind === 'block') open.push(...view.statements.toReversed());
    else if (view.kind === 'branch')
      open.push(...[view.alternative, view.consequence].filter((each) => each !== undefined));
  }
  return found;
}

function onlyReturn(context: FileContext, view: FunctionView): Expression | undefined {
  const statement = view.body && context.language.statement(view.body);
  const first = statement?.kind === 'block' ? statement.statements[0] : undefined;
  const exit = first && context.language.statement(first);
  return exit?.kind === 'exit' ? exit.value : undefined;
}

function lastWord(expression: Expression | undefined): string {
  if (expression?.kind === 'member') return expression.property;
  return expression?.kind === 'name' ? expression.name : '';
}
