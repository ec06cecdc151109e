import type { CallView, Entry, Expression, ObjectView } from '../../languages/views.ts';
import { codeOfConstant } from '../../status/constants.ts';
import { statusFacts } from '../../status/registry.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { Role } from '../model.ts';
import { expectsStatus, isAsserted, isAssertion } from '../statuses/assertions.ts';
import { rootName } from './callees.ts';
import type { FileContext } from './context.ts';
import {
  answersByName,
  isAnswerKey,
  isErrorOrResponseName,
  isMessageKey,
  isRecordKey,
  isResponseName,
  isStorageName,
} from './conventions.ts';
import { isGivenBack } from './escape.ts';
import {
  isCodeName,
  isOtherThing,
  isPlainStatusName,
  isRound,
  isStatusListName,
  isStatusName,
  mayBeStatusName,
  wordsOf,
} from './naming.ts';
import { holdsStatus, lastName, namesStatus } from './reading.ts';

/** Where in an object a number stands. */
export interface EntryPlace {
  readonly entry: Entry;
  readonly isKey: boolean;
  readonly object: ObjectView;
}

export function entryOf(context: FileContext, pair: SyntaxNode, child: SyntaxNode): EntryPlace | undefined {
  const object = pair.parent && context.language.expression(pair.parent);
  if (object?.kind !== 'object') return undefined;
  const entry = object.entries.find((candidate) => candidate.node === pair);
  return entry && { entry, isKey: entry.keyNode.contains(child), object };
}

export function roleInEntry(context: FileContext, place: EntryPlace, code: number): Role | undefined {
  const { entry, object } = place;
  const { key } = entry;
  if (place.isKey) return isKeyedByStatus(context, place, code) ? 'declared' : undefined;
  if (isStatusName(key) || (!isRound(code) && mayBeStatusName(key))) {
    if (isPlainStatusName(key) && !isAnswer(context, object, key, code)) return undefined;
    const call = callGiven(context, object.node);
    if (call && answersByName(call)) return 'sent';
    return isAnswerGivenBack(context, object, key) ? 'sent' : 'named';
  }
  if (namesStatus(key, code) || isTableOfNames(object)) return 'named';
  if (/^code$/i.test(key)) return isCoded(context, object, code) ? 'named' : undefined;
  const holder = nameOfHolder(context, object.node);
  // a table of statuses by something else: `{ ValidationError: 400, CastError: 400 }`
  if (holder && isNameOfStatuses(holder, code)) return 'named';
  return /(?:Error|Exception)$/.test(key) && code >= 400 ? 'named' : undefined;
}

/** `statusByError`, `httpCodes`, `ERROR_TO_STATUS`; of round numbers not `controllerStatus`. */
export function isNameOfStatuses(holder: string, code: number): boolean {
  if (isOtherHolder(holder)) return false;
  const words = wordsOf(holder);
  if (isStatusListName(holder) && words.length === 1) return true;
  if (isStatusName(holder) || /http_?codes?/i.test(holder)) return true;
  if (!words.some((word) => /^status(?:es|codes?)?$/.test(word))) return false;
  return (
    !isRound(code) || words.some((word) => /^(?:http|error|errors|exception|by|for|of|from|to|map|codes?)$/.test(word))
  );
}

function isOtherHolder(holder: string): boolean {
  return wordsOf(holder).some((word) => isOtherThing(word, 'status'));
}

/** What an object with a `status` is: an answer, an error, or the record of a thing that has a state. */
function isAnswer(context: FileContext, object: ObjectView, key: string, code: number): boolean {
  const holder = nameOfHolder(context, object.node) ?? '';
  const others = object.entries.filter((entry) => entry.key !== key);
  if (isOtherThing(holder, key) && !others.some((entry) => isMessageKey(entry.key))) return false;
  const call = callGiven(context, object.node);
  if ((call && isStorageName(lastName(call.callee))) || isRecordKey(holder)) return !isRound(code);
  if (!isRound(code)) return true;
  if (others.some((entry) => isAnswerKey(entry.key))) return true;
  if (code === 100 || code === 300) return false;
  if (call && (answersByName(call) || sendsBody(call))) return true;
  if (others.length > 0 && object.complete) return code === 200 && isGivenBack(context, object);
  return call !== undefined || isErrorOrResponseName(holder) || isGivenBack(context, object);
}

