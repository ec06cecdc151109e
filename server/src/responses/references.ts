import type { CallView, Expression, ObjectView } from '../languages/views.ts';
import { codeOfConstant } from '../status/constants.ts';
import { reasonPhrase, statusFacts } from '../status/registry.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import type { FileContext } from './context.ts';
import { isErrorName, isOtherThing, isPassingName, isResponderName, isResponseName } from './conventions.ts';
import type { Role } from './model.ts';
import { isCodeName, isStatusListName, isStatusName, wordsOf } from './naming.ts';
import { isStatusHolder } from './status.ts';

/** A number or name that the frameworks' patterns do not explain, and what its surroundings say of it. */
export interface Sighting {
  readonly code: number;
  readonly node: SyntaxNode;
  readonly role: Role;
}

/** What a three-digit number is, by what stands round it. Absent where nothing shows that it is a status code. */
export function sightNumber(context: FileContext, node: SyntaxNode, code: number): Sighting | undefined {
  if (!statusFacts(code)) return undefined;
  const role = roleOf(context, node, code);
  return role && { code, node, role };
}

/** What a name is that spells a status code: `StatusCodes.NOT_FOUND`, an imported `NOT_FOUND`. */
export function sightName(context: FileContext, node: SyntaxNode): Sighting | undefined {
  const name = node.text;
  const { language } = context;
  const parent = node.parent && language.expression(node.parent);
  if (parent?.kind === 'member' && parent.propertyNode === node) {
    const local = context.property(parent);
    if (local?.kind === 'number' && statusFacts(local.value) && namesStatus(name, local.value)) {
      return { code: local.value, node, role: roleOf(context, parent.node, local.value) ?? 'named' };
    }
    const code = context.statusOfMember(parent) ?? codeOfConstant(name);
    if (code === undefined || !statusFacts(code) || !isConstantName(name) || !isStatusHolder(context, parent.object))
      return undefined;
    return { code, node, role: roleOf(context, parent.node, code) ?? 'named' };
  }
  const code = context.importedStatus(name);
  if (code === undefined || !isConstantName(name)) return undefined;
  return { code, node, role: roleOf(context, node, code) ?? 'named' };
}

function isConstantName(name: string): boolean {
  return /^[A-Z][A-Z\d_]*$|^[A-Z][a-z]+(?:[A-Z]?[a-z]*)*$/.test(name);
}

function roleOf(context: FileContext, node: SyntaxNode, code: number): Role | undefined {
  const { language } = context;
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (language.isTransparent(parent)) continue;
    const view = language.expression(parent);
    switch (view.kind) {
      // the token is what stands between the quotes
      case 'string':
        continue;
      case 'choice':
        if (view.condition.node.contains(child)) return undefined;
        continue;
      case 'logical':
        if (holdsStatus(context, view.left) && view.right.node.contains(child)) return 'named';
        continue;
      case 'comparison': {
        const other = view.left.node.contains(child) ? view.right : view.left;
        if (view.operator === 'in' || view.operator === 'not-in')
          return holdsStatus(context, view.left) ? 'compared' : undefined;
        return holdsStatus(context, other) ? 'compared' : undefined;
      }
      case 'assignment':
        return view.value.node.contains(child) && holdsStatus(context, view.target) ? 'named' : undefined;
      case 'index':
        return view.index.node.contains(child) && isStatusListName(lastName(view.object)) ? 'compared' : undefined;
      case 'list':
        return roleInList(context, parent, code);
      case 'call':
        return roleAsArgument(context, view, child, code);
      case 'function':
        return view.body === child && isStatusName(bareFunctionName(view.name)) ? 'named' : undefined;
      case 'object':
        return undefined;
      default:
        break;
    }
    const entry = entryOf(context, parent, child);
    if (entry) return roleInEntry(context, entry, child, code);
    const call = callTaking(context, parent);
    if (call) return roleAsArgument(context, call, child, code);
    return roleInStatement(context, parent, child, code);
  }
  return undefined;
}

