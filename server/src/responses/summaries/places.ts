import type { CallView, Expression, FunctionView } from '../../languages/views.ts';
import { literally } from '../../syntax/literally.ts';
import { type Atom, holdsFor } from '../code/conditions.ts';
import type { FileContext } from '../code/context.ts';
import type { Definition } from '../code/scope.ts';
import { statusValue } from '../statuses/status.ts';
import type { GivenValue, Place, StatusSource } from './summary.ts';

const maximumDepth = 5;
/** What gives its argument back as a number or text. */
const conversions = /^(?:Number|parseInt|String|toString|toInteger|int|str)$/;

/** The parameters a caller gives: not the object itself, which some languages list first. */
export function givenParameters(view: FunctionView): FunctionView['parameters'] {
  const first = view.parameters[0]?.name;
  return first === 'self' || first === 'cls' ? view.parameters.slice(1) : view.parameters;
}

/** The parameter of a function, or the property of one, that an expression in it gives. */
export function placeOf(
  context: FileContext,
  view: FunctionView,
  expression: Expression,
  depth = 0,
): Place | undefined {
  if (depth > maximumDepth) return undefined;
  const inner = (part: Expression) => placeOf(context, view, part, depth + 1);
  switch (expression.kind) {
    case 'name':
      return placeOfName(context, view, expression, depth);
    case 'member': {
      const holder = inner(expression.object);
      return holder && holder.property === undefined ? { ...holder, property: expression.property } : undefined;
    }
    case 'logical': {
      const place = expression.operator === 'and' ? undefined : inner(expression.left);
      return place && withFallback(place, onlyCode(context, expression.right));
    }
    case 'call': {
      const name = expression.callee.kind === 'name' ? expression.callee.name : '';
      const first = expression.arguments[0]?.value;
      return conversions.test(name) && first ? inner(first) : undefined;
    }
    default:
      return undefined;
  }
}

function placeOfName(
  context: FileContext,
  view: FunctionView,
  { name, node }: Expression & { kind: 'name' },
  depth: number,
): Place | undefined {
  const [definition, ...others] = context.scopes.definitions(name, node);
  const defaults = others.map((each) => defaultFor(context, view, name, each));
  if (!definition || (others.length > 0 && (definition.kind !== 'parameter' || defaults.includes(undefined))))
    return undefined;
  if (definition.kind === 'parameter' || definition.kind === 'property') {
    if (definition.function.node !== view.node) return undefined;
    const { parameter } = definition;
    const index = givenParameters(view).indexOf(parameter);
    if (index < 0) return undefined;
    const place: Place = {
      index,
      ...(parameter.name === undefined ? {} : { name: parameter.name }),
      ...(parameter.type?.startsWith('...') ? { isRest: true } : {}),
    };
    if (definition.kind === 'property') return { ...place, property: definition.property };
    const fallback = defaults.length === 1 ? defaults[0] : parameter.default;
    return withFallback(place, fallback && onlyCode(context, fallback));
  }
  if (definition.kind !== 'value' || !definition.binding.value) return undefined;
  const { value, path } = definition.binding;
  const holder = placeOf(context, view, value, depth + 1);
  const [property, ...further] = path;
  if (!holder || property === undefined) return holder;
  return typeof property === 'string' && further.length === 0 && holder.property === undefined
    ? { ...holder, property }
    : undefined;
}

/** What a parameter is given where callers leave it out: `if text is None: text = 'failed'`, `text = text || 'failed'`. */
function defaultFor(
  { language }: FileContext,
  view: FunctionView,
  name: string,
  definition: Definition,
): Expression | undefined {
  if (definition.kind !== 'value' || definition.binding.path.length > 0) return undefined;
  const { value } = definition.binding;
  const isName = (each: Expression) => each.kind === 'name' && each.name === name;
  if (value?.kind === 'logical') return value.operator !== 'and' && isName(value.left) ? value.right : undefined;
  const isLeftOut = ({ relation, subject }: Atom) => relation === 'absent' && isName(subject);
  for (let around = definition.node.parent; around && around.start > view.node.start; around = around.parent) {
    const branch = language.statement(around);
    if (branch.kind !== 'branch' || !branch.consequence.contains(definition.node)) continue;
    if (holdsFor({ condition: branch.condition, holds: true }, isLeftOut, 'some')) return value;
  }
  return undefined;
}

function withFallback(place: Place, fallback: number | undefined): Place {
  return fallback === undefined ? place : { ...place, fallback };
}

function onlyCode(context: FileContext, expression: Expression): number | undefined {
  const { options, exhaustive } = statusValue(context, expression);
  return exhaustive && options.length === 1 ? options[0]?.code : undefined;
}

/** Where the status comes from that an expression in a function gives. */
export function statusSource(context: FileContext, view: FunctionView, expression: Expression): StatusSource {
  const place = placeOf(context, view, expression);
  if (place) return { codes: [], place };
  const { options, exhaustive } = statusValue(context, expression);
  return { codes: exhaustive ? options.map(({ code }) => code) : [] };
}

