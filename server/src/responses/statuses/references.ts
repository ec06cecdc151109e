import type { CallView, Expression, SwitchView } from '../../languages/views.ts';
import { codeOfConstant } from '../../status/constants.ts';
import { statusFacts } from '../../status/registry.ts';
import { literally } from '../../syntax/literally.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';
import { isCarrier, isErrorName, isPassingName, isResponder, isResponseName } from '../code/conventions.ts';
import {
  isCodeName,
  isPlainStatusName,
  isRound,
  isSelfEvident,
  isStatusListName,
  isStatusName,
  wordsOf,
} from '../code/naming.ts';
import {
  holdsStatus,
  isAmbiguous,
  isStatusFunctionName,
  lastName,
  nameHoldsStatus,
  namesStatus,
} from '../code/reading.ts';
import { entryOf, isNameOfStatuses, nameOfHolder, roleInEntry, roleInList } from '../code/tables.ts';
import type { Role } from '../model.ts';
import { takesStatus } from '../routes/ownParameters.ts';
import { expectsStatus, isAsserted, isAssertion } from './assertions.ts';
import { isStatusHolder } from './status.ts';

/** A number or name that the frameworks' patterns do not explain, and what its surroundings say of it. */
export interface Sighting {
  readonly code: number;
  readonly node: SyntaxNode;
  readonly role: Role;
}

/** Ends of ranges that no status has: `status <= 299`. */
const bounds: ReadonlySet<number> = new Set([199, 299, 399, 499, 599]);

/** What a three-digit number is, by what stands round it. Absent where nothing shows that it is a status code. */
export function sightNumber(context: FileContext, node: SyntaxNode, code: number): Sighting | undefined {
  const isRegistered = statusFacts(code) !== undefined;
  if (!isRegistered && !bounds.has(code)) return undefined;
  const role = roleInType(context, node, code) ?? roleOf(context, node, code);
  if (!isRegistered && role !== 'compared') return undefined;
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
    if (code === undefined || !statusFacts(code)) return undefined;
    // requests' `codes.not_found`
    if (!isConstantName(name) && lastName(parent.object) !== 'codes') return undefined;
    if (!isStatusHolder(context, parent.object, name) && !isSelfEvident(name)) return undefined;
    return { code, node, role: roleOf(context, parent.node, code) ?? 'named' };
  }
  const code = context.importedStatus(name);
  if (code === undefined || !isConstantName(name)) return undefined;
  if (context.imports.some((imported) => imported.node.contains(node))) return undefined;
  return { code, node, role: roleOf(context, node, code) ?? 'named' };
}

function roleInType(context: FileContext, node: SyntaxNode, code: number): Role | undefined {
  const name = context.language.typedName?.(node);
  return name !== undefined && nameHoldsStatus(name, code) ? 'declared' : undefined;
}

function isConstantName(name: string): boolean {
  return /^[A-Z][A-Z\d_]*$|^[A-Z][a-z][A-Za-z]*$/.test(name);
}

function roleOf(context: FileContext, node: SyntaxNode, code: number): Role | undefined {
  const { language } = context;
  let child = node;
  let otherwise: Role | undefined;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (language.isTransparent(parent)) continue;
    const view = language.expression(parent);
    switch (view.kind) {
      case 'string':
        continue;
      case 'choice':
        if (view.condition.node.contains(child)) return otherwise;
        // `assert response.status_code == 401 if locked else 200`: the comparison binds more tightly than was meant
        if (view.consequence.kind === 'comparison') return roleInComparison(context, view.consequence, child, code);
        continue;
      case 'logical':
        // `error.status || 500`
        if (holdsStatus(context, view.left) && view.right.node.contains(child)) otherwise = 'named';
        continue;
      case 'comparison':
        return roleInComparison(context, view, child, code) ?? otherwise;
      case 'assignment':
        return roleInAssignment(context, view, child, code) ?? roleOfField(context, parent, child, code) ?? otherwise;
      case 'index':
        return view.index.node.contains(child) && isStatusListName(lastName(view.object)) ? 'compared' : otherwise;
      case 'list':
        // `return 403, err` of a function that gives statuses back elsewhere
        if (view.isTuple && isReturnedWithStatuses(context, parent, child)) return 'named';
        return roleInList(context, parent, child, code);
      case 'call':
        return roleAsArgument(context, view, child, code) ?? otherwise;
      case 'function':
        return view.body === child && isStatusFunctionName(view.name) ? 'named' : otherwise;
      case 'object':
        return undefined;
      default:
        break;
    }
    const place = entryOf(context, parent, child);
    if (place) return roleInEntry(context, place, code) ?? otherwise;
    const call = callTaking(context, parent);
    if (call) return roleAsArgument(context, call, child, code) ?? otherwise;
    return roleInStatement(context, parent, child, code) ?? otherwise;
  }
  return otherwise;
}