/** The call whose arguments a node is, or is one of: a keyword argument stands between them and its value. */
function callTaking(context: FileContext, node: SyntaxNode): CallView | undefined {
  for (let around = node.parent, steps = 0; around && steps < 2; around = around.parent, steps++) {
    const view = context.language.expression(around);
    if (view.kind === 'call') return view.argumentsNode?.contains(node) ? view : undefined;
  }
  return undefined;
}

interface EntryPlace {
  readonly key: string;
  readonly isKey: boolean;
  readonly value: Expression;
  readonly object: Expression & { kind: 'object' };
}

function entryOf(context: FileContext, pair: SyntaxNode, child: SyntaxNode): EntryPlace | undefined {
  const object = pair.parent && context.language.expression(pair.parent);
  if (object?.kind !== 'object') return undefined;
  const entry = object.entries.find((candidate) => candidate.node === pair);
  return entry && { key: entry.key, isKey: entry.keyNode.contains(child), value: entry.value, object };
}

function roleInEntry(context: FileContext, entry: EntryPlace, child: SyntaxNode, code: number): Role | undefined {
  const { key, object } = entry;
  if (entry.isKey) return isStatusTable(context, entry, code) ? 'declared' : undefined;
  if (isStatusName(key)) return isOtherThing(nameOfHolder(context, object.node) ?? '', key) ? undefined : 'named';
  if (namesStatus(key, code) || isOneOfStatuses(object)) return 'named';
  if (/^code$/i.test(key))
    return object.entries.some((other) =>
      /^(?:message|error|msg|success|reason|detail|details|status)$/i.test(other.key),
    )
      ? 'named'
      : undefined;
  // a table of statuses by something else: `{ ValidationError: 400, CastError: 400 }`
  const holder = nameOfHolder(context, object.node);
  if (holder && (isStatusListName(holder) || isStatusName(holder) || /status|http_?codes?/i.test(holder)))
    return 'named';
  return child && /(?:Error|Exception)$/.test(key) && code >= 400 ? 'named' : undefined;
}

/** A table that names statuses: `{ NOT_FOUND: 404, OUT_OF_STOCK: 409 }`. */
function isOneOfStatuses({ entries }: ObjectView): boolean {
  const numbers = entries.flatMap(({ key, value }) => (value.kind === 'number' ? [{ key, value: value.value }] : []));
  return numbers.length === entries.length && numbers.some(({ key, value }) => namesStatus(key, value));
}

/** `responses: { 404: … }`, `{ 404: 'Not Found' }` */
function isStatusTable(context: FileContext, entry: EntryPlace, code: number): boolean {
  if (entry.value.kind === 'string' && isPhrase(entry.value.value, code)) return true;
  const holder = nameOfHolder(context, entry.object.node);
  return (
    holder !== undefined &&
    /^(?:response|responses|status|statuses|status_?codes?|http_?status.*|errors?by_?status|.*status_?(?:messages?|texts?|codes?|map))$/i.test(
      holder,
    )
  );
}

function roleInList(context: FileContext, list: SyntaxNode, code: number): Role | undefined {
  const holder = nameOfHolder(context, list);
  if (holder && (isStatusListName(holder) || isStatusName(holder))) return 'named';
  const { language } = context;
  const member = list.parent && language.expression(list.parent);
  const call = list.parent?.parent && language.expression(list.parent.parent);
  // `[200, 201].includes(response.status)`
  if (
    member?.kind === 'member' &&
    call?.kind === 'call' &&
    call.arguments[0] &&
    holdsStatus(context, call.arguments[0].value)
  ) {
    return 'compared';
  }
  const outer = list.parent?.parent && language.expression(list.parent.parent);
  if (outer?.kind === 'call') {
    const subject = assertedSubject(outer);
    if (subject && holdsStatus(context, subject)) return 'asserted';
    if (outer.callee.kind === 'member' && outer.callee.property === 'expect' && code >= 100) return 'asserted';
  }
  return undefined;
}

