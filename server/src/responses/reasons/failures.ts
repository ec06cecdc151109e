import type { CallView, Expression } from '../../languages/views.ts';
import { calleeName, isOfGenerator, rootName } from '../code/callees.ts';
import type { FileContext } from '../code/context.ts';
import { wordsOf } from '../code/naming.ts';
import { isSecondFactor } from '../origins/callerTests.ts';
import type { Provenances } from '../origins/provenance.ts';
import { speaksOf } from '../origins/vocabulary.ts';
import type { Failure } from './errorValues.ts';
import { saysInvalid, saysMissing } from './messages.ts';
import type { Reason, ReasonKind } from './reason.ts';

/** What the failure of one call means. */
export type Meaning = Pick<Reason, 'kind' | 'confidence'>;

/** The reason for which a call fails, where it is one whatever the error. Look-ups fail in several ways: absent. */
export function meaningOfFailure(
  context: FileContext,
  provenances: Provenances,
  { call, isAll }: Failure,
  message: string,
  codes: readonly number[],
): Meaning | undefined {
  const name = calleeName(call);
  const mean = (kind: ReasonKind, confidence: Reason['confidence'] = 'high'): Meaning => ({ kind, confidence });
  // an LDAP directory is bound to with a name and a password
  if (readsRequest.test(name) && (name !== 'Bind' || call.arguments.length === 1)) return mean('invalid input');
  if (parsesRequest(context, call, name)) return mean('invalid input');
  if (isDecoding(name)) return isOfRequest(context, provenances, call) ? mean('invalid input') : undefined;
  if (isConversion(name, call))
    return call.arguments.some(({ value }) => isInput(provenances, value)) ? mean('invalid input') : undefined;
  if (isValidation(name)) return mean('invalid input', isAboutInput(provenances, call) ? 'high' : 'low');
  if (readsParts(context, call, name)) return mean('invalid input');
  if (makesOutput.test(name) || rendersPage(call) || drawsLots(call, name) || endsTransaction(call, name))
    return mean('unexpected failure');
  // what makes a session or looks one up can fail for reasons of its own
  if (provenances.isPrincipal(call)) return mean('missing credentials', 'low');
  const { origin } = provenances.of(call);
  switch (origin) {
    case 'credentials':
      // who is known and confirms with a password is no stranger
      if (call.arguments.some(({ value }) => provenances.isPrincipal(value))) return undefined;
      if (isAnsweredBeside(context, call, saysWhetherRight)) return undefined;
      if (standsAgainstForgery(context, call)) return mean('forgery');
      return mean('missing credentials', isSecondFactor(name) ? 'low' : 'high');
    case 'permission':
      // `user.Update()` keeps what became of the caller
      return isAll && !(speaksOf(name, 'writing') && !speaksOf(name, 'permission'))
        ? mean('lacking permission')
        : undefined;
    case 'external':
      return mean('upstream failure', 'low');
    default:
      break;
  }
  if (entersQueue(call, name)) return mean('unexpected failure');
  if (findsOrTells(context, call, name) && !saysInvalid(message)) return mean('unexpected failure');
  if (!asksStore(context, call)) return undefined;
  // with nothing to look for, nothing can be missing: `db.Books()`, `store.ListBooks(ctx)`
  if (isStore(call) && listsAll(context, provenances, call, name)) return mean('unexpected failure');
  // `taken, err := store.NameExists(name)`: that there is none is no error
  if (isAnsweredBeside(context, call, saysWhetherThere)) return mean('unexpected failure');
  if (!speaksOf(name, 'writing')) return undefined;
  // a row that is there already makes a write fail as well
  if (codes.includes(409) || speaksOf(message, 'existence')) return undefined;
  // nor can a row be changed that is not there, where whoever keeps them looks first
  if (codes.includes(404) && saysMissing(message) && !isDatabase(call)) return undefined;
  return mean('unexpected failure');
}

const readsRequest =
  /^(?:ShouldBind\w*|MustBind\w*|Bind|BindJSON|BindQuery|BindUri|BindXML|BodyParser|QueryParser|ParamsParser|ParamsInt|ParseForm|ParseMultipartForm|FormFile|MultipartForm|MultipartReader)$/;

const makesOutput =
  /^(?:Marshal(?:Indent)?|(?:Marshal|Encode)(?:JSON|XML|YAML|Msg[Pp]ack|BSON)|Execute|ExecuteTemplate)$/;

/** `form, err := r.MultipartReader(); part, err := form.NextPart()` */
function readsParts({ scopes }: FileContext, { callee }: CallView, name: string): boolean {
  if (!/^Next(?:Raw)?Part$/.test(name) || callee.kind !== 'member' || callee.object.kind !== 'name') return false;
  const value = scopes.value(callee.object.name, callee.object.node)?.value;
  return value?.kind === 'call' && readsRequest.test(calleeName(value));
}