function roleInComparison(
  context: FileContext,
  comparison: Expression & { kind: 'comparison' },
  child: SyntaxNode,
  code: number,
): Role | undefined {
  const { left, right, operator } = comparison;
  const other = left.node.contains(child) ? right : left;
  if (operator === 'in' || operator === 'not-in') return holdsStatus(context, left) ? 'compared' : undefined;
  if (holdsStatus(context, other, code)) return isAsserted(context, comparison.node) ? 'asserted' : 'compared';
  // `code === 404`, `body.code === 401`
  return /^code$/i.test(lastName(other)) && operator === 'equal' && !isRound(code) && code >= 400
    ? 'compared'
    : undefined;
}

function roleInAssignment(
  context: FileContext,
  { target, value }: Expression & { kind: 'assignment' },
  child: SyntaxNode,
  code: number,
): Role | undefined {
  if (!isWithin(child, value) || !holdsStatus(context, target, code)) return undefined;
  const holder = target.kind === 'member' ? lastName(target.object) : undefined;
  return isAmbiguous(lastName(target), holder, code) ? undefined : 'named';
}

/** The call whose arguments a node is, or is one of: a keyword argument stands between them and its value. */
function callTaking(context: FileContext, node: SyntaxNode): CallView | undefined {
  for (let around = node.parent, steps = 0; around && steps < 2; around = around.parent, steps++) {
    const view = context.language.expression(around);
    if (view.kind === 'call') return view.argumentsNode?.contains(node) ? view : undefined;
  }
  return undefined;
}

function roleAsArgument(context: FileContext, call: CallView, child: SyntaxNode, code: number): Role | undefined {
  if (!call.argumentsNode?.contains(child)) return undefined;
  const { callee } = call;
  const name = lastName(callee);
  const keyword = call.arguments.find((argument) => argument.name && argument.value.node.contains(child))?.name;
  if (isAssertion(call)) {
    return (keyword ? isStatusName(keyword) : expectsStatus(context, call, child, code)) ? 'asserted' : undefined;
  }
  // `response.status_code not in range(200, 300)`
  if (name === 'range' && callee.kind === 'name') return roleInRange(context, call);
  if (keyword && name === 'partial') return isGivenToSender(context, call, keyword) ? 'named' : undefined;
  if (keyword) {
    // the attribute of an element shows a status, it sends none
    const isElement = call.argumentsNode === call.node;
    if (!isElement && isErrorName(name) && isCodeName(keyword) && code >= 400) return 'sent';
    return isStatusName(keyword) && !isAmbiguous(keyword, name, code) ? 'named' : undefined;
  }
  // `z.literal(404)`, `z.number().default(500)`
  if (callee.kind === 'member' && /^(?:literal|default|const)$/i.test(name)) {
    return roleOf(context, call.node, code) && 'declared';
  }
  if (takesStatus(context, call, child, code)) return 'sent';
  // `getReasonPhrase(404)`
  if (/^(?:get)?_?(?:reason_?phrase|(?:http_?)?status_?(?:text|message|name|phrase))$/i.test(name)) return 'named';
  // `super('No such user', 404)`, `super().__init__('No such user', 404)` in an error class
  if (isCallOfBase(callee)) {
    const base = context.language.classAround(call.node)?.base;
    return base && isErrorName(lastName(base)) && code >= 400 ? 'named' : undefined;
  }
  // `return HXRedirectResponse(request, url, 303)`
  if (/^[A-Z]\w*Response$/.test(name) && statusFacts(code) && !isRound(code))
    return isWrittenOut(call, child) ? 'sent' : undefined;
  if (call.constructs) {
    if (/^(?:Set|Array)$/.test(name)) return roleInHolder(context, call.node);
    const others = call.arguments.map(({ value }) => value).filter((value) => !value.node.contains(child));
    return isCarrier(name, others, code) ? 'sent' : undefined;
  }
  if (isStatusFunctionName(name) && !/^(?:get|is|has|on)/i.test(name)) {
    // many things have a method `status`
    const isMethod = callee.kind === 'member' && /^(?:set|with)?status$/i.test(name);
    if (isMethod) return isResponseName(lastName(callee.object)) && code !== 100 && code !== 300 ? 'named' : undefined;
    return isPlainStatusName(name.replace(/^(?:set|with)/, '')) && isRound(code) ? undefined : 'named';
  }
  // `statusByError.get(error, 500)`, `result.get('statusCode', 200)`
  if (name === 'get' && callee.kind === 'member' && call.arguments.length === 2)
    return isStatusListName(lastName(callee.object)) || isKeyOfStatus(call, 0) ? 'named' : undefined;
  // `getattr(error, 'status_code', 500)`
  if (name === 'getattr' && callee.kind === 'name') return isKeyOfStatus(call, 1) ? 'named' : undefined;
  // `error.message.includes('404')`
  if (/^(?:includes|startsWith|endsWith|indexOf|match)$/.test(name) && callee.kind === 'member') {
    return holdsText(callee.object) ? 'compared' : undefined;
  }
  // `statusByName.set('missing', 404)`
  if (name === 'set' && callee.kind === 'member')
    return isNameOfStatuses(lastName(callee.object), code) ? 'named' : undefined;
  if (isPassingName(name)) return undefined;
  if (isListOfArguments(call, name) || isDocumentation(context, call, name)) return 'declared';
  return isResponder(call, name, child, code) ? 'sent' : undefined;
}

