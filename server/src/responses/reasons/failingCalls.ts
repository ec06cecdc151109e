import type { CallView, Expression } from '../../languages/views.ts';
import { literally } from '../../syntax/literally.ts';
import { calleeName, isAwaited } from '../code/callees.ts';
import type { FileContext } from '../code/context.ts';
import { answersForItself } from '../errors/keptErrors.ts';
import { tellsCallback } from '../origins/callerTests.ts';
import { readsRedirectState } from '../origins/callOrigins.ts';
import type { Origin, Provenances } from '../origins/provenance.ts';
import { isLookup, speaksOf } from '../origins/vocabulary.ts';
import { findsOrThrows, isMadeToThrow, isTakenApart } from './throwingLookups.ts';

/** What a call does that can fail, and so what whoever catches it answers for. */
export type Failing =
  | 'writes'
  | 'looks up'
  | 'looks up or throws'
  | 'works'
  | 'checks credentials'
  /** Says whether a password is right: what it throws is something else. */
  | 'compares'
  | 'asks others'
  /** Takes a text out of the request, which is there or not: only what is made of it then can fail. */
  | 'reads'
  | 'parses'
  | 'validates'
  /** Throws when something is wrong, and where that came from cannot be told. */
  | 'checks something';

/** In which way a call can fail; absent for what does not, or what nobody answers for. */
export function failingOf(context: FileContext, provenances: Provenances, call: CallView): Failing | undefined {
  const name = calleeName(call);
  if (isHarmless(call, name) || answersForItself(context, call) || tellsCallback(call)) return undefined;
  if (findsOrThrows(name) || isMadeToThrow(context, call) || isTakenApart(context, call)) return 'looks up or throws';
  if (isThrowingValidation(context, provenances, call, name)) return 'validates';
  if (checksSomething(call, name) || isGiven(context, call)) return 'checks something';
  if (passwordComparison.test(name)) return 'compares';
  if (/^exchange/i.test(name)) return 'asks others';
  const { origin } = provenances.of(call);
  if (origin === 'credentials' || (origin === 'principal' && isAwaited(call)) || concernsLogin(call, name))
    return 'checks credentials';
  if (origin === 'forgery' || refuses(name, origin)) return 'looks up or throws';
  if (turnsText.test(name) || loadsText(context, call, name))
    return isTurningInput(context, provenances, call) ? 'parses' : 'looks up or throws';
  // `serializer.validated_data.get('shelf')`: all that could be wrong with it was looked at before
  if (call.callee.kind === 'member' && /(?:validated|cleaned)_data$/.test(call.callee.object.node.text))
    return undefined;
  if (origin === 'input' && takesText(call, name)) return 'reads';
  if (origin === 'input' || readsRequest.test(name) || readsBodyOf(context, call, name)) return 'parses';
  if (readsUpload(provenances, call, name)) return 'parses';
  // `handleStripeEvent(event)` works on what another server has sent
  if (origin === 'external') return call.callee.kind === 'name' && handlesEvent.test(name) ? 'works' : 'asks others';
  if (isWriting(call, name)) return 'writes';
  if (isOfRepository(context, call)) return 'works';
  if (runsStatement(call, name)) return 'works';
  // `checkLimit(…)`, `ensureOwner(…)`: what throws there is known to whoever wrote it
  if (/^(?:check|ensure|assert|require|verify|validate|authorize|guard|must)/i.test(name)) return 'looks up or throws';
  if (isAtGivenPath(provenances, call)) return 'looks up or throws';
  if (readsFile(call, name) || readsObject(call, name)) return 'looks up';
  if ((isLookup(name) || /^(?:download|stream)[A-Z_]/.test(name)) && (isOfProject(call) || getsByKind(call, name)))
    return isAwaited(call) || reachesOut(context, call) ? 'looks up' : undefined;
  if (isAwaited(call) || (call.callee.kind === 'member' && isLookup(name) && !readsByKey(context, call, name)))
    return 'works';
  return undefined;
}

