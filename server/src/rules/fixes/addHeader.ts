import type { CallView, Expression, ObjectView } from '../../languages/views.ts';
import type { FileAnalysis } from '../../responses/analysis.ts';
import { headerHoles } from '../../responses/headers.ts';
import { isRaised, type Response, type ResponseEvent } from '../../responses/model.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { insert, type TextEdit } from './fix.ts';
import { addArgument, addKeyword } from './keywords.ts';
import { receiversOf, withReceivers } from './receivers.ts';
import { responseParameter } from './responseParameter.ts';
import { statementBefore } from './statements.ts';
import { indentationOf, quoted, styleOf } from './style.ts';

/** A header field as it is to be written: `value` is an expression of the language. */
export interface NewHeader {
  readonly name: string;
  readonly value: string;
}

/**
 * Adds a header field the way the response at hand is written: in its headers object, as an argument, as a link of its
 * chain, or in a statement of its own. `undefined` where none of these is possible.
 */
export function addHeader(file: FileAnalysis, response: Response, header: NewHeader): readonly TextEdit[] | undefined {
  // an error of the project's own has the fields that its writer gives it
  if (response.isErrorWritten) return undefined;
  const events = [response.event, response.statusEvent].filter((event) => event !== undefined);
  for (const event of events) {
    const edits =
      inHeadersObject(file, event, header) ??
      asOwnArgument(event, header) ??
      inPatternPlace(file, event, header) ??
      inReturnedTuple(file, event, header);
    if (edits) return edits;
  }
  // what raises in a helper makes a response of its own: fields that were set before are lost
  const { learned, framework } = response.event;
  if (isRaised(response.event) && (learned || framework.errorsStartAnew)) return undefined;
  return asLink(file, response, header) ?? asStatement(file, response, header);
}