/** `res.json({ status: 200, books })`, `res.status(200).send({ status: 200, books })` */
function sendsBody({ callee }: CallView): boolean {
  return (
    callee.kind === 'member' && /^(?:json|jsonp|send)$/.test(callee.property) && isResponseName(rootName(callee.object))
  );
}

/** `throw { status: 404, message }`, `return { statusCode: 404, body }` */
function isAnswerGivenBack(context: FileContext, object: ObjectView, key: string): boolean {
  return object.entries.some((entry) => entry.key !== key && isAnswerKey(entry.key)) && isGivenBack(context, object);
}

/** `{ code: 404, message: 'No such user' }` */
function isCoded(context: FileContext, object: ObjectView, code: number): boolean {
  if (isOtherThing(nameOfHolder(context, object.node) ?? '', 'code')) return false;
  return object.entries.some(
    ({ key }) =>
      /^(?:message|error|errors|msg|success|reason|detail|details|status|statusText)$/i.test(key) ||
      (!isRound(code) && /^(?:data|result)$/i.test(key)),
  );
}

/** The call that takes an object as an argument. */
function callGiven(context: FileContext, node: SyntaxNode): (Expression & { kind: 'call' }) | undefined {
  for (let parent = node.parent, steps = 0; parent && steps < 3; parent = parent.parent, steps++) {
    const view = context.language.expression(parent);
    if (view.kind === 'call') return view;
    if (view.kind !== 'other' && !context.language.isTransparent(parent)) return undefined;
  }
  return undefined;
}

/** A table that names statuses: `{ NOT_FOUND: 404, OUT_OF_STOCK: 409 }`. */
function isTableOfNames({ entries }: ObjectView): boolean {
  const numbers = entries.flatMap(({ key, value }) => (value.kind === 'number' ? [{ key, value: value.value }] : []));
  return numbers.length === entries.length && numbers.some(({ key, value }) => namesStatus(key, value));
}

const statusTable =
  /^(?:response|responses|status|statuses|status_?codes?|http_?status.*|errors?_?by_?status|.*status_?(?:messages?|texts?|codes?|map|pages?|titles?|labels?|colou?rs?|handlers?))$/i;

/** `responses: { 404: … }`, `{ 404: 'Not Found' }`, `const messages = { 401: 'Sign in', 404: 'No such page' }` */
function isKeyedByStatus(context: FileContext, { entry, object }: EntryPlace, code: number): boolean {
  const { value } = entry;
  if (value.kind === 'string' && (codeOfConstant(value.value) === code || namesStatus(value.value, code))) return true;
  const holder = nameOfHolder(context, object.node);
  if (holder !== undefined && statusTable.test(holder)) return !isOtherHolder(holder.replace(/status.*$/i, ''));
  return (
    holder !== undefined && /error|message|http|handler|response|status/i.test(holder) && isTableOfStatuses(object)
  );
}

/** Every key a registered code, and not only round numbers: palettes and font weights have no 404. */
function isTableOfStatuses({ entries }: ObjectView): boolean {
  const keys = entries.map(({ key }) => Number(key));
  return keys.length > 1 && keys.every((key) => statusFacts(key)) && keys.some((key) => !isRound(key));
}