/** `bcrypt.compare(password, hash)`, `verify_password(…)`; `hasher.verify(…)` throws where it is wrong. */
const passwordComparison =
  /^(?:compare(?:Sync|Async)?|checkpw)$|^(?:verify|check|compare|match(?:es)?|validate|is_?valid|is_?correct)_?(?:user_?)?(?:password|passwd|pwd|passphrase)(?:_?hash|_?sync)?$/i;

const handlesEvent = /^(?:handle|process|on)_?[A-Z]\w*(?:Event|Webhook|Callback|Notification|Message)s?$/;

/** `request.args.get('page')`, not with `type=int` */
function takesText({ callee, arguments: given }: CallView, name: string): boolean {
  return /^get(?:list)?$/.test(name) && callee.kind === 'member' && given.every(({ name: keyword }) => !keyword);
}

/** What reads the body of a request: `await buffer(req)`. */
const readsRequest = /^(?:buffer|(?:get|read)?_?raw_?body)$/i;

/** `await readJsonBody(req, limit)`, `await readToEnd(request.body)`: what comes of it is as the client sent it. */
function readsBodyOf(context: FileContext, { arguments: given }: CallView, name: string): boolean {
  if (!/^(?:read|parse|collect|buffer|consume|load|get)(?:[A-Z_]|$)/.test(name)) return false;
  const isBody = /body|json|payload|form|multipart/i.test(name);
  const { text: held } = given[0] ? context.resolve(given[0].value).node : { text: '' };
  return bodyOfRequest.test(held) || (isBody && given.some(({ value }) => aRequest.test(value.node.text)));
}

/**
 * `upload.read()`, `request.files['cover'].readlines()`, `streamToBuffer(upload)`: the bytes of a file that the request brought;
 * `request.content.read()`: those of its body.
 */
function readsUpload(provenances: Provenances, { callee, arguments: given }: CallView, name: string): boolean {
  if (/^(?:get|read|collect)?_?stream(?:_?to_?\w+)?$/i.test(name) && given[0])
    return provenances.of(given[0].value).origin === 'input';
  return (
    /^(?:read|readlines|readline|chunks|seek|open|getvalue)$/.test(name) &&
    callee.kind === 'member' &&
    (/^(?:self\.)?request\.(?:content|stream)$/.test(callee.object.node.text) ||
      provenances.of(callee.object).origin === 'input')
  );
}

const aRequest = /^(?:req|request|_?event|ctx|context|c)(?:\.(?:req|request|body|raw))*$/;
const bodyOfRequest = /^(?:req|request|event|ctx\.req(?:uest)?)(?:\.\w+(?:\(\))?)*\.body$/;
const turnsText =
  /^(?:parse|decode|encode|unmarshal|deserialize|convert|transform|normalize)|^from_?(?:string|str|text|json)$/i;

/** `yaml.safe_load(text)`, `YAML().load(text)`: what gives a format its name reads text, and looks nothing up. */
function loadsText(context: FileContext, { callee }: CallView, name: string): boolean {
  return (
    /^(?:safe_|full_)?load(?:s|_all)?$/.test(name) &&
    callee.kind === 'member' &&
    /yaml|json|toml|csv|xml/i.test(resolvedText(context, callee.object))
  );
}

/** Limits and locks, which throw when they are reached or held. */
function refuses(name: string, origin: Origin): boolean {
  // `user.getQuota()` looks one up
  if (origin === 'limiter' || speaksOf(name, 'limiter')) return !isLookup(name);
  return /^(?:acquire\w*|lock)$/.test(name);
}

/** What throws where a thing is not as it should be, whoever's fault that is: validators, signatures. */
function checksSomething({ callee }: CallView, name: string): boolean {
  return (
    /^(?:validateAsync|validateOrReject|constructEvent(?:Async)?)$/.test(name) ||
    /validator$/i.test(name) ||
    // `validate.query(kind, req.query)`
    (callee.kind === 'member' && /(?:^|\.)validat(?:e|ion|or)s?$/i.test(callee.object.node.text))
  );
}