/** Some calls take a field's value by itself: `abort(405, valid_methods=['GET'])`, `abort(503, retry_after=120)`. */
function asOwnArgument(event: ResponseEvent, { name, value }: NewHeader): readonly TextEdit[] | undefined {
  const hole = [...headerHoles].find(([, field]) => field === name)?.[0];
  const [, quote, text] = /^(["'])(.*)\1$/.exec(value) ?? [];
  if (hole === undefined || quote === undefined || text === undefined) return undefined;
  const methods = text.split(', ').map((method) => `${quote}${method}${quote}`);
  const given = hole === 'ALLOW' ? `[${methods.join(', ')}]` : /^\d+$/.test(text) ? text : value;
  const edit = addKeyword(event, hole, given);
  return edit && [edit];
}

/** `return body, 405` becomes `return body, 405, {'Allow': 'GET'}` where the framework takes three. */
function inReturnedTuple(
  file: FileAnalysis,
  { pattern, expression, bindings, framework }: ResponseEvent,
  header: NewHeader,
): readonly TextEdit[] | undefined {
  const takesHeaders = framework.make?.includes('return BODY, CODE, HEADERS');
  const last = expression.kind === 'list' ? expression.elements.at(-1) : undefined;
  if (!pattern.isReturned || !takesHeaders || !last || !bindings.has('CODE') || bindings.has('HEADERS'))
    return undefined;
  return [insert(last.node.end, `, ${headersText(file, header)}`)];
}

function headersText(file: FileAnalysis, header: NewHeader): string {
  const entry = { key: header.name, quotedKey: quoted(file, header.name), value: header.value };
  return file.context.language.writing.object([entry]);
}

function inHeadersObject(file: FileAnalysis, event: ResponseEvent, header: NewHeader): readonly TextEdit[] | undefined {
  const bound = event.bindings.get('HEADERS');
  if (bound?.kind !== 'expression') return undefined;
  const object = file.context.resolve(bound.expression);
  return object.kind === 'object' ? [addEntry(file, object, keyText(file, header.name), header.value)] : undefined;
}

/** The pattern says where header fields would stand: `RES.writeHead(STATUS, HEADERS?)`, `new Response(BODY?, { headers: HEADERS? })`. */
function inPatternPlace(file: FileAnalysis, event: ResponseEvent, header: NewHeader): readonly TextEdit[] | undefined {
  if (event.bindings.has('HEADERS')) return undefined;
  const fields = headersText(file, header);
  const keyword = addKeyword(event, 'HEADERS', fields);
  if (keyword) return [keyword];
  return fillIn(file, event.pattern.expression, event.expression, fields);
}

function fillIn(
  file: FileAnalysis,
  pattern: Expression,
  found: Expression,
  fields: string,
): readonly TextEdit[] | undefined {
  if (pattern.kind === 'object' && found.kind === 'object') {
    const entry = pattern.entries.find(({ value }) => isHeadersHole(value));
    // as the pattern writes its keys: bare in JavaScript and in Go's structs
    const key = entry && (/^['"]/.test(entry.keyNode.text) ? quoted(file, entry.key) : entry.key);
    return key === undefined ? undefined : [addEntry(file, found, key, fields)];
  }
  if (pattern.kind === 'assignment' && found.kind === 'assignment')
    return fillIn(file, pattern.value, found.value, fields);
  if (pattern.kind !== 'call' || found.kind !== 'call') return undefined;
  const at = pattern.arguments.findIndex(({ value }) => isHeadersHole(value) || holdsHeadersHole(value));
  const expected = pattern.arguments[at]?.value;
  if (!expected) return undefined;
  const given = found.arguments[at];
  if (given) return fillIn(file, expected, given.value, fields);
  if (found.arguments.length !== at) return undefined;
  const text = expected.kind === 'object' ? `{ ${headersKey(expected)}: ${fields} }` : fields;
  return [addArgument(found, text)];
}

function isHeadersHole(expression: Expression): boolean {
  return expression.kind === 'name' && expression.name.startsWith('HEADERS');
}

function holdsHeadersHole(expression: Expression): expression is ObjectView {
  return expression.kind === 'object' && expression.entries.some(({ value }) => isHeadersHole(value));
}

function headersKey(pattern: ObjectView): string {
  return pattern.entries.find(({ value }) => isHeadersHole(value))?.key ?? 'headers';
}

function addEntry(file: FileAnalysis, object: ObjectView, key: string, value: string): TextEdit {
  const braces = object.braces ?? object.node;
  const last = braces.namedChildren.at(-1);
  if (!last) {
    const gap = object.braces ? '' : ' ';
    return { start: braces.start, end: braces.end, text: `{${gap}${key}: ${value}${gap}}` };
  }
  const severalLines = object.node.text.includes('\n');
  const separator = severalLines ? `,${styleOf(file).newline}${indentationOf(last)}` : ', ';
  return insert(last.end, `${separator}${key}: ${value}`);
}

function keyText(file: FileAnalysis, name: string): string {
  return /^[A-Za-z]+$/.test(name) && file.context.language.writing.hasBareKeys ? name : quoted(file, name);
}

/** `.location(url)` after the link that sets the status, or else before the one that sends. */
function asLink(file: FileAnalysis, response: Response, header: NewHeader): readonly TextEdit[] | undefined {
  const { idioms } = response.framework;
  if (!idioms?.chains) return undefined;
  const link = linkText(file, response, header);
  const { event } = response;
  const send = event.expression;
  const status = response.statusEvent;
  if (!link || send.kind !== 'call' || send.callee.kind !== 'member') return undefined;
  // `h.response(user).code(201)`: the links follow
  if (event.kind === 'make')
    return [insert(status?.node.start === send.node.start ? status.node.end : send.node.end, link)];
  if (event.kind !== 'send') return undefined;
  const isLink = status && status.node.start === send.node.start && send.node.contains(status.node);
  if (isLink && status.expression.kind === 'call') return [insert(status.node.end, separated(status.node, send, link))];
  // `res.status(503);` and then `res.json(…)` here, `res.render(…)` there: what the status owes goes with it
  if (status?.kind === 'set' && status.expression.kind === 'call' && isShared(file, status))
    return [insert(status.node.end, link)];
  return [insert(send.callee.object.node.end, link)];
}

/** True of a status that more than one response is sent with. */
function isShared({ responses }: FileAnalysis, status: ResponseEvent): boolean {
  return responses.filter(({ statusEvent }) => statusEvent?.node.start === status.node.start).length > 1;
}

/** A chain that goes over several lines gets its new link on a line of its own. */
function separated(link: SyntaxNode, send: CallView, text: string): string {
  const rest = link.tree.text.slice(
    link.end,
    send.callee.kind === 'member' ? send.callee.propertyNode.start : link.end,
  );
  const gap = /^\s*\r?\n\s*/.exec(rest)?.[0] ?? '';
  return `${gap}${text}`;
}

function linkText(file: FileAnalysis, response: Response, header: NewHeader): string | undefined {
  const idiom = idiomFor(response, header);
  return idiom?.startsWith('RES.') ? fill(idiom, 'RES', '', file, header) : undefined;
}

function idiomFor(response: Response, header: NewHeader): string | undefined {
  const { idioms } = response.framework;
  return header.name === 'Location' ? (idioms?.setLocation ?? idioms?.setHeader) : idioms?.setHeader;
}

function asStatement(file: FileAnalysis, response: Response, header: NewHeader): readonly TextEdit[] | undefined {
  const idiom = idiomFor(response, header);
  if (!idiom) return undefined;
  const parameter = responseParameter(file, response);
  const receivers = new Map([...(parameter ? [['RES', parameter.name] as const] : []), ...receiversOf(response)]);
  const missing = [...idiom.matchAll(/\b[A-Z]{3,}\b/g)].map(([hole]) => hole);
  if (missing.some((hole) => hole !== 'NAME' && hole !== 'VALUE' && !receivers.has(hole))) return undefined;
  const text = fill(withReceivers(idiom, receivers), '', '', file, header);
  const statement = statementBefore(file, parameter?.returned ?? (response.statusEvent ?? response.event).node, text);
  return statement && [...(parameter?.edits ?? []), ...statement];
}

function fill(idiom: string, hole: string, receiver: string, file: FileAnalysis, header: NewHeader): string {
  const text = hole ? idiom.replace(new RegExp(`^${hole}`), () => receiver) : idiom;
  return text.replace(/\bNAME\b/, () => quoted(file, header.name)).replace(/\bVALUE\b|\bURL\b/, () => header.value);
}