/** What a call in a function gives to what it calls. */
export function givenValues(context: FileContext, view: FunctionView | undefined, call: CallView): GivenValue[] {
  const given: GivenValue[] = [];
  for (const argument of call.arguments) {
    if (argument.spread) break;
    given.push(givenValue(context, view, argument.value, 0));
  }
  return given;
}

function givenValue(
  context: FileContext,
  view: FunctionView | undefined,
  expression: Expression,
  depth: number,
): GivenValue {
  const place = view && placeOf(context, view, expression);
  if (place) return { place };
  const object = context.resolve(expression);
  if (object.kind === 'object' && depth < 2) {
    const properties = object.entries.map(({ key, value }) => [key, givenValue(context, view, value, depth + 1)]);
    return { properties: Object.fromEntries(properties) };
  }
  const code = onlyCode(context, expression);
  return code === undefined ? {} : { codes: [code] };
}

/** What a value is that a caller gives through a function: `fail(res, 404)` in `notFound(res)` gives 404. */
export function throughCall(source: StatusSource, given: readonly GivenValue[] | undefined): StatusSource {
  const { place } = source;
  // a class without a constructor gives its base what it is given
  if (!place || !given) return source;
  const value = valueAt(place, given);
  if (value?.place) return { codes: [], place: withFallback(value.place, value.place.fallback ?? place.fallback) };
  if (value?.codes) return { codes: value.codes };
  const isMissing = value === undefined && given.length <= place.index;
  return { codes: isMissing && place.fallback !== undefined ? [place.fallback] : [] };
}

export function placeThrough(place: Place | undefined, given: readonly GivenValue[] | undefined): Place | undefined {
  if (!place || !given) return place;
  return valueAt(place, given)?.place;
}

function valueAt(place: Place, given: readonly GivenValue[]): GivenValue | undefined {
  const value = given[place.index];
  if (!value || place.property === undefined) return value;
  if (value.properties) return value.properties[place.property];
  // the whole object is passed on
  if (value.place && value.place.property === undefined) return { place: { ...value.place, property: place.property } };
  return undefined;
}

/** The expression that a call gives for a place; absent where none is given or it cannot be read. */
export function expressionAt(context: FileContext, call: CallView, place: Place): Expression | undefined {
  let found: Expression | undefined;
  const byKeyword = call.arguments.find(({ name }) => name !== undefined && name === place.name);
  if (byKeyword) found = byKeyword.value;
  else {
    const positional = call.arguments.filter(({ name }) => name === undefined);
    if (positional.slice(0, place.index + 1).some(({ spread }) => spread)) return undefined;
    found = positional[place.index]?.value;
  }
  return found && place.property !== undefined ? partOf(context, found, place.property) : found;
}

/** The value of a property of an object, or of a field of a struct whose fields are given by their order. */
function partOf(context: FileContext, holder: Expression, property: string): Expression | undefined {
  const object = context.resolve(holder);
  if (isGivenAnew(context, holder, object, property)) return undefined;
  if (object.kind === 'object') return object.entries.find(({ key }) => key === property)?.value;
  const at = object.kind === 'list' && object.type ? fieldIndex(context, object.type, property) : undefined;
  return object.kind === 'list' && at !== undefined ? object.elements[at] : undefined;
}

/** `failed := Failure{Code: 500}; …; failed.Code = 400; write(w, failed)` */
function isGivenAnew({ text }: FileContext, { kind, node }: Expression, object: Expression, property: string): boolean {
  if (kind !== 'name' || object.node.end > node.start) return false;
  const assignment = new RegExp(`(?<![\\w.])${literally(node.text)}\\.${literally(property)}\\s*=(?!=)`);
  return assignment.test(text.slice(object.node.end, node.start));
}

function fieldIndex(context: FileContext, type: Expression, field: string): number | undefined {
  if (type.kind === 'member') {
    const imported = type.object.kind === 'name' ? context.importOf(type.object.name) : undefined;
    const known = imported && context.knowledge?.imported(imported.source, [type.property]);
    return known?.kind === 'class' ? known.summary.members?.[field]?.index : undefined;
  }
  if (type.kind !== 'name') return undefined;
  const [definition] = context.scopes.topLevel.get(type.name) ?? [];
  if (definition?.kind === 'class') return definition.class.fields.findIndex(({ name }) => name === field);
  const known = context.ofOwnPackage(type.name);
  return known?.kind === 'class' ? known.summary.members?.[field]?.index : undefined;
}

/** True where a call surely gives nothing for a place. */
export function isLeftOut(context: FileContext, call: CallView, place: Place): boolean {
  if (call.arguments.some(({ spread }) => spread)) return false;
  const { property, ...parameter } = place;
  const given = expressionAt(context, call, parameter);
  if (!given || property === undefined) return given === undefined || given.kind === 'nothing';
  const object = context.resolve(given);
  return object.kind === 'object' && object.complete && !object.entries.some(({ key }) => key === property);
}