/** `oauth.callback(code)`, `authService.login(name)`; not what merely has to do with it: `createOAuthState(…)`. */
function concernsLogin(call: CallView, name: string): boolean {
  return (
    speaksOf(call.callee.node.text.slice(-60), 'authentication') &&
    // `enforceAuthRateLimit(…)`
    !speaksOf(name, 'limiter') &&
    !readsRedirectState(call) &&
    !/^(?:create|make|build|generate|get|set|delete|remove|save|store|update|insert|send|log|has|list|find|sync|clear|reset|revoke|invalidate|notify|provision|migrate|merge|replace|rotate|rename|encrypt|decrypt|mint|issue)(?=[A-Z_]|$)/.test(
      name,
    )
  );
}

function isTurningInput(context: FileContext, provenances: Provenances, call: CallView): boolean {
  return call.arguments.slice(0, 1).some(({ value }) => isInput(context, provenances, value));
}

/**
 * `form.get('title')`, Python's `headers.get('accept-language', 'en')`: a map or form at hand is looked into, and that does not
 * fail. Where nothing marks what waits, a store is told by its name, and what another server is asked for by its path.
 */
function readsByKey({ language }: FileContext, { callee, arguments: given }: CallView, name: string): boolean {
  const key = given[0]?.value;
  if (name !== 'get' || key?.kind !== 'string') return false;
  if (language.waitsUnmarked !== true) return given.length === 1;
  const holder = callee.kind === 'member' ? callee.object.node.text : '';
  return given.length <= 2 && /^[\w.-]+$/.test(key.value) && !holdsData.test(holder) && !/cache$/i.test(holder);
}

/** `orm.books.getBook(id)`: no store's own name for what gives one or none, and may say so by what it throws. */
function getsByKind({ callee }: CallView, name: string): boolean {
  return aKind.test(name) && callee.kind === 'member' && !holdsData.test(callee.object.node.text);
}

const aKind =
  /^get(?!(?:Raw|Many|One|All|Count|Item|Items|Doc|Docs|Object|Value|Query|Queryset|Repository|By)(?![a-z]))[A-Z]/;