/** The name of the variable, key or parameter that holds an object or list, through `new Set(…)` and `Object.freeze(…)`. */
function nameOfHolder(context: FileContext, node: SyntaxNode): string | undefined {
  const { language } = context;
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (language.isTransparent(parent)) continue;
    const view = language.expression(parent);
    if (view.kind === 'call' || view.kind === 'logical' || view.kind === 'choice') continue;
    if (view.kind === 'assignment') return lastName(view.target);
    const statement = language.statement(parent);
    if (statement.kind === 'definition')
      return statement.bindings.find(({ value }) => value?.node.contains(node))?.name;
    const entry = entryOf(context, parent, child);
    if (entry) return entry.key;
    const around = parent.parent && language.statement(parent.parent);
    if (around?.kind === 'definition') return around.bindings.find(({ value }) => value?.node.contains(node))?.name;
    const field = fieldName(context, parent);
    if (field) return field;
    if (statement.kind !== 'other' || view.kind !== 'other') return undefined;
  }
  return undefined;
}

function fieldName(context: FileContext, node: SyntaxNode): string | undefined {
  const around = context.language.classAround(node);
  return around?.fields.find(({ value }) => value && node.contains(value.node) && node.parent?.parent === around.node)
    ?.name;
}

function roleAsArgument(
  context: FileContext,
  call: Expression & { kind: 'call' },
  child: SyntaxNode,
  code: number,
): Role | undefined {
  if (!call.argumentsNode?.contains(child)) return undefined;
  const callee = call.callee;
  const name = lastName(callee);
  const subject = assertedSubject(call);
  if (subject) return holdsStatus(context, subject) || isStatusAssertion(call, child) ? 'asserted' : undefined;
  const keyword = call.arguments.find((argument) => argument.name && argument.value.node.contains(child))?.name;
  if (keyword) return isStatusName(keyword) ? 'named' : undefined;
  // `assert.equal(response.statusCode, 404)`
  const others = call.arguments.filter(({ value }) => !value.node.contains(child));
  if (
    /^(?:assert|equal|strictEqual|deepEqual|is|same|equals|notEqual|notStrictEqual)$/i.test(name) &&
    others.some(({ value }) => holdsStatus(context, value))
  ) {
    return 'asserted';
  }
  // `super('No such user', 404)` in an error class
  if (callee.kind === 'name' && name === 'super') {
    const base = context.language.classAround(call.node)?.base;
    return base && isErrorName(lastName(base)) && code >= 400 ? 'named' : undefined;
  }
  if (call.constructs)
    return isErrorName(name) && code >= 400
      ? 'sent'
      : /^(?:Set|Array)$/.test(name)
        ? roleInHolder(context, call.node)
        : undefined;
  if (isStatusName(bareFunctionName(name)) && !/^(?:get|is|has|on)/i.test(name)) {
    // many things have a method `status`
    const isMethod = callee.kind === 'member' && /^(?:set|with)?status$/i.test(name);
    return isMethod && !isResponseName(lastName(callee.object)) ? undefined : 'named';
  }
  if (isPassingName(name)) return undefined;
  return isResponderName(callee, name, call, child, code) ? 'sent' : undefined;
}

function roleInHolder(context: FileContext, node: SyntaxNode): Role | undefined {
  const holder = nameOfHolder(context, node);
  return holder && (isStatusListName(holder) || isStatusName(holder)) ? 'named' : undefined;
}

/** `x` of `expect(x).toBe(404)`, `expect(x).to.equal(404)`, `x.should.equal(404)`. */
function assertedSubject(call: Expression & { kind: 'call' }): Expression | undefined {
  let current: Expression = call.callee;
  for (let steps = 0; steps < 8; steps++) {
    if (current.kind === 'member') current = current.object;
    else if (current.kind === 'call') {
      if (current.callee.kind === 'name' && /^(?:expect|assert|assertThat|expectTypeOf)$/.test(current.callee.name)) {
        return current.arguments[0]?.value;
      }
      current = current.callee;
    } else return undefined;
  }
  return undefined;
}

