import type { Expression } from '../../languages/views.ts';
import type { FileAnalysis } from '../../responses/analysis.ts';
import type { Response } from '../../responses/model.ts';
import { wordsOf } from '../../responses/naming.ts';
import { wholeWord } from '../../syntax/literally.ts';
import { receiversOf, withReceivers } from './receivers.ts';
import { quoted, styleOf } from './style.ts';

/** The URL of what a request created, as an expression: `` `${req.originalUrl}/${user.id}` ``. */
export function createdUrl(file: FileAnalysis, response: Response): string | undefined {
  const request = requestUrl(response);
  const created = createdKey(file, response);
  const base = request ? { expression: request } : constantPart(response);
  if (base === undefined) return undefined;
  const { writing } = file.context.language;
  if (created) {
    const ending = request && endsInSlash(response) ? [{ expression: created }, { text: '/' }] : undefined;
    return writing.joined([base, ...(ending ?? [{ text: '/' }, { expression: created }])], styleOf(file).quote);
  }
  // without a name for it, the resource is the one the request went to (RFC 9110 §15.3.2)
  return 'text' in base ? quoted(file, base.text) : base.expression;
}

function endsInSlash({ handler, framework }: Response): boolean {
  return framework.idioms?.pathsEndInSlash === true && (handler?.route === undefined || handler.route.endsWith('/'));
}

function requestUrl(response: Response): string | undefined {
  const idiom = response.framework.idioms?.requestUrl;
  if (!idiom) return undefined;
  const text = withReceivers(idiom, receiversOf(response));
  return /\b[A-Z]{3,}\b/.test(text.replaceAll('URL', '')) ? undefined : text;
}

function constantPart(response: Response): { readonly text: string } | undefined {
  const route = response.handler?.route;
  return route && !/[:{[*<]/.test(route) ? { text: route.replace(/\/$/, '') } : undefined;
}

/** The identifier of what was created, read off the body that is sent or the call that creates. */
function createdKey(file: FileAnalysis, response: Response): string | undefined {
  const body = response.body.kind === 'present' ? response.body.expression : undefined;
  const fromBody = body && keyOf(file, response, body, 0);
  return fromBody ?? createdName(file, response);
}

function keyOf(file: FileAnalysis, response: Response, body: Expression, depth: number): string | undefined {
  if (depth > 2) return undefined;
  if (body.kind === 'name') {
    if (isScalar(file, body)) return undefined;
    return isDictionary(file, response, body.name)
      ? file.context.language.writing.entryOf?.(body.name, identifierOf(file, body.name), styleOf(file).quote)
      : memberOf(file, body.name);
  }
  if (body.kind === 'call' && /^(?:stringify|toJSON|toObject|serialize|json)$/.test(calleeName(body))) {
    const inner = body.arguments[0]?.value ?? (body.callee.kind === 'member' ? body.callee.object : undefined);
    return inner && keyOf(file, response, inner, depth + 1);
  }
  if (body.kind !== 'object') return undefined;
  const id = body.entries.find(
    ({ key, value }) => /^_?id$/i.test(key) && (value.kind === 'name' || value.kind === 'member'),
  );
  if (id) return id.value.node.text;
  for (const { key, value } of body.entries) {
    if (/message|msg|status|success|ok|token|code/i.test(key)) continue;
    const found =
      value.kind === 'name' || value.kind === 'object' ? keyOf(file, response, value, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

function isScalar(file: FileAnalysis, name: Expression): boolean {
  const value = file.context.resolve(name);
  return value.kind === 'string' || value.kind === 'number' || value.kind === 'boolean' || value.kind === 'list';
}

/** True where JSON is made of it as it is: an object of a class would have to be turned into a dictionary first. */
function isDictionary({ context }: FileAnalysis, { event, framework }: Response, name: string): boolean {
  if (!context.language.writing.entryOf) return false;
  const isAlone = event.pattern.isReturned || event.pattern.isDecorator;
  const takesObjects = isAlone && framework.idioms?.responseParameter !== undefined;
  return (
    !takesObjects && !new RegExp(`${wholeWord(name).source}\\.\\w+\\b(?!\\()`).test(event.function?.node.text ?? '')
  );
}

function memberOf(file: FileAnalysis, name: string): string {
  return `${name}.${identifierOf(file, name)}`;
}

/** `_id` where the file itself says so. */
function identifierOf({ context }: FileAnalysis, name: string): string {
  return (
    new RegExp(`${wholeWord(name).source}(?:\\.|\\[["'])(_id|Id|ID|pk)\\b`).exec(context.text)?.[1] ??
    context.language.writing.identifier
  );
}

function calleeName(call: Expression & { kind: 'call' }): string {
  if (call.callee.kind === 'member') return call.callee.property;
  return call.callee.kind === 'name' ? call.callee.name : '';
}

const creating = new Set([
  'create',
  'insert',
  'add',
  'save',
  'register',
  'new',
  'store',
  'enqueue',
  'start',
  'schedule',
  'submit',
  'queue',
  'dispatch',
]);

/** The variable that holds what a creating call in this handler gave back. */
function createdName(file: FileAnalysis, response: Response): string | undefined {
  const body = response.handler?.function.body;
  if (!body) return undefined;
  const before = file.context.text.slice(body.start, response.sentAt.start);
  const definitions = [
    ...before.matchAll(
      /(?:\b(?:const|let|var)\s+|^\s*)([A-Za-z_$][\w$]*)(?:\s*:[^=\n]+|\s*,\s*\w+)?\s*:?=\s*(?:await\s+)?([\w$.]+)\s*\(/gm,
    ),
  ];
  const found = definitions.findLast(([, , callee]) =>
    wordsOf(callee?.split('.').at(-1) ?? '').some((word) => creating.has(word)),
  );
  const name = found?.[1];
  return name && memberOf(file, name);
}