export function roleInList(context: FileContext, list: SyntaxNode, child: SyntaxNode, code: number): Role | undefined {
  const { language } = context;
  // `status in (200, 204)`
  const comparison = list.parent && language.expression(list.parent);
  if (comparison?.kind === 'comparison' && list.parent) {
    if (!holdsStatus(context, comparison.left)) return undefined;
    return isAsserted(context, list.parent) ? 'asserted' : 'compared';
  }
  // `for code in {401, 403, 404}: app.register_error_handler(code, show)`
  if (isLoopedOver(context, list)) return 'named';
  if (!context.isTest && isAnswerToHandOn(context, list, code)) return 'named';
  const holder = nameOfHolder(context, list);
  if (holder && (isStatusListName(holder) || isStatusName(holder))) {
    return isPlainStatusName(holder) && isRound(code) && isListOfMeasures(context, list) ? undefined : 'named';
  }
  const member = list.parent && language.expression(list.parent);
  const call = list.parent?.parent && language.expression(list.parent.parent);
  // `[200, 201].includes(response.status)`
  if (member?.kind === 'member' && call?.kind === 'call') {
    const [first] = call.arguments;
    if (first && holdsStatus(context, first.value)) return 'compared';
    // `[401, 403].includes(code)`
    return first && /code$/i.test(lastName(first.value)) && !isListOfRound(context, list) ? 'compared' : undefined;
  }
  if (call?.kind === 'call' && isAssertion(call) && expectsStatus(context, call, list, code)) return 'asserted';
  // `expect([200, 201]).toContain(response.status)`
  const outer = call?.kind === 'call' && list.parent?.parent?.parent?.parent;
  const assertion = outer && language.expression(outer);
  if (assertion && assertion.kind === 'call' && isAssertion(assertion)) {
    return assertion.arguments.some(({ value }) => holdsStatus(context, value)) ? 'asserted' : undefined;
  }
  // `test.each([401, 403])('…', async (status) => …)`
  if (context.isTest && call?.kind === 'call' && lastName(call.callee) === 'each' && isListOfStatuses(context, list))
    return 'asserted';
  if (context.isTest && isParameter(context, list, child)) return 'asserted';
  // nock's `.reply(() => [404, 'No such book'])`
  if (context.isTest && isFirst(context, list, code) && isAnswerOfMock(context, list)) return 'asserted';
  return holder && /retry|retri|http|error|fail|transient|ignore/i.test(holder) && isListOfStatuses(context, list)
    ? 'named'
    : undefined;
}

function isLoopedOver(context: FileContext, list: SyntaxNode): boolean {
  const loop = list.parent && context.language.statement(list.parent);
  const binding = loop?.kind === 'loop' ? loop.binding : undefined;
  return binding?.value?.node === list && isCodeName(binding.name) && isListOfStatuses(context, list);
}

/**
 * `return None, ('There is no such book.', 404)`, `return {'error': text}, '/books', 404`, for the caller to give back: what
 * speaks, and its code at the end; an object may stand behind its code as well, `{BookMissing: (404, {'error': text})}`.
 */
function isAnswerToHandOn(context: FileContext, list: SyntaxNode, code: number): boolean {
  const view = context.language.expression(list);
  if (view.kind !== 'list' || !view.isTuple || view.elements.length > longestAnswer || code < 400) return false;
  if (!statusFacts(code) || (isRound(code) && !context.importsServer)) return false;
  const isCode = (element: Expression | undefined) => element?.kind === 'number' && element.value === code;
  const [first, second] = view.elements;
  if (isCode(first) && second?.kind === 'object' && speaks(second)) return true;
  return isCode(view.elements.at(-1)) && view.elements.slice(0, -1).some(speaks);
}

const longestAnswer = 4;

function speaks(said: Expression): boolean {
  if (said.kind === 'string') return /\S\s+\S/.test(said.value);
  return said.kind === 'object' && said.entries.some(({ key }) => /^(?:error|message|detail)$/.test(key ?? ''));
}