/** `files.ParseCSV(r)`; not `parseSession(r)`, which may ask others who calls, nor a row of a table that is called so. */
function parsesRequest({ scopes }: FileContext, { arguments: given }: CallView, name: string): boolean {
  const [first, ...others] = given;
  if (!first || others.length > 0 || !/^parse[A-Z_]/i.test(name)) return false;
  if (speaksOf(name, 'credentials') || speaksOf(name, 'principal') || /user|auth/i.test(name)) return false;
  const { value } = first;
  if (value.kind !== 'name') return /^(?:c|ctx)\.Request(?:\(\))?$/.test(value.node.text);
  const definitions = scopes.definitions(value.name, value.node);
  return (
    definitions.length > 0 &&
    definitions.every((each) => each.kind === 'parameter' && /^\*?http\.Request$/.test(each.parameter.type ?? ''))
  );
}

/** `h.templates.Login(w, page)` */
function rendersPage({ callee, arguments: given }: CallView): boolean {
  return (
    callee.kind === 'member' &&
    /(?:^|\.)(?:templates?|tmpl)$/i.test(callee.object.node.text) &&
    given.some(({ value }) => /^(?:w|rw|writer)$/.test(value.node.text))
  );
}

/**
 * `randomToken()`, `uuid.NewRandom()`: what is given nothing finds nothing wrong with the request; nor does `rnd.AuthKey(name)`
 * of a package that does nothing else.
 */
function drawsLots(call: CallView, name: string): boolean {
  if (isOfGenerator(call)) return true;
  const isGivenNothing = call.arguments.every(({ value }) => isContext(value));
  return isGivenNothing && /^(?:new|make|generate|gen)?_?rand|^generate|^NewUUID$/i.test(name);
}

/** `identity, ok, err := connector.Login(name, password)` */
const saysWhetherRight = /^(?:ok|(?:is_?)?valid|match(?:es|ed)?|authenticated)$/i;
/** `exists, err := repository.Exists(name)`, `total, err := repository.Count()` */
const saysWhetherThere = /^(?:(?:\w+_?)?[eE]xists?|is[A-Z]\w*|has[A-Z]\w*|count|total)$/;

/**
 * `shelf, found, err := shelves.Load(name)`: what is not there is no error; not `limit, found, err := query.GetInt(r, "limit")`,
 * which looks into the request.
 */
function findsOrTells(context: FileContext, call: CallView, name: string): boolean {
  return (
    call.callee.kind === 'member' &&
    /^(?:Find|Get|Load|Fetch|Lookup|Read)(?:$|By|[A-Z])/.test(name) &&
    !/Query|Param|Header|Form|Cookie|Arg|Int$|Bool$|String$/.test(name) &&
    !call.arguments.some(({ value }) => /^(?:r|req|request)$/.test(value.node.text)) &&
    isAnsweredBeside(context, call, /^(?:exists|found|ok)$/)
  );
}

/** What was not right, or not there, is said without an error. */
function isAnsweredBeside({ language }: FileContext, { node }: CallView, says: RegExp): boolean {
  for (let parent = node.parent, steps = 0; parent && steps < 3; parent = parent.parent, steps++) {
    const statement = language.statement(parent);
    if (statement.kind === 'definition')
      return statement.bindings.some(({ name, value }) => value?.node === node && says.test(name));
  }
  return false;
}

/** `jwt.VerifyToken(server.csrfTokens, token)`, and whatever `verifyCSRFHeader` verifies. */
function standsAgainstForgery(context: FileContext, { node }: CallView): boolean {
  if (/csrf|xsrf/i.test(node.text)) return true;
  for (let around = context.functionAround(node); around; ) {
    if (/csrf|xsrf/i.test(around.name ?? '')) return true;
    around = around.node.parent && context.functionAround(around.node.parent);
  }
  return false;
}

/** `session.Commit()` */
function endsTransaction({ callee, arguments: given }: CallView, name: string): boolean {
  return callee.kind === 'member' && name === 'Commit' && given.every(({ value }) => isContext(value));
}

/** `store.ListBooks(ctx)`, `db.GetBooks()`, `repo.FindAll(r.Context())`, `repo.ListBooks(ctx, shelf.ID)` of a shelf at hand */
function listsAll(
  context: FileContext,
  provenances: Provenances,
  { arguments: given }: CallView,
  name: string,
): boolean {
  return (
    /^(?:(?:Get|Find|Fetch|Load|List|Select|All)\w*(?:s|All)|All|List)$/.test(name) &&
    given.every(({ value }) => isContext(value) || isIdOfFound(context, provenances, value))
  );
}

/** `shelf.ID` of `shelf, err := h.shelfOf(r)` */
function isIdOfFound({ scopes }: FileContext, provenances: Provenances, value: Expression): boolean {
  if (value.kind !== 'member' || !/^(?:\w*[a-z])?U?U?(?:ID|Id)$/.test(value.property) || value.object.kind !== 'name')
    return false;
  const held = scopes.value(value.object.name, value.object.node)?.value;
  return held?.kind === 'call' && provenances.of(value.object).origin !== 'input';
}