/** `.toHaveProperty('status', 404)`, `.to.have.status(404)` */
function isStatusAssertion(call: Expression & { kind: 'call' }, child: SyntaxNode): boolean {
  const name = lastName(call.callee);
  if (isStatusName(name)) return true;
  const first = call.arguments[0]?.value;
  return (
    /property/i.test(name) &&
    first?.kind === 'string' &&
    isStatusName(first.value.split('.').at(-1) ?? '') &&
    !first.node.contains(child)
  );
}

function roleInStatement(context: FileContext, parent: SyntaxNode, child: SyntaxNode, code: number): Role | undefined {
  const { language } = context;
  const view = language.statement(parent);
  const outer = view.kind === 'other' && parent.parent ? language.statement(parent.parent) : view;
  if (outer.kind === 'definition') {
    const binding = outer.bindings.find(({ value }) => value?.node.contains(child));
    if (!binding) return undefined;
    return isStatusName(binding.name) || namesStatus(binding.name, code) ? 'named' : undefined;
  }
  if (outer.kind === 'exit' && outer.how === 'return') {
    const around = context.functionAround(parent);
    return isStatusName(bareFunctionName(around?.name ?? '')) || namesStatus(around?.name ?? '', code)
      ? 'named'
      : undefined;
  }
  // `case 404:`
  const branching = parent.parent?.parent && language.statement(parent.parent.parent);
  if (
    branching?.kind === 'switch' &&
    branching.subject &&
    branching.cases.some(({ values }) => values.some(({ node }) => node.contains(child)))
  ) {
    return holdsStatus(context, branching.subject) ? 'compared' : undefined;
  }
  const parameter = context
    .functionAround(parent)
    ?.parameters.find((candidate) => candidate.default?.node.contains(child));
  if (parameter) return isStatusName(parameter.name ?? '') ? 'named' : undefined;
  const field = language.classAround(parent)?.fields.find(({ value }) => value?.node.contains(child));
  if (field) return isStatusName(field.name) || namesStatus(field.name, code) ? 'named' : undefined;
  // enum members
  const name = parent.field('name')?.text;
  return name !== undefined && namesStatus(name, code) ? 'named' : undefined;
}

/** An expression that reads a status: `response.status`, `err.statusCode`, `error?.response?.status`, `getStatus()`. */
export function holdsStatus(context: FileContext, expression: Expression): boolean {
  switch (expression.kind) {
    case 'name': {
      if (isStatusName(expression.name)) return true;
      const value = context.scopes.value(expression.name, expression.node);
      return (
        value !== undefined &&
        value.path.length === 0 &&
        value.value.kind === 'member' &&
        holdsStatus(context, value.value)
      );
    }
    case 'member':
      if (isStatusName(expression.property)) return !isOtherThing(lastName(expression.object), expression.property);
      return (
        /^code$/.test(expression.property) &&
        /^(?:e|err|error|res|resp|response|reply|boom|result)$/i.test(lastName(expression.object))
      );
    case 'call':
      return isStatusName(bareFunctionName(lastName(expression.callee)));
    case 'logical':
      return holdsStatus(context, expression.left) || holdsStatus(context, expression.right);
    case 'operation':
      return expression.operands.some((operand) => holdsStatus(context, operand));
    default:
      return false;
  }
}

/** The last word of a dotted name. */
export function lastName(expression: Expression): string {
  if (expression.kind === 'member') return expression.property;
  if (expression.kind === 'name') return expression.name;
  if (expression.kind === 'call') return lastName(expression.callee);
  return '';
}

function bareFunctionName(name: string | undefined): string {
  return (name ?? '').replace(/^(?:get|set|with|to|http|resolve|map|fetch)(?=[A-Z_])/, '');
}

/** True when a name says what the code means: `NOT_FOUND` for 404, `HTTP_OK` for 200. */
function namesStatus(name: string, code: number): boolean {
  if (codeOfConstant(name) === code) return true;
  const words = wordsOf(name);
  const phrase = wordsOf(reasonPhrase(code) ?? '');
  if (phrase.length > 1 && phrase.every((word) => words.includes(word))) return true;
  return words.includes('http') && words.includes(String(code));
}

function isPhrase(text: string, code: number): boolean {
  return codeOfConstant(text) === code || namesStatus(text, code);
}

export { isCodeName };