/** `@pytest.mark.parametrize('text, expected_status', [('Emma', 200), ('', 400)])` */
function isParameter(context: FileContext, list: SyntaxNode, child: SyntaxNode): boolean {
  const { language } = context;
  const row = language.expression(list);
  const rows = list.parent && language.expression(list.parent);
  const isRow = rows?.kind === 'list';
  const call = callGiven(context, isRow ? rows.node : list);
  if (row.kind !== 'list' || !call || lastName(call.callee) !== 'parametrize') return false;
  const names = namesIn(call.arguments[0]?.value);
  if (!isRow) return names.length === 1 && names.every(mayBeStatusName);
  return row.elements.some(({ node }, at) => node.contains(child) && mayBeStatusName(names[at] ?? ''));
}

/** `'text, expected_status'`, `('text', 'expected_status')` */
function namesIn(given: Expression | undefined): readonly string[] {
  if (given?.kind === 'string') return given.value.split(',').map((name) => name.trim());
  if (given?.kind !== 'list') return [];
  return given.elements.map((element) => (element.kind === 'string' ? element.value : ''));
}

function isFirst(context: FileContext, list: SyntaxNode, code: number): boolean {
  const view = context.language.expression(list);
  const first = view.kind === 'list' ? view.elements[0] : undefined;
  return first?.kind === 'number' && first.value === code;
}

/** True of what a function gives back that is given to a call named `reply`. */
function isAnswerOfMock(context: FileContext, list: SyntaxNode): boolean {
  const { language } = context;
  const around = context.functionAround(list);
  const exit = list.parent && language.statement(list.parent);
  const isResult = exit?.kind === 'exit' || around?.body === list;
  const call = isResult && around ? callGiven(context, around.node) : undefined;
  return call !== undefined && /^(?:reply|replyOnce|respond|respondWith)$/.test(lastName(call.callee));
}

function numbersIn(context: FileContext, list: SyntaxNode): readonly number[] | undefined {
  const view = context.language.expression(list);
  if (view.kind !== 'list') return undefined;
  return view.elements.map((element) =>
    element.kind === 'number' || element.kind === 'string' ? Number(element.value) : Number.NaN,
  );
}

/** Round numbers only, and other than those that caches allow: `statuses: [0, 200]`. */
function isListOfMeasures(context: FileContext, list: SyntaxNode): boolean {
  return numbersIn(context, list)?.every((number) => isRound(number) && number !== 0 && number !== 200) ?? false;
}

function isListOfRound(context: FileContext, list: SyntaxNode): boolean {
  return numbersIn(context, list)?.every(isRound) ?? false;
}

function isListOfStatuses(context: FileContext, list: SyntaxNode): boolean {
  const numbers = numbersIn(context, list) ?? [];
  return numbers.length > 1 && numbers.every((number) => statusFacts(number)) && !numbers.every(isRound);
}

const wrapping =
  /^(?:freeze|seal|Set|Map|WeakMap|Array|assign|fromEntries|from|of|object|enum|frozenset|set|dict|list|tuple|MappingProxyType)$/;

/** The name of the variable, key or parameter that holds an object or list, through `new Set(…)` and `Object.freeze(…)`. */
export function nameOfHolder(context: FileContext, node: SyntaxNode): string | undefined {
  const { language } = context;
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (language.isTransparent(parent)) continue;
    const view = language.expression(parent);
    if (view.kind === 'call') {
      const keyword = view.arguments.find(({ name, value }) => name !== undefined && value.node.contains(node));
      if (keyword) return keyword.name;
      // what another call is given is not what its result holds
      if (!wrapping.test(lastName(view.callee))) return undefined;
      continue;
    }
    if (view.kind === 'logical' || view.kind === 'choice') continue;
    if (view.kind === 'assignment') return lastName(view.target);
    const statement = language.statement(parent);
    if (statement.kind === 'definition')
      return statement.bindings.find(({ value }) => value?.node.contains(node))?.name;
    // `for (const status of [301, 302])`
    if (statement.kind === 'loop')
      return statement.binding?.value?.node.contains(node) ? statement.binding.name : undefined;
    const place = entryOf(context, parent, child);
    if (place) return place.entry.key;
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
