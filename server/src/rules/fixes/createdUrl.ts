import type { Expression, MemberView, NameView } from '../../languages/views.ts';
import type { FileAnalysis } from '../../responses/analysis.ts';
import { calleeName } from '../../responses/code/callees.ts';
import { isPlural, wordsOf } from '../../responses/code/naming.ts';
import type { Response } from '../../responses/model.ts';
import { isErrorName } from '../../responses/reasons/errorValues.ts';
import { wholeWord } from '../../syntax/literally.ts';
import { receiversOf, withReceivers } from './receivers.ts';
import { quoted, styleOf } from './style.ts';

/** The URL of what a request created, as an expression: `` `${req.originalUrl}/${user.id}` ``. */
export function createdUrl(file: FileAnalysis, response: Response): string | undefined {
  const said = saidUrl(response);
  if (said !== undefined) return said;
  const created = createdKey(file, response);
  if (created) return urlBelow(file, response, created);
  // without a name for it, the resource is the one the request went to (RFC 9110 §15.3.2), unless that is a collection
  const base = goesToCollection(response) ? undefined : baseOf(response);
  if (base === undefined) return undefined;
  return 'text' in base ? quoted(file, base.text) : base.expression;
}

/** The URL below the one the request went to that ends in an identifier. */
export function urlBelow(file: FileAnalysis, response: Response, identifier: string): string | undefined {
  const base = baseOf(response);
  if (base === undefined) return undefined;
  const ending =
    'expression' in base && endsInSlash(response)
      ? [{ expression: identifier }, { text: '/' }]
      : [{ text: '/' }, { expression: identifier }];
  return file.context.language.writing.joined([base, ...ending], styleOf(file).quote);
}

function baseOf(response: Response): { readonly expression: string } | { readonly text: string } | undefined {
  const request = requestUrl(response);
  return request ? { expression: request } : constantPart(response);
}

