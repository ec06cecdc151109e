import type { CallView, Expression } from '../../languages/views.ts';
import { calleeName, isOfGenerator, rootName, rootOf } from '../code/callees.ts';
import type { FileContext } from '../code/context.ts';
import { wordsOf } from '../code/naming.ts';
import { ofAnswer } from './nameOrigins.ts';
import type { Origin } from './provenance.ts';
import { originOfField } from './requestHeaders.ts';
import { isLookup, speaksOf } from './vocabulary.ts';

interface CallSign {
  readonly origin: Origin;
  readonly isShown: (name: string, call: CallView) => boolean;
}

/** What the name and receiver of a call show of where its result comes from; the first that applies counts. */
const signs: readonly CallSign[] = [
  { origin: 'permission', isShown: (name) => asks.test(name) && speaksOf(name, 'permission') },
  {
    origin: 'permission',
    isShown: (name) => /^(?:can|cannot|authorize|authorise|allows|denies|hasRole|hasPermission|may)$/i.test(name),
  },
  {
    origin: 'permission',
    isShown: (name, call) => /^can(?:[A-Z]|_[a-z])/.test(name) && call.arguments.some(({ value }) => isCaller(value)),
  },
  { origin: 'media type', isShown: (name, call) => name === 'is' && isRequest(call) },
  {
    origin: 'accepted types',
    isShown: (name, call) => /^accepts(?:Languages|Encodings|Charsets)?$/.test(name) && isRequest(call),
  },
  { origin: 'principal', isShown: (name) => /^(?:is|ensure)?_?(?:authenticated|logged_?in|signed_?in)$/i.test(name) },
  { origin: 'forgery', isShown: (name, call) => speaksOf(name, 'forgery') || isOfGuardAgainstForgery(call) },
  { origin: 'limiter', isShown: isLimiter },
  { origin: 'credentials', isShown: isCredentialCheck },
  { origin: 'credentials', isShown: comparesSecret },
  // `findProjectByApiKey(key)` finds out who calls, wherever the key stands
  { origin: 'credentials', isShown: (name) => /By_?(?:Api|Access|Secret)_?Keys?$/i.test(name) && isLookup(name) },
  { origin: 'input', isShown: readsInput },
  { origin: 'external', isShown: (name, call) => isExternal(name, call) },
  {
    origin: 'input',
    isShown: (name, call) =>
      /^(?:safe)?_?(?:parse|validate|cast|decode|check_?schema)/i.test(name) &&
      // `await collector.parseDocument(upload)` is work that may fail
      !/^parse_?(?:document|file|feed|page|article|pdf|video|audio|image|transcript|website|html)/i.test(name) &&
      looksAtInput(call),
  },
];

/** `canView(auth, book)`, `canEdit(session.user, book)` */
function isCaller({ node }: Expression): boolean {
  return /^(?:\w+\.){0,2}(?:auth|session|user|viewer|actor|caller|member|currentUser|current_user)$/.test(node.text);
}

const asks = /^(?:is|has|can|check|user|require|assert|ensure)/i;

export function originOfCall(call: CallView): Origin | undefined {
  const name = calleeName(call);
  const field = headerRead(call);
  return field === undefined ? ofSigns(name, call) : originOfField(field);
}

function ofSigns(name: string, call: CallView): Origin | undefined {
  return signs.find(({ isShown }) => isShown(name, call))?.origin;
}

function isRequest({ callee }: CallView): boolean {
  return (
    callee.kind === 'member' && /^(?:req|request|ctx|context|c)(?:\.req|\.request)?$/.test(callee.object.node.text)
  );
}

function isRequestItself({ callee }: CallView): boolean {
  return callee.kind === 'member' && /^(?:self\.)?_?req(?:uest)?$/.test(callee.object.node.text);
}

/** `csrf.ValidateToken(token)` of a package that does nothing else. */
function isOfGuardAgainstForgery({ callee }: CallView): boolean {
  return (
    callee.kind === 'member' && /^(?:csrf|xsrf|nosurf|captcha|recaptcha|turnstile)$/i.test(callee.object.node.text)
  );
}

/** `subtle.ConstantTimeCompare([]byte(token), []byte(expected))`; a signature shows who wrote a request, not who calls. */
function comparesSecret(name: string, { arguments: given }: CallView): boolean {
  if (name !== 'ConstantTimeCompare') return false;
  const compared = given.map(({ value }) => value.node.text).join(' ');
  return /token|key|secret|auth|passw|credential/i.test(compared) && !/sig|mac|digest|hash|csrf|nonce/i.test(compared);
}

function isLimiter(name: string, call: CallView): boolean {
  // `db.select().from(books).limit(1)`
  if (name === 'limit' && call.arguments[0]?.value.kind === 'number') return false;
  if (speaksOf(name, 'limiter')) return true;
  const receiver = call.callee.kind === 'member' ? call.callee.object.node.text.slice(0, 60) : '';
  return (
    speaksOf(receiver, 'limiter') &&
    wordsOf(name).some((word) => /^(?:limit|check|consume|hit|allow|allowed|take|acquire|is)$/.test(word))
  );
}