/** `h.queue.Publish(ctx, job)`, `jobs.Queue.Write(ctx, name, job)` */
function entersQueue({ callee }: CallView, name: string): boolean {
  return (
    callee.kind === 'member' &&
    /^(?:Enqueue|Publish|Write|Produce)/.test(name) &&
    /(?:queue|queuer|publisher|producer)$/i.test(callee.object.node.text)
  );
}

function isContext({ node }: Expression): boolean {
  return /^(?:ctx|c|r\.Context\(\)|req\.Context\(\)|(?:c|ctx)\.(?:Context|UserContext|Request\(\)\.Context|Request\.Context)\(\)|context\.(?:Background|TODO)\(\))$/.test(
    node.text,
  );
}

function isDecoding(name: string): boolean {
  return /^(?:Decode|DecodeJSON|Unmarshal|UnmarshalJSON|ReadJSON|ParseJSON)$/i.test(name);
}

/** The body that is decoded is the request's, not that of an answer from elsewhere. */
function isOfRequest(context: FileContext, provenances: Provenances, call: CallView): boolean {
  const parts = [call.callee, ...call.arguments.map(({ value }) => value)];
  return parts.some((part) => {
    if (requestBody.test(part.node.text)) return true;
    if (isInput(provenances, part)) return true;
    const root = rootOfCalls(part);
    const value = root.kind === 'name' ? context.scopes.value(root.name, root.node)?.value : undefined;
    return value !== undefined && requestBody.test(value.node.text);
  });
}

const requestBody =
  /\b(?:r|req|request|c\.Request|ctx\.Request|c\.Request\(\)|ctx\.Request\(\))\.Body\b|\b(?:c|ctx)\.(?:Body|BodyRaw|PostBody|GetRawData)\(\)/;

function rootOfCalls(expression: Expression): Expression {
  if (expression.kind === 'member') return rootOfCalls(expression.object);
  if (expression.kind === 'call') return rootOfCalls(expression.callee);
  return expression;
}

/** `strconv.Atoi(id)`, `uuid.Parse(id)`, `time.Parse(layout, date)`: what turns text into something else. */
function isConversion(name: string, call: CallView): boolean {
  if (/^(?:Atoi|ObjectIDFromHex|FromString|DecodeString|ParseAddress)$/.test(name)) return true;
  if (/jwt|token|claims/i.test(call.callee.node.text)) return false;
  return /^Parse(?:[A-Z]\w*)?$/i.test(name) && !/config|env|flag/i.test(call.callee.node.text);
}

function isValidation(name: string): boolean {
  return /^(?:validate|Validate|Struct|ValidateStruct|StructCtx|Var)$/.test(name);
}

function isAboutInput(provenances: Provenances, call: CallView): boolean {
  const receiver = call.callee.kind === 'member' ? [call.callee.object] : [];
  return [...receiver, ...call.arguments.map(({ value }) => value)].some((value) => isInput(provenances, value));
}

function isInput(provenances: Provenances, expression: Expression): boolean {
  return provenances.of(expression).origin === 'input';
}

/**
 * `store.UpdateBook(book)`, `h.repo.Save(ctx, book)`: the layer of a code base that keeps things. `books.storage.Add(book)` may
 * be a collection in memory, which looks at what it is given.
 */
function isStore({ callee }: CallView): boolean {
  if (callee.kind !== 'member') return false;
  const text = callee.object.node.text.replace(/\([\s\S]*?\)/g, '');
  if (/storage$/i.test(text) && wordsOf(callee.property).length === 1) return false;
  return /(?:^|[._a-z])(?:store|storage|db_?client|repo|repository|datastore|dao|queries)$/i.test(text);
}

/** What keeps things: a layer of the code base, a database, what was made of one at the spot: `books.New(logger, h.db)`. */
export function asksStore(context: FileContext, call: CallView): boolean {
  if (isStore(call) || isDatabase(call)) return true;
  const holder = call.callee.kind === 'member' ? context.resolve(call.callee.object) : undefined;
  return (
    holder?.kind === 'call' &&
    /^New/.test(calleeName(holder)) &&
    holder.arguments.some(({ value }) => /(?:^|\.)(?:db|database|pool|conn)$/i.test(value.node.text))
  );
}

/** A handle of a database itself, no layer of the project's own that may check what it is given. */
function isDatabase(call: CallView): boolean {
  const { callee } = call;
  if (callee.kind !== 'member') return false;
  const text = callee.object.node.text.replace(/\([\s\S]*$/, '');
  return (
    /(?:^|\.)(?:db|tx|conn|pool|database|gorm|sqldb|dbx)(?:\.|$)/i.test(text) ||
    /^(?:db|tx)$/i.test(rootName(callee.object))
  );
}