/** `loadShare(id)`, `bookService.get(id)`, `this.getBook(id)`; not `repository.find(…)`, which fails where the database does. */
function isOfProject({ callee }: CallView): boolean {
  if (callee.kind !== 'member') return true;
  const { text } = callee.object.node;
  if (/^(?:this|self)\.#?\w+$/.test(text) && !holdsData.test(text)) return true;
  return /^(?:this|self)$|(?:service|manager|api|provider|helper|presenter|storage)s?$/i.test(text);
}

const holdsData =
  /(?:db|database|prisma|knex|pool|conn(?:ection)?|client|session|tx|em|manager|collection|model|repo(?:sitory)?|table|dao|orm|redis|mongo\w*|dynamo\w*|kv)s?$/i;

/** `fs.mkdir(path.resolve(req.body.folder))`: a path that the body of the request gives may be none. */
function isAtGivenPath(provenances: Provenances, { callee, arguments: [path] }: CallView): boolean {
  return (
    callee.kind === 'member' &&
    ofFiles.test(callee.object.node.text) &&
    path !== undefined &&
    provenances.keysIn(path.value).has('body')
  );
}

const ofFiles = /^(?:fs|fsp|fse|fsPromises|fs\.promises)$/;

/** `await fs.promises.readFile(path)`, which fails where there is no such file. */
function readsFile({ callee }: CallView, name: string): boolean {
  return (
    callee.kind === 'member' &&
    ofFiles.test(callee.object.node.text) &&
    /^(?:readFile|readdir|l?stat|access|open|realpath|createReadStream)(?:Sync)?$/.test(name)
  );
}

/** `blobs.getBlobClient(name).download()`, `s3.send(new GetObjectCommand({ Key }))`: a store of objects, by its key. */
function readsObject({ callee, arguments: [given] }: CallView, name: string): boolean {
  if (name === 'send') return /^new (?:Get|Head)ObjectCommand\b/.test(given?.value.node.text ?? '');
  return (
    callee.kind === 'member' &&
    /^(?:download(?:To(?:Buffer|File))?|(?:get|head|stat|fGet)Object|(?:get|head|download)_object)$/.test(name)
  );
}

/** `BookRepository(session).list_for(shelf)`: what stands before a database fails where that does. */
function isOfRepository(context: FileContext, { callee }: CallView): boolean {
  if (context.language.waitsUnmarked !== true || callee.kind !== 'member') return false;
  const holder = context.resolve(callee.object);
  const name = holder.kind === 'call' ? calleeName(holder) : holder.node.text;
  return /(?:repository|repo|dao)$/i.test(name);
}

/**
 * `fn()`: what a function is given to call fails in ways that only those who give it know; `callback(null, answer)` hands
 * over what came of it.
 */
function isGiven({ scopes }: FileContext, { callee, arguments: given, node }: CallView): boolean {
  if (callee.kind !== 'name' || given[0]?.value.kind === 'nothing') return false;
  return scopes.definitions(callee.name, node)[0]?.kind === 'parameter';
}

/** A statement that does nothing but throw when input is wrong: `schema.parse(body)`, `checkName(name)`. */
function isThrowingValidation(context: FileContext, provenances: Provenances, call: CallView, name: string): boolean {
  const [first] = call.arguments;
  if (!first) return false;
  if (name === 'parse' && call.callee.kind === 'member' && call.callee.object.node.text === 'JSON')
    return isInput(context, provenances, first.value);
  if (/^(?:parse|parseAsync|validateSync|validateAsync|assertValid|validateOrReject)$/.test(name))
    return isInput(context, provenances, first.value) && !isCheckedBefore(context, call, first.value);
  return (
    isStatement(context, call) &&
    /^(?:check|assert|validate)[A-Z_]/.test(name) &&
    !/auth|token|permission|access|limit/i.test(name) &&
    isInput(context, provenances, first.value)
  );
}

/** `if (!Shelfmark.isValid(text)) return …; const mark = Shelfmark.parse(text);` */
function isCheckedBefore(context: FileContext, { node }: CallView, given: Expression): boolean {
  const start = context.functionAround(node)?.body?.start;
  if (start === undefined || (given.kind !== 'name' && given.kind !== 'member')) return false;
  const check = new RegExp(
    `(?:\\b|\\.)(?:is_?valid|can_?parse|safe_?parse)\\w*\\(\\s*${literally(given.node.text)}\\s*[,)]`,
    'i',
  );
  return check.test(context.text.slice(start, node.start));
}

/** True of a call whose result nobody uses: it is there for what it throws. */
function isStatement(context: FileContext, call: CallView): boolean {
  let parent = call.node.parent;
  while (parent && context.language.isTransparent(parent)) parent = parent.parent;
  return parent !== undefined && context.language.statement(parent).kind === 'expression';
}

const fromRequest =
  /\b(?:req|request|ctx|context|c|event|body|query|params|payload|dto|form|formData|searchParams|args)\b/;

/** What another program sent can fail to parse as well: a request's input has its name on it. */
function isInput(context: FileContext, provenances: Provenances, expression: Expression): boolean {
  return provenances.of(expression).origin === 'input' && fromRequest.test(resolvedText(context, expression));
}

function resolvedText(context: FileContext, expression: Expression): string {
  const value = expression.kind === 'name' ? context.scopes.value(expression.name, expression.node)?.value : undefined;
  return `${expression.node.text} ${value?.node.text ?? ''}`.slice(0, 300);
}

/** Where nothing marks the calls that wait: a method, or a function of another module. */
function reachesOut(context: FileContext, { callee }: CallView): boolean {
  if (context.language.waitsUnmarked !== true) return false;
  return callee.kind === 'member' || (callee.kind === 'name' && context.importOf(callee.name) !== undefined);
}

/** `cursor.execute(statement)`: what it does stands in a text. */
function runsStatement({ callee }: CallView, name: string): boolean {
  return (
    /^execute(?:many|script)?$/.test(name) &&
    callee.kind === 'member' &&
    /(?:^|[._])(?:cur|cursor|conn|connection|db|database|session|engine|tx)$/i.test(callee.object.node.text)
  );
}

function isWriting(call: CallView, name: string): boolean {
  if (!speaksOf(name, 'writing')) return false;
  // boto3's names for what it stores
  if (/^(?:put_item|put_object|batch_write_item)$/.test(name)) return true;
  // `book.delete()`: of a map something is deleted
  if (name === 'delete' && call.arguments.length === 0) return call.callee.kind === 'member';
  // `headers.set(…)`, `res.set(…)`, `map.delete(…)`, `list.push(…)` write nothing that fails
  const receiver = call.callee.kind === 'member' ? call.callee.object.node.text : '';
  return (
    /^(?:save|create|insert|update|remove|delete(?=_|[A-Z])|destroy|upsert|persist|commit|store)/i.test(name) &&
    !/^(?:res|response|reply|ctx|headers|Object|URL|crypto|Array|Buffer|Promise)\b/.test(receiver)
  );
}

/** Calls that cannot fail in a way anyone answers for: logging, conversions, the response itself. */
function isHarmless(call: CallView, name: string): boolean {
  const text = call.callee.node.text;
  if (
    /^(?:console|(?:logger|log|winston)\.(?:log|info|warn|warning|error|debug|trace|fatal|verbose|silly|notice)|res|response|reply|next|Object|Math|Array|Promise|Date|String|Number|Boolean|Buffer|Symbol|c\.(?:json|text|html|body|header|status)|ctx\.(?:set|status|body|throw)|NextResponse|Response|t|i18n|performance)\b/.test(
      text,
    )
  )
    return true;
  if (
    /^(?:then|catch|finally|push|map|filter|forEach|reduce|join|split|slice|concat|keys|values|entries|toString|trim|toLowerCase|toUpperCase|includes|replace|sort|some|every|has|log|info|warn|error|debug|getRepository|getSettings|toISOString|now|format|padStart|isArray|stringify)$/.test(
      name,
    )
  )
    return true;
  // Python's forms and serializers say whether they are valid; they throw only when told to
  if (/^(?:is_valid|validate_on_submit)$/.test(name)) return !/raise_exception\s*=\s*True/.test(call.node.text);
  // `provider.isLoginConfigured(env)`
  if (/^(?:is|are|has)_?[A-Z]\w*(?:Configured|Enabled|Supported|Available)$/.test(name) && !isAwaited(call))
    return true;
  // `Uploader.getMaxFileSize()` reads a setting
  if (/^get_?(?:max|min|default|config|setting|option)/i.test(name) && !isAwaited(call)) return true;
  // `service.getContainerClient('covers')` asks nobody yet
  if (/^get_?\w*(?:[Bb]lob|[Cc]ontainer|[Bb]ucket)_?[Cc]lient$/.test(name)) return true;
  // `sent.getTime()`
  if (/^get(?:UTC)?(?:Time|FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)$/.test(name))
    return true;
  // a copy
  if (/^JSON\.parse\(\s*JSON\.stringify\(/.test(call.node.text)) return true;
  if (name === 'find' && call.arguments[0]?.value.kind === 'function') return true;
  // `return this.createErrorResponse('No such user', 404)`
  if (/(?:Response|_response)$/.test(name) && !isAwaited(call)) return true;
  // making something out of parts: `new User({ … })`, `createQueryBuilder('user')`
  return call.constructs || /Builder$|Repository$/.test(name);
}