function roleInRange(context: FileContext, { node }: CallView): Role | undefined {
  const comparison = node.parent && context.language.expression(node.parent);
  if (comparison?.kind !== 'comparison' || !comparison.right.node.contains(node)) return undefined;
  if (!/^(?:not-)?in$/.test(comparison.operator) || !holdsStatus(context, comparison.left)) return undefined;
  return isAsserted(context, comparison.node) ? 'asserted' : 'compared';
}

/** `partial(answer_error, code=404)`, where what `def answer_error(request, error, code)` does with it is to send it. */
function isGivenToSender({ scopes }: FileContext, call: CallView, keyword: string): boolean {
  const sender = call.arguments[0]?.value;
  const [definition] = sender?.kind === 'name' ? scopes.definitions(sender.name, sender.node) : [];
  const text = definition?.kind === 'function' ? definition.function.node.text : '';
  return new RegExp(`\\bstatus(?:_code)?\\s*=\\s*${literally(keyword)}\\b`).test(text);
}

function isKeyOfStatus({ arguments: given }: CallView, index: number): boolean {
  const key = given[index]?.value;
  return key?.kind === 'string' && /^(?:http_?)?status_?code$/i.test(key.value);
}

function isCallOfBase(callee: Expression): boolean {
  if (callee.kind === 'name') return callee.name === 'super';
  return callee.kind === 'member' && callee.property === '__init__' && /^super\(/.test(callee.object.node.text);
}

/** True of a number that is an argument by itself. */
function isWrittenOut(call: CallView, child: SyntaxNode): boolean {
  return call.arguments.some(({ value }) => value.kind === 'number' && value.node.contains(child));
}

/** `...standardResponses(401, 403, 404)` */
function isListOfArguments(call: CallView, name: string): boolean {
  if (!wordsOf(name).some((word) => /^(?:responses|errors|statuses)$/.test(word))) return false;
  const codes = call.arguments.map(({ value }) => (value.kind === 'number' ? value.value : Number.NaN));
  return codes.every((code) => statusFacts(code)) && codes.some((code) => !isRound(code));
}

/** `@OpenApi(200, 404)`, `@ApiErrors(401, 403)`: a decorator whose name says no more than what it is for. */
function isDocumentation({ language }: FileContext, call: CallView, name: string): boolean {
  if (language.isDecorator?.(call.node) !== true || !wordsOf(name).every((word) => ofDocuments.test(word)))
    return false;
  return call.arguments.every(({ value }) => value.kind !== 'number' || statusFacts(value.value) !== undefined);
}

const ofDocuments =
  /^(?:api|open|swagger|docs?|document(?:ed|ation)?|http|returns|throws|(?:response|error|status|code|exception|answer)(?:s|es)?)$/;

function holdsText(expression: Expression): boolean {
  return /^(?:message|msg|error|err|e|toString|String|stderr|stack)$/i.test(lastName(expression));
}

function roleInHolder(context: FileContext, node: SyntaxNode): Role | undefined {
  const holder = nameOfHolder(context, node);
  return holder && (isStatusListName(holder) || isStatusName(holder)) ? 'named' : undefined;
}

function roleInStatement(context: FileContext, parent: SyntaxNode, child: SyntaxNode, code: number): Role | undefined {
  const { language } = context;
  const view = language.statement(parent);
  const outer = view.kind === 'other' && parent.parent ? language.statement(parent.parent) : view;
  if (outer.kind === 'definition') {
    const binding = outer.bindings.find(({ value }) => isWithin(child, value));
    return binding && nameHoldsStatus(binding.name, code) ? 'named' : undefined;
  }
  if (outer.kind === 'exit' && outer.how === 'return') {
    const name = context.functionAround(parent)?.name ?? '';
    if (isStatusFunctionName(name) || namesStatus(name, code)) return 'named';
    // `def deny_response(…): return 403`
    return !isRound(code) && code >= 400 && wordsOf(name).includes('response') ? 'named' : undefined;
  }
  // `case 404:`
  const branching = switchAround(context, parent);
  if (branching?.subject && branching.cases.some(({ values }) => values.some(({ node }) => node.contains(child)))) {
    return roleInSwitch(
      context,
      branching.subject,
      branching.cases.flatMap(({ values }) => values),
    );
  }
  const parameter = context.functionAround(parent)?.parameters.find((candidate) => isWithin(child, candidate.default));
  if (parameter) return roleOfParameter(context, parameter.name ?? '', parent, code);
  // `({ body, status = 200 }) => …`
  const left = parent.field('left');
  if (left && parent.field('right')?.contains(child)) return nameHoldsStatus(left.text, code) ? 'named' : undefined;
  const role = roleOfField(context, parent, child, code);
  if (role) return role;
  // enum members
  const name = parent.field('name')?.text;
  return name !== undefined && namesStatus(name, code) ? 'named' : undefined;
}

/** A cast stands round the value itself: `404 as const`. */
function isWithin(child: SyntaxNode, value: Expression | undefined): boolean {
  return value !== undefined && (value.node.contains(child) || child.contains(value.node));
}

/** `code = 404` in a class of errors. */
function roleOfField(context: FileContext, at: SyntaxNode, child: SyntaxNode, code: number): Role | undefined {
  const around = context.language.classAround(at);
  const field = around?.fields.find(({ value }) => isWithin(child, value));
  if (!field) return undefined;
  const ofError = isErrorName(around?.name ?? '') || isErrorName(around?.base ? lastName(around.base) : '');
  // `class StatusCodes(Enum): SUCCESS = 200`
  const ofStatuses =
    around?.name !== undefined && !isPlainStatusName(around.name) && isNameOfStatuses(around.name, code);
  return (isCodeName(field.name) && ofError) || ofStatuses || nameHoldsStatus(field.name, code) ? 'named' : undefined;
}

/** The switch of which a node is a value, some levels above it. */
function switchAround({ language }: FileContext, node: SyntaxNode): SwitchView | undefined {
  for (let around = node.parent, steps = 0; around && steps < 4; around = around.parent, steps++) {
    const view = language.statement(around);
    if (view.kind === 'switch') return view;
    if (view.kind !== 'other' && view.kind !== 'block') return undefined;
  }
  return undefined;
}

function roleInSwitch(context: FileContext, subject: Expression, values: readonly Expression[]): Role | undefined {
  if (holdsStatus(context, subject)) return 'compared';
  // `switch (code)` over 401 and 403, not over 1, 2 and 300
  const numbers = values.map((value) => (value.kind === 'number' ? value.value : Number.NaN));
  const areStatuses = numbers.every((number) => statusFacts(number)) && !numbers.every(isRound);
  return /code$/i.test(lastName(subject)) && areStatuses ? 'compared' : undefined;
}

/** `constructor(message, code = 400)` of an error class. */
function roleOfParameter(context: FileContext, name: string, at: SyntaxNode, code: number): Role | undefined {
  if (nameHoldsStatus(name, code)) return 'named';
  const around = context.language.classAround(at);
  const ofError = isErrorName(around?.name ?? '') || isErrorName(around?.base ? lastName(around.base) : '');
  return ofError && isCodeName(name) ? 'named' : undefined;
}

/** True of the first of several values, where another `return` of the function has a status constant in its place. */
function isReturnedWithStatuses(context: FileContext, tuple: SyntaxNode, value: SyntaxNode): boolean {
  const { language } = context;
  if (!language.errorsAreValues || tuple.start !== value.start || !tuple.parent) return false;
  if (language.statement(tuple.parent).kind !== 'exit') return false;
  return /\breturn\s+\w+\.Status[A-Z]\w*\s*,/.test(context.functionAround(tuple)?.node.text ?? '');
}