/** `POST /shelves`: a path that ends in no parameter names what takes things, or what is done. */
function goesToCollection({ handler }: Response): boolean {
  const { route, methods = [] } = handler ?? {};
  // `create` of a set of views, whose route another file knows
  if (route === undefined) return handler?.function.isMethod === true && handler.function.name === 'create';
  return methods.includes('POST') && !/[:{<[*][^/]*\/?$/.test(route);
}

/** `{'url': url}`: the body says it already. */
export function saidUrl({ body }: Response): string | undefined {
  if (body.kind !== 'present' || body.expression?.kind !== 'object') return undefined;
  const entry = body.expression.entries.find(({ key }) =>
    /^(?:url|href|location|redirect(?:_?(?:url|uri|to))?)$/i.test(key ?? ''),
  );
  return entry && isPlain(entry.value) ? entry.value.node.text : undefined;
}

function isPlain(value: Expression): value is NameView | MemberView {
  return value.kind === 'name' || value.kind === 'member';
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
    const made = file.context.scopes.value(body.name, body.node)?.value;
    const maker = made?.kind === 'call' ? calleeName(made) : '';
    // `const saved = { done: true }` has no identifier but one that is written there, or put in later
    if (made?.kind === 'object' && identifierTaken(file.context.text, body.name) === undefined)
      return keyOf(file, response, made, depth + 1);
    return isScalar(file, body) || isGiven(made) || !hasIdentifier(file, body.name, maker)
      ? undefined
      : keyOfNamed(file, body.name, isDictionary(file, response, body.name));
  }
  // `str(shelf.uuid)` is all there is to say
  const whole = identifierIn(file, body);
  if (whole && /(?:^|[.['"])(?:_?id|uuid|pk)(?:['"]\])?$/i.test(whole)) return whole;
  if (body.kind === 'call' && /^(?:stringify|toJSON|toObject|serialize|json|jsonify|dumps)$/.test(calleeName(body))) {
    const inner = body.arguments[0]?.value ?? (body.callee.kind === 'member' ? body.callee.object : undefined);
    return inner && keyOf(file, response, inner, depth + 1);
  }
  if (body.kind !== 'object') return undefined;
  const id = body.entries.find(({ key }) => /^_?(?:id|uuid)$/i.test(key));
  if (id) return identifierIn(file, id.value);
  const own = body.entries.find(({ value }) => isIdentifierOfMade(file, value));
  if (own) return own.value.node.text;
  for (const { key, value } of body.entries) {
    // `parent_id` is that of something else
    if (/message|msg|status|success|ok|token|code|_id$|[a-z]I[dD]$/i.test(key)) continue;
    const found =
      value.kind === 'name' || value.kind === 'object' ? keyOf(file, response, value, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** `book.id`, `book['id']`, and either in `str(…)`, which is text in a URL anyway. */
function identifierIn(file: FileAnalysis, value: Expression): string | undefined {
  if (value.kind === 'call' && /^(?:str|String)$/.test(calleeName(value)) && value.arguments[0])
    return identifierIn(file, value.arguments[0].value);
  if (!isPlain(value)) return undefined;
  const isEntry = value.kind === 'member' && value.node.text.endsWith(']');
  const { entryOf } = file.context.language.writing;
  // quotes inside quotes
  return isEntry && entryOf ? entryOf(value.object.node.text, value.property, styleOf(file).quote) : value.node.text;
}

/** `{ recordId: record.id }`, where `record = await records.create(…)`, and `{ recordId }`, where that gives it. */
function isIdentifierOfMade({ context }: FileAnalysis, value: Expression): boolean {
  const isMember = value.kind === 'member' && /^_?id$/i.test(value.property);
  const holder = isMember ? value.object : value;
  if (holder.kind !== 'name' || (!isMember && wordsOf(holder.name).at(-1) !== 'id')) return false;
  const made = context.scopes.value(holder.name, holder.node)?.value;
  return made?.kind === 'call' && isCreating(calleeName(made));
}

/**
 * False of a name for what has no identifier of its own: `clientId`, `authorizationUri`, `roleIds`, `_`, `addCommand`; unless the
 * file takes one.
 */
function hasIdentifier({ context }: FileAnalysis, name: string, maker: string): boolean {
  if (identifierTaken(context.text, name) !== undefined) return true;
  if (wordsOf(maker).some((word) => creating.has(word)) && !isCreating(maker)) return false;
  // `const response = await checked({ execute: … })`: what that holds, its name does not say
  if (/^(?:res|resp|response|result|ret|output|data)$/i.test(name) && maker !== '' && !isCreating(maker)) return false;
  const last = wordsOf(name).at(-1) ?? '';
  return last !== '' && !withoutIdentifier.test(last) && !isPlural(last);
}

const withoutIdentifier =
  /^(?:id|uuid|uri|url|href|link|path|html|text|token|secret|key|hash|code|slug|name|email|count|message|validator|form|cmd|command|input|payload|errors?)$/;

/** `const { phone } = req.body`: what the request gives was not created. */
function isGiven(value: Expression | undefined): boolean {
  return value !== undefined && /^(?:req|request|event|ctx|c)(?:\.\w+)*\.(?:body|params|query)$/.test(value.node.text);
}

function isScalar(file: FileAnalysis, name: Expression): boolean {
  const value = file.context.resolve(name);
  return value.kind === 'string' || value.kind === 'number' || value.kind === 'boolean' || value.kind === 'list';
}

/** True where JSON is made of it as it is: an object of a class would have to be turned into a dictionary first. */
function isDictionary({ context }: FileAnalysis, response: Response, name: string): boolean {
  const { event, framework } = response;
  if (!context.language.writing.entryOf) return false;
  const isAlone = event.pattern.isReturned || event.pattern.isDecorator;
  const takesObjects = isAlone && framework.idioms?.responseParameter !== undefined;
  const text = event.function?.node.text ?? '';
  // `audit('book.create')` speaks of no member
  const member = new RegExp(`(?<!["'])${wholeWord(name).source}\\.\\w+\\b(?!\\()`);
  return !takesObjects && (hasEntries(response, name) || !member.test(text));
}

function hasEntries({ event }: Response, name: string): boolean {
  return new RegExp(`${wholeWord(name).source}\\[["']`).test(event.function?.node.text ?? '');
}

function keyOfNamed(file: FileAnalysis, name: string, isDictionary: boolean): string {
  const identifier = identifierOf(file, name);
  const { entryOf } = file.context.language.writing;
  return entryOf && isDictionary ? entryOf(name, identifier, styleOf(file).quote) : `${name}.${identifier}`;
}

/** `_id` where the file itself says so. */
function identifierOf({ context }: FileAnalysis, name: string): string {
  return identifierTaken(context.text, name, /_id|Id|ID|pk/) ?? context.language.writing.identifier;
}

/** Of a task, `id`, `task_id` and `taskId`, whichever the file takes. */
function identifierTaken(text: string, name: string, identifiers = /_?id|Id|ID|pk/): string | undefined {
  const kinds = wordsOf(name).flatMap((word) => [`${word}_id`, `${word}Id`]);
  const known = [identifiers.source, ...kinds].join('|');
  return new RegExp(`${wholeWord(name).source}(?:\\.|\\[["'])(${known})\\b`).exec(text)?.[1];
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
  const made = definitions.flatMap(([, name = '', callee = '']) => {
    const maker = callee.split('.').at(-1) ?? '';
    // `err = shelves.CreateBook(&book)`
    if (isErrorName(name)) return [];
    const isMade = isCreating(maker);
    const isSaved = isMade || new RegExp(`${wholeWord(name).source}\\.save\\(`).test(before);
    return isSaved && hasIdentifier(file, name, maker) ? [name] : [];
  });
  // of a note and an entry in its history that are both created, the one that is shown: `Response(serialized_note.data)`
  const text = response.body.kind === 'present' ? (response.body.node?.text ?? '') : '';
  const shown = new Set(wordsOf(text));
  const name = made.findLast((each) => wordsOf(each).every((word) => shown.has(word))) ?? made.at(-1);
  if (!name || isWrapper(name, text)) return undefined;
  // what Django REST framework makes of an object: `serializer.data`
  const isSerializer = /serializer$/i.test(name) && text.includes(`${name}.data`);
  return isSerializer ? keyOfNamed(file, `${name}.data`, true) : keyOfNamed(file, name, hasEntries(response, name));
}

/** `createNote(…)`, but not `add_items(…)`, which makes many or none, nor `createLoginUrl(…)`. */
export function isCreating(callee: string): boolean {
  const words = wordsOf(callee);
  const at = words.findIndex((word) => creating.has(word));
  return at >= 0 && !isPlural(words[at + 1] ?? '') && !withoutIdentifier.test(words.at(-1) ?? '');
}

/** `result`, of which the body shows parts alone: `{ note: shown(result.note), branch: shown(result.branch) }`. */
function isWrapper(name: string, text: string): boolean {
  const { source } = wholeWord(name);
  return (
    /^(?:res|resp|response|result|ret|output)$/i.test(name) &&
    new RegExp(`${source}\\.`).test(text) &&
    !new RegExp(`${source}(?!\\.)`).test(text)
  );
}