const credentialChecks =
  /^(?:compare|compareSync|verify|decode|checkpw|check_password|verifyPassword|comparePassword|validatePassword|checkPassword|verifyToken|jwtVerify|verifyIdToken|verifyAccessToken|verifyAsync|authenticate|login|signIn|(?:check|verify|validate)_?auth|isValidPassword|validateUser|passwordMatch(?:es)?|CompareHashAndPassword|ParseToken|ParseJWT|BasicAuth|safeCompare|timingSafeEqual|ParseWithClaims)$/i;

/** `jwt.decode(state)`, `verify(args['state'])`: what went to an OAuth provider and back shows nobody's identity. */
export function readsRedirectState({ arguments: given }: CallView): boolean {
  return given.some(({ value }) => isRedirectState.test(value.node.text));
}

const isRedirectState =
  /^(?:\w+\.)*(?:(?:[rR]elay_?|[oO]?[aA]uth_?)?[sS]tate|\w+(?:\.get\(|\[)['"](?:state|RelayState)['"][)\]])(?:\.(?:replace|slice|split|substring)\(.*)?$/;

/** `sessions.get(id)` where `id = RelayState.replace(prefix, '')`: keeps what was on its way to a provider, not who calls. */
export function isKeyedByRedirectState(context: FileContext, looked: Expression): boolean {
  const call = looked.kind === 'choice' ? looked.consequence : looked;
  if (call.kind !== 'call') return false;
  if (readsRedirectState(call)) return true;
  return call.arguments.some(({ value }) => {
    const made = value.kind === 'name' ? context.scopes.value(value.name, value.node)?.value : undefined;
    return made !== undefined && isRedirectState.test(made.node.text);
  });
}

/** `login_user(user)`, `log_in(account.id)`: makes a session for somebody known, who may be locked out. */
function startsSession(name: string, { arguments: given }: CallView): boolean {
  return (
    /log_?in|sign_?in/i.test(name) &&
    given.some(({ value }) => isSomebody.test(value.node.text)) &&
    !given.some(({ name: keyword = '', value }) => speaksOf(`${keyword} ${value.node.text}`, 'credentials'))
  );
}

const isSomebody = /^(?:\w+\.)*\w*(?:user|account|member)$|^(?:\w+\.)+(?:id|pk|uuid)$/i;

/** `jwt.verify(token)`, `bcrypt.compare(password, hash)`, `user.checkPassword(password)`. */
function isCredentialCheck(name: string, call: CallView): boolean {
  // `authenticate(allowed, email)` asks whether somebody known is let in
  const given = call.arguments.map(({ name: keyword = '', value }) => `${keyword} ${value.node.text.slice(0, 80)}`);
  const isNamed = given.some((each) => /\b(?:email|username|user_name)\s*$/i.test(each));
  if (/^authenticate$/.test(name) && isNamed && !given.some((each) => speaksOf(each, 'credentials'))) return false;
  if (readsRedirectState(call) || startsSession(name, call) || turnsPage.test(call.node.text)) return false;
  // `jwt.Parse(token, keys)`
  if (
    /^Parse(?:WithClaims|String|Signed\w*|Unverified|Insecure|(?:From)?Request|Token)?$/.test(name) &&
    call.callee.kind === 'member' &&
    /^jwt(?:go|v\d)?$/i.test(call.callee.object.node.text)
  )
    return true;
  if (credentialChecks.test(name)) {
    const text = call.node.text.slice(0, 400);
    return speaksOf(text, 'credentials') || /jwt|bcrypt|argon|hash|scrypt|token|passw/i.test(text);
  }
  // `finalizeLogin(identity)` comes after the check
  const comesAfter = /^(?:finali[sz]e|complete|finish|record|remember|after|post)_?(?=[A-Z_a-z])/i.test(name);
  if (comesAfter || makesCredentials(name) || isAboutLogin.test(name) || isOfGenerator(call)) return false;
  // `authByKey(c)`, `authPlain(c)`
  if (/^auth_?(?:by|with|via|plain|tls|basic|token|key|header|request)(?![a-z])/i.test(wordsOf(name).join('_')))
    return true;
  return speaksOf(name, 'credentials') && speaksOf(name, 'verification');
}

/** `b64decode(page_token).decode()`: where the next page begins. */
export const turnsPage = /\b(?:next_?)?(?:page|cursor|continuation)_?token\b/i;

/** `LoginSources()`, `check_login_for_spam(user)`: what there is for a login, or a matter beside it. */
const isAboutLogin = /(?:sources|providers|methods|options)$|spam/i;

/** `issueLoginToken(user)`, `beginPasskeyLogin()`, `loginGetToken(user, key)`: makes what others will check. */
function makesCredentials(name: string): boolean {
  const words = wordsOf(name);
  const makes = words.some((word) =>
    /^(?:issue|generate|create|make|begin|start|mint|build|init|prepare|get)$/.test(word),
  );
  return (
    makes && !words.some((word) => /^(?:verify|decode|compare|check|validate|introspect|authenticate)$/.test(word))
  );
}

const farthest = 3;

/**
 * `raw` of `token := config.Exchange(code); raw := token.Extra("id_token")`, `tokens.id_token`, `tokens['id_token']`: what
 * another service gave for a code.
 */
export function isExchanged({ scopes }: FileContext, expression: Expression): boolean {
  if (isIdToken.test(expression.node.text)) return true;
  let root = rootOf(expression);
  for (let steps = 0; root.kind === 'name' && steps < farthest; steps++) {
    const value = scopes.value(root.name, root.node)?.value;
    if (!value) return false;
    if (isIdToken.test(value.node.text)) return true;
    if (value.kind === 'call' && /^exchange/i.test(calleeName(value))) return true;
    root = rootOf(value);
  }
  return false;
}

const isIdToken =
  /^(?:\w+\.)*(?:o?auth)?tokens?(?:_?(?:set|response|data))?(?:\.|\[['"]|\.get\(['"])id_?token(?:['"][\])])?$/i;

/** The name of the header or cookie a call reads. */
function headerRead(call: CallView): string | undefined {
  if (!/^(?:header|get|Get|getHeader|getRequestHeader|GetHeader|cookie|Cookie|getCookie)$/.test(calleeName(call)))
    return undefined;
  // `getHeader(event, 'authorization')`, `getCookie(c, 'session')`
  const first = call.arguments[call.callee.kind === 'name' && call.arguments.length > 1 ? 1 : 0]?.value;
  if (first?.kind !== 'string' || !/^[\w-]+$/.test(first.value)) return undefined;
  const holder = call.callee.kind === 'member' ? call.callee.object.node.text : '';
  if (partsOfRequest.test(holder)) return undefined;
  const text = call.callee.node.text;
  if (ofAnswer.test(text)) return undefined;
  return /header|cookie|req/i.test(text) ? first.value : undefined;
}

/** What Python's libraries call the parts of a request that are no headers. */
const partsOfRequest =
  /\b(?:req|request|self)\.(?:\w+\.)?(?:GET|POST|args|form|json|values|data|query|query_params|path_params|match_info|matchdict|params|files|FILES|media)$/;

/** Names under which Go's libraries give what a request says. */
const requestReaders =
  /^(?:FormValue|PostFormValue|FormFile|MultipartForm|ParseForm|ParseMultipartForm|QueryParams?|QueryInt|QueryParser|URLParam|PathValue|ByName|DefaultQuery|GetQuery|QueryArray|PostForm|DefaultPostForm|GetRawData|ParamsInt|ParamsParser|ParamNames|ParamValues|BodyRaw|PostBody|get_(?:query_|body_)?arguments?|get_json_body|get_media|parse_args|is_valid|validate_on_submit)$/;

function readsInput(name: string, call: CallView): boolean {
  if (requestReaders.test(name)) return true;
  const text = call.callee.node.text;
  if (/^(?:get|getlist|getall|pop)$/.test(name) && call.callee.kind === 'member') {
    if (partsOfRequest.test(call.callee.object.node.text)) return true;
    // `new URL(request.url).searchParams`
    if (/(?:^|\.)searchParams$/.test(call.callee.object.node.text)) return true;
  }
  if (/\.(?:Query\(\)|Form|PostForm)\.Get$|^mux\.Vars$|^(?:c|ctx|ec|gc)\.(?:Param|Params|Query)$/.test(text))
    return true;
  // Starlette's and aiohttp's requests: `await request.form()`
  if (/^(?:form|body|post|multipart|read|stream)$/.test(name) && isRequestItself(call)) return true;
  if (
    /^(?:validationResult|readBody|readValidatedBody|readFormData|readMultipartFormData|getQuery|getValidatedQuery|getRouterParams?|getValidatedRouterParams|ShouldBind\w*|BindJSON|Bind|BodyParser)$/.test(
      name,
    )
  ) {
    return true;
  }
  return (
    /^(?:json|text|formData|parseBody|valid|param|query|queries|get_json|getJSON|getRouterParam|bodyParser)$/.test(
      name,
    ) && /req|request|ctx|\bc\b|event|body/i.test(call.callee.node.text)
  );
}

/** `validate(body)`, `form.validate()`; what is asked of nothing looks at something of its own: `migrations.validateSchema()`. */
function looksAtInput({ arguments: given, callee }: CallView): boolean {
  if (given.length > 0) return true;
  return (
    callee.kind === 'member' && /form|serializer|schema|input|req|dto|body|payload|data/i.test(callee.object.node.text)
  );
}

function isExternal(name: string, call: CallView): boolean {
  if (/^(?:fetch|axios|got|\$fetch|ofetch)$/.test(name)) return true;
  const root = call.callee.kind === 'member' ? rootName(call.callee.object) : name;
  // `getWebhook(id)` looks up one's own
  if (isLookup(root) && /webhook/i.test(root)) return false;
  return speaksOf(root, 'external') || /^(?:axios|got|superagent|undici|ky|needle|httpClient|http|https)$/.test(root);
}
