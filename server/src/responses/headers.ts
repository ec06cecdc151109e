import type { CompiledPattern } from '../frameworks/compiled.ts';
import type { Bindings, Bound } from '../languages/patterns.ts';
import type { Expression } from '../languages/views.ts';
import { literally } from '../syntax/literally.ts';
import type { FileContext } from './code/context.ts';
import type { HeaderField, Headers, ResponseEvent } from './model.ts';

export const noHeaders: Headers = { fields: new Map(), complete: true };
export const unreadable: Headers = { fields: new Map(), complete: false };

/** Fields that have a hole of their own. */
export const headerHoles: ReadonlyMap<string, string> = new Map([
  ['ALLOW', 'Allow'],
  ['RETRY_AFTER', 'Retry-After'],
  ['CHALLENGE', 'WWW-Authenticate'],
]);

/** The header fields a match sets. */
export function readHeaders(context: FileContext, compiled: CompiledPattern, bindings: Bindings): Headers {
  let headers = noHeaders;
  const { headers: given = [] } = compiled.given;
  if (given === 'unknown') headers = unreadable;
  else for (const name of given) headers = joinHeaders(headers, oneField({ name, value: undefined, node: undefined }));
  for (const [hole, name] of headerHoles) {
    const bound = bindings.get(hole);
    if (bound?.kind === 'expression')
      headers = joinHeaders(headers, oneField({ name, value: bound.expression, node: bound.expression.node }));
    if (bound?.kind === 'unknown') headers = joinHeaders(headers, unreadable);
  }
  const url = bindings.get('URL');
  if (url?.kind === 'expression') {
    headers = joinHeaders(headers, oneField({ name: 'Location', value: url.expression, node: url.expression.node }));
  }
  const name = bindings.get('NAME');
  if (name?.kind === 'expression') headers = joinHeaders(headers, namedField(context, name.expression, bindings));
  // `set.headers.location = url`
  if (name?.kind === 'word') headers = joinHeaders(headers, wordField(name, bindings));
  const list = bindings.get('HEADERS');
  if (list?.kind === 'expression') headers = joinHeaders(headers, headerObject(context, list.expression));
  if (list?.kind === 'unknown' || name?.kind === 'unknown') headers = joinHeaders(headers, unreadable);
  return headers;
}

/** The fields of both; those of the later win. */
export function joinHeaders(earlier: Headers, later: Headers): Headers {
  if (earlier === noHeaders) return later;
  if (later === noHeaders) return earlier;
  return { fields: new Map([...earlier.fields, ...later.fields]), complete: earlier.complete && later.complete };
}

function oneField(field: HeaderField): Headers {
  return { fields: new Map([[field.name.toLowerCase(), field]]), complete: true };
}

function namedField(context: FileContext, expression: Expression, bindings: Bindings): Headers {
  const bound = bindings.get('VALUE');
  const value = bound?.kind === 'expression' ? bound.expression : undefined;
  const name = headerName(context, expression);
  return name ? oneField({ name, value, node: expression.node }) : unreadable;
}

function wordField({ word, expression }: Bound & { kind: 'word' }, bindings: Bindings): Headers {
  const bound = bindings.get('VALUE');
  const value = bound?.kind === 'expression' ? bound.expression : undefined;
  const node = expression.kind === 'member' ? expression.propertyNode : expression.node;
  return oneField({ name: word.replaceAll('_', '-'), value, node });
}

/** `'Location'`, or a constant that stands for it: `HEADERS.LOCATION`, `HTTP2_HEADER_LOCATION`. */
function headerName(context: FileContext, expression: Expression): string | undefined {
  const value = context.resolve(expression);
  if (value.kind === 'string' && value.interpolated.length === 0) return value.value;
  if (value.kind === 'member' || value.kind === 'name') {
    const word = value.kind === 'member' ? value.property : value.name;
    const bare = word.replace(/^HTTP2?_HEADER_/, '');
    if (/^[A-Z][A-Z_]+$/.test(bare)) return bare.toLowerCase().replaceAll('_', '-');
  }
  return undefined;
}

/** What several events set, in their order. */
export function joinAll(events: readonly ResponseEvent[]): Headers {
  let headers: Headers | undefined;
  for (const event of events) headers = headers ? joinHeaders(headers, event.headers) : event.headers;
  return headers ?? noHeaders;
}

/** The fields of an object, a list of pairs or `new Headers(…)`. */
export function headerObject(context: FileContext, expression: Expression): Headers {
  const value = context.resolve(expression);
  if (value.kind === 'nothing') return noHeaders;
  if (value.kind === 'call' && value.constructs && value.callee.kind === 'name' && value.callee.name === 'Headers') {
    const first = value.arguments[0];
    // `headers.set(…)` may follow
    return expression.kind === 'name' ? unreadable : first ? headerObject(context, first.value) : noHeaders;
  }
  if (value.kind === 'list') return headerPairs(context, value.elements);
  if (value.kind !== 'object') return unreadable;
  const fields = new Map<string, HeaderField>();
  let complete = value.complete && !isAssignedTo(context, expression);
  for (const entry of value.entries) {
    const name = entry.key.startsWith('[')
      ? entry.key
          .slice(1, -1)
          .replace(/^HTTP2?_HEADER_/, '')
          .replaceAll('_', '-')
      : entry.key;
    // HTTP/2's pseudo-header fields: `':status'`, `[HTTP2_HEADER_STATUS]`
    if (name.startsWith(':') || entry.key === '[HTTP2_HEADER_STATUS]') continue;
    fields.set(name.toLowerCase(), { name, value: entry.value, node: entry.node });
  }
  if (value.entries.length === 0 && !value.complete) complete = false;
  return { fields, complete };
}

/** An object that a name holds may get more fields: `headers.Location = url`. */
function isAssignedTo(context: FileContext, expression: Expression): boolean {
  if (expression.kind !== 'name') return false;
  return new RegExp(`(?<![.\\w$])${literally(expression.name)}\\s*(?:\\.|\\[)`).test(context.text);
}

function headerPairs(context: FileContext, elements: readonly Expression[]): Headers {
  let headers = noHeaders;
  for (const element of elements) {
    if (element.kind !== 'list') return unreadable;
    const name = element.elements[0];
    const text = name && headerName(context, name);
    headers = joinHeaders(
      headers,
      text ? oneField({ name: text, value: element.elements[1], node: element.node }) : unreadable,
    );
  }
  return headers;
}
