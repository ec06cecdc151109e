import type { CallView, Expression } from '../languages/views.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import type { Atom } from './conditions.ts';
import type { FileContext } from './context.ts';
import { wordsOf } from './naming.ts';
import { isPrincipalCall, isPrincipalName, speaksOf } from './vocabulary.ts';

/** Where a value that decides a response came from. */
export type Origin =
  | 'credentials'
  | 'principal'
  | 'permission'
  | 'forgery'
  | 'entity'
  | 'input'
  | 'external'
  | 'limiter'
  | 'configuration'
  | 'internal'
  | 'caught'
  | 'unknown';

/** What a look-up is keyed by: the URL, the body, or the authenticated caller. */
export type Key = 'url' | 'body' | 'principal';

export interface Provenance {
  readonly origin: Origin;
  /** The definition or call that shows it. */
  readonly evidence: SyntaxNode;
  /** Of an entity: what it was looked up by. */
  readonly keys?: ReadonlySet<Key>;
  /** The part of a value that is looked at says whether a call succeeded: `success`, `ok`. */
  readonly isOutcome?: boolean;
  /** The name people know the value by. */
  readonly name: string;
}

const maximumDepth = 7;

/** Traces a value to what it came from, through names, members, choices and calls. */
export class Provenances {
  readonly #context: FileContext;

  constructor(context: FileContext) {
    this.#context = context;
  }

  of(expression: Expression, depth = 0): Provenance {
    const unknown: Provenance = { origin: 'unknown', evidence: expression.node, name: expression.node.text };
    if (depth > maximumDepth) return unknown;
    switch (expression.kind) {
      case 'name':
        return this.#ofName(expression, depth);
      case 'member':
        return this.#ofMember(expression, depth);
      case 'index':
        return this.of(expression.object, depth + 1);
      case 'call':
        return this.#ofCall(expression, depth);
      case 'not':
        return this.of(expression.operand, depth + 1);
      case 'logical':
        return this.#either(this.of(expression.left, depth + 1), () => this.of(expression.right, depth + 1));
      case 'choice':
        return this.#either(this.of(expression.consequence, depth + 1), () =>
          this.of(expression.alternative, depth + 1),
        );
      case 'operation':
        return (
          expression.operands
            .map((operand) => this.of(operand, depth + 1))
            .find(({ origin }) => origin !== 'unknown') ?? unknown
        );
      case 'comparison':
        return this.isPrincipal(expression.left) || this.isPrincipal(expression.right)
          ? { origin: 'permission', evidence: expression.node, name: expression.node.text }
          : unknown;
      default:
        return unknown;
    }
  }

  /** True of the authenticated caller and of what belongs to it: `req.user`, `req.user.id`, `session.userId`. */
  isPrincipal(expression: Expression, depth = 0): boolean {
    if (depth > maximumDepth) return false;
    if (this.#isPrincipalMember(expression)) return true;
    switch (expression.kind) {
      case 'name': {
        const value = this.#context.scopes.value(expression.name, expression.node);
        if (value) return this.isPrincipal(value.value, depth + 1);
        return isPrincipalName(expression.name);
      }
      case 'member':
        return this.isPrincipal(expression.object, depth + 1);
      case 'call':
        if (expression.callee.kind === 'member') {
          // `req.user.id.toString()`, `owner.equals(req.user.id)`
          if (/^(?:toString|valueOf|equals|toHexString|trim|toLowerCase)$/.test(expression.callee.property)) {
            return this.isPrincipal(expression.callee.object, depth + 1);
          }
          if (isPrincipalCall(expression.callee.property) || givesClaims(expression)) return true;
          // `c.get('user')`, `Get("user")`
          const first = expression.arguments[0]?.value;
          return (
            /^(?:get|Get|MustGet|value|Value)$/.test(expression.callee.property) &&
            first?.kind === 'string' &&
            isPrincipalKey(first.value)
          );
        }
        if (expression.callee.kind === 'name') {
          if (isPrincipalCall(expression.callee.name)) return true;
          const first = expression.arguments[0]?.value;
          return (
            /^(?:String|Number|parseInt|str|int)$/.test(expression.callee.name) &&
            first !== undefined &&
            this.isPrincipal(first, depth + 1)
          );
        }
        return false;
      case 'logical':
        return this.isPrincipal(expression.left, depth + 1);
      default:
        return false;
    }
  }

  /** The authenticated caller inside what an atom tests: `req.user` in `req.user.role !== 'admin'`. */
  principalIn(atom: Atom): Expression | undefined {
    return this.#principalInside(atom.subject, 0) ?? (atom.against && this.#principalInside(atom.against, 0));
  }

  #principalInside(expression: Expression, depth: number): Expression | undefined {
    if (depth > maximumDepth) return undefined;
    if (expression.kind === 'member') {
      return (
        this.#principalInside(expression.object, depth + 1) ?? (this.isPrincipal(expression) ? expression : undefined)
      );
    }
    if (this.isPrincipal(expression)) return expression;
    if (expression.kind === 'call') {
      const parts = [expression.callee, ...expression.arguments.map(({ value }) => value)];
      for (const part of parts) {
        const found = this.#principalInside(part, depth + 1);
        if (found) return found;
      }
      return undefined;
    }
    if (expression.kind === 'name') {
      const value = this.#context.scopes.value(expression.name, expression.node);
      return value && this.#principalInside(value.value, depth + 1) ? expression : undefined;
    }
    if (expression.kind === 'comparison' || expression.kind === 'logical') {
      return this.#principalInside(expression.left, depth + 1) ?? this.#principalInside(expression.right, depth + 1);
    }
    if (expression.kind === 'object') {
      for (const { value } of expression.entries) {
        const found = this.#principalInside(value, depth + 1);
        if (found) return found;
      }
    }
    return undefined;
  }

  #isPrincipalMember(expression: Expression): boolean {
    if (expression.kind !== 'member') return false;
    const { object, property } = expression;
    const holder = object.kind === 'member' ? object.property : object.kind === 'name' ? object.name : '';
    if (/^(?:user|account|auth|currentUser|principal|userId|user_id|identity|me)$/.test(property)) {
      return /^(?:req|request|ctx|context|session|state|locals|_?event|res|g|c|self|this|authorizer|currentSession)$/i.test(
        holder,
      );
    }
    return (
      /^(?:authorizer|claims|credentials)$/.test(property) &&
      /^(?:requestContext|auth|request|jwt|authorizer)$/.test(holder)
    );
  }

  #ofName(expression: Expression & { kind: 'name' }, depth: number): Provenance {
    const { name, node } = expression;
    const definitions = this.#context.scopes.definitions(name, node);
    const value = this.#context.scopes.value(name, node);
    const known = value ?? onlyValue(definitions);
    if (known) {
      const traced = this.of(known.value, depth + 1);
      const last = known.path.at(-1);
      const part = typeof last === 'string' ? this.#ofPart(traced, last, node) : traced;
      if (part.isOutcome) return { ...part, name, evidence: known.value.node };
      // a telling name helps where the value does not tell
      const named = part.origin === 'unknown' || part.origin === 'internal' ? byName(name, node) : undefined;
      return { ...(named ?? part), name, evidence: known.value.node };
    }
    const first = definitions[0];
    if (first?.kind === 'caught') return { origin: 'caught', evidence: node, name };
    if (isPrincipalName(name)) return { origin: 'principal', evidence: node, name };
    if (first?.kind === 'property')
      return byName(name, node) ?? this.#ofHolder(first.property, first.parameter.node, name);
    return byName(name, node) ?? { origin: 'unknown', evidence: node, name };
  }

  #ofHolder(property: string, node: SyntaxNode, name: string): Provenance {
    if (/^(?:body|query|params|searchParams|form|payload|input|files?)$/.test(property))
      return { origin: 'input', evidence: node, name };
    if (/^(?:user|session|auth)$/.test(property)) return { origin: 'principal', evidence: node, name };
    return { origin: 'unknown', evidence: node, name };
  }

  /** What a part of a value is: `.success` of a parse result, `.user` of a session, `.role` of a principal. */
  #ofPart(whole: Provenance, part: string, node: SyntaxNode): Provenance {
    if (speaksOf(part, 'permission')) return { origin: 'permission', evidence: node, name: part };
    if (/^(?:error|err|errors|success|valid|isValid|data|value|ok|status|result|rows|items?|response)$/.test(part))
      return whole;
    if (speaksOf(part, 'credentials') && (whole.origin === 'input' || whole.origin === 'unknown'))
      return { ...whole, origin: 'credentials' };
    return whole;
  }

  #ofMember(expression: Expression & { kind: 'member' }, depth: number): Provenance {
    const { node, object, property } = expression;
    const name = node.text;
    if (this.#isPrincipalMember(expression)) return { origin: 'principal', evidence: node, name };
    const text = expression.node.text;
    if (
      /^(?:process\.env|import\.meta\.env|\w+\.env|os\.environ)\b/.test(text) ||
      /^(?:config|settings|env)\b/i.test(rootName(expression))
    ) {
      return { origin: 'configuration', evidence: node, name };
    }
    if (this.isPrincipal(object) && !/^(?:id|_id|userId|user_id|email|name|sub)$/.test(property)) {
      return {
        origin:
          speaksOf(property, 'permission') || /^is[A-Z_]|^has[A-Z_]|^can[A-Z_]/.test(property)
            ? 'permission'
            : 'principal',
        evidence: node,
        name,
      };
    }
    if (this.isPrincipal(object)) return { origin: 'principal', evidence: node, name };
    if (speaksOf(property, 'forgery')) return { origin: 'forgery', evidence: node, name };
    const holder = object.kind === 'member' ? object.property : object.kind === 'name' ? object.name : '';
    if (/^(?:headers|cookies|header)$/i.test(holder)) {
      return {
        origin: speaksOf(property, 'credentials') || /api[-_]?key|session/i.test(property) ? 'credentials' : 'input',
        evidence: node,
        name,
      };
    }
    if (
      /^(?:body|query|params|searchParams|form|args|pathParameters|queryStringParameters|payload|files?|formData|GET|POST|data)$/.test(
        holder,
      ) &&
      isRequest(object)
    ) {
      return { origin: speaksOf(property, 'credentials') ? 'credentials' : 'input', evidence: node, name };
    }
    if (
      /^(?:body|query|params|pathParameters|queryStringParameters|file|files)$/.test(property) &&
      isRequest(expression)
    ) {
      return { origin: 'input', evidence: node, name };
    }
    const whole = this.of(object, depth + 1);
    return { ...this.#ofPart(whole, property, node), name };
  }

  #ofCall(expression: CallView, depth: number): Provenance {
    const { callee, node } = expression;
    const name = calleeName(expression);
    const receiver = callee.kind === 'member' ? callee.object : undefined;
    const shown: Omit<Provenance, 'origin'> = { evidence: node, name };
    if (this.isPrincipal(expression)) return { origin: 'principal', ...shown };
    const words = wordsOf(name);
    if (/^(?:is|has|can|check|user|require|assert|ensure)/i.test(name) && speaksOf(name, 'permission'))
      return { origin: 'permission', ...shown };
    if (/^(?:can|cannot|authorize|authorise|allows|denies|hasRole|hasPermission|may)$/i.test(name))
      return { origin: 'permission', ...shown };
    if (/^(?:is|ensure)?_?(?:authenticated|logged_?in|signed_?in)$/i.test(name))
      return { origin: 'principal', ...shown };
    if (receiver && this.isPrincipal(receiver)) return { origin: 'permission', ...shown };
    // membership: `roles.includes(req.user.role)`
    if (/^(?:includes|has|contains|indexOf|some|find)$/.test(name) && receiver)
      return this.#ofMembership(expression, receiver, depth);
    if (speaksOf(name, 'forgery')) return { origin: 'forgery', ...shown };
    if (
      speaksOf(name, 'limiter') ||
      (receiver &&
        speaksOf(receiver.node.text.slice(0, 60), 'limiter') &&
        words.some((word) => /^(?:limit|check|consume|hit|allow|allowed|take|acquire|is)$/.test(word)))
    )
      return { origin: 'limiter', ...shown };
    if (isCredentialCheck(expression, name)) return { origin: 'credentials', ...shown };
    if (/^(?:header|get|getHeader|GetHeader|cookie|Cookie|getCookie)$/.test(name) && headerArgument(expression)) {
      return {
        origin:
          speaksOf(headerArgument(expression) ?? '', 'credentials') ||
          /api-?key/i.test(headerArgument(expression) ?? '')
            ? 'credentials'
            : 'input',
        ...shown,
      };
    }
    if (isInputCall(expression, name)) return { origin: 'input', ...shown };
    if (
      /^(?:isArray|isInteger|isNaN|isFinite|test|match|startsWith|endsWith|trim|parseInt|parseFloat|Number|String|isEmail|isURL|isUUID|isValid|isMongoId|isLength)$/.test(
        name,
      )
    ) {
      const tested = expression.arguments[0]?.value ?? receiver;
      const traced = tested ? this.of(tested, depth + 1) : undefined;
      if (traced && traced.origin !== 'unknown') return traced;
      return /^is(?:Email|URL|UUID|Valid|MongoId|Length)$/.test(name)
        ? { origin: 'input', ...shown }
        : { origin: 'unknown', ...shown };
    }
    const root = receiver ? rootName(receiver) : name;
    if (speaksOf(root, 'external') || /^(?:axios|got|superagent|undici|ky|needle|httpClient|http|https)$/.test(root))
      return { origin: 'external', ...shown };
    if (/^(?:fetch|axios|got|\$fetch|ofetch)$/.test(name)) return { origin: 'external', ...shown };
    if (speaksOf(name, 'parsing') && /^(?:safe)?_?(?:parse|validate|cast|decode|check_?schema)/i.test(name))
      return { origin: 'input', ...shown };
    if (speaksOf(name, 'lookup') && !speaksOf(name, 'configuration'))
      return { origin: 'entity', keys: this.#keysOf(expression), ...shown };
    if (speaksOf(name, 'configuration')) return { origin: 'configuration', ...shown };
    // a method of a value tells no more than the value: `rows.filter(…)`, `name.trim()`
    if (receiver && receiver.kind !== 'name' && words.length === 1) {
      const traced = this.of(receiver, depth + 1);
      if (traced.origin !== 'unknown') return traced;
    }
    return { origin: 'internal', ...shown };
  }

  #ofMembership(expression: CallView, receiver: Expression, depth: number): Provenance {
    const first = expression.arguments[0]?.value;
    const shown = { evidence: expression.node, name: expression.node.text };
    if (this.isPrincipal(receiver) || (first !== undefined && this.isPrincipal(first)))
      return { origin: 'permission', ...shown };
    if (speaksOf(receiver.node.text.slice(-40), 'permission')) return { origin: 'permission', ...shown };
    // a search through what is at hand is no question of permission: `roles.find((role) => role.name === name)`
    if (first?.kind === 'function')
      return this.of(receiver, depth + 1).origin === 'entity'
        ? { origin: 'entity', ...shown }
        : { origin: 'unknown', ...shown };
    return first ? this.of(first, depth + 1) : this.of(receiver, depth + 1);
  }

  /** What a look-up is keyed by, as far as its arguments show. */
  #keysOf(expression: CallView): ReadonlySet<Key> {
    const keys = new Set<Key>();
    for (let call: Expression = expression; call.kind === 'call'; ) {
      for (const { value } of call.arguments) this.#addKeys(value, keys, 0);
      call = call.callee.kind === 'member' ? call.callee.object : call.callee;
    }
    return keys;
  }

  #addKeys(expression: Expression, keys: Set<Key>, depth: number): void {
    if (depth > 5) return;
    if (this.isPrincipal(expression)) {
      keys.add('principal');
      return;
    }
    switch (expression.kind) {
      case 'object':
        for (const { value } of expression.entries) this.#addKeys(value, keys, depth + 1);
        return;
      case 'list':
        for (const element of expression.elements) this.#addKeys(element, keys, depth + 1);
        return;
      case 'string':
        for (const part of expression.interpolated) this.#addKeys(part, keys, depth + 1);
        return;
      case 'comparison':
        this.#addKeys(expression.left, keys, depth + 1);
        this.#addKeys(expression.right, keys, depth + 1);
        return;
      case 'logical':
        this.#addKeys(expression.left, keys, depth + 1);
        this.#addKeys(expression.right, keys, depth + 1);
        return;
      case 'call':
        if (/^(?:param|Param|URLParam|PathValue|Params|path_param)$/.test(calleeName(expression))) keys.add('url');
        else for (const { value } of expression.arguments) this.#addKeys(value, keys, depth + 1);
        return;
      case 'member':
      case 'index': {
        const key = keyOfText(expression.node.text);
        if (key) keys.add(key);
        return;
      }
      case 'name':
        this.#addKeysOfName(expression, keys, depth);
        return;
      default:
        return;
    }
  }

  #addKeysOfName(expression: Expression & { kind: 'name' }, keys: Set<Key>, depth: number): void {
    for (const definition of this.#context.scopes.definitions(expression.name, expression.node)) {
      if (definition.kind === 'value' && definition.binding.value) {
        const key = keyOfText(definition.binding.value.node.text.slice(0, 160));
        if (key) keys.add(key);
        else this.#addKeys(definition.binding.value, keys, depth + 1);
      }
      if (
        definition.kind === 'parameter' &&
        definition.parameter.decorators.some((each) => /^Param\b/.test(each.node.text))
      )
        keys.add('url');
      if (
        definition.kind === 'parameter' &&
        definition.parameter.decorators.some((each) => /^Body\b/.test(each.node.text))
      )
        keys.add('body');
      if (definition.kind === 'property' && definition.property === 'params') keys.add('url');
    }
  }

  #either(first: Provenance, second: () => Provenance): Provenance {
    return first.origin === 'unknown' || first.origin === 'internal' ? second() : first;
  }
}

function onlyValue(definitions: ReturnType<FileContext['scopes']['definitions']>) {
  const assigned = definitions.flatMap((each) =>
    each.kind === 'value' && each.binding.value && each.binding.value.kind !== 'nothing' ? [each.binding] : [],
  );
  const only = assigned.at(-1);
  return only?.value ? { value: only.value, path: only.path } : undefined;
}

function byName(name: string, node: SyntaxNode): Provenance | undefined {
  if (/^(?:is|has|can)[A-Z_]/.test(name) && speaksOf(name, 'permission'))
    return { origin: 'permission', evidence: node, name };
  if (/^(?:is|has|can)_?(?:Authenticated|LoggedIn|logged_in|authenticated)/i.test(name))
    return { origin: 'principal', evidence: node, name };
  if (speaksOf(name, 'forgery')) return { origin: 'forgery', evidence: node, name };
  if (/^(?:role|roles|userRole|permission|permissions|membership|isOwner|hasAccess|ability)$/i.test(name))
    return { origin: 'permission', evidence: node, name };
  if (
    /^(?:(?:access|auth|bearer|jwt|id|refresh)_?)?token$|^(?:authorization|auth_?header|password|api_?key|credentials)$/i.test(
      name,
    )
  )
    return { origin: 'credentials', evidence: node, name };
  return undefined;
}

function keyOfText(text: string): Key | undefined {
  if (
    /\b(?:params|pathParameters|path_params|view_args|kwargs|routeParams|match_info)\b|\.(?:param|Param|PathValue|URLParam)\(/.test(
      text,
    )
  )
    return 'url';
  return /\b(?:body|payload|formData|form|input|dto)\b|\.json\(\)|readBody\(/i.test(text) ? 'body' : undefined;
}

/** `jwt.verify(token)`, `bcrypt.compare(password, hash)`, `user.checkPassword(password)`. */
function isCredentialCheck(call: CallView, name: string): boolean {
  if (
    /^(?:compare|compareSync|verify|decode|checkpw|check_password|verifyPassword|comparePassword|validatePassword|checkPassword|verifyToken|jwtVerify|verifyIdToken|verifyAccessToken|authenticate|login|signIn|isValidPassword|validateUser|passwordMatch(?:es)?|CompareHashAndPassword|safeCompare|timingSafeEqual|ParseWithClaims)$/i.test(
      name,
    )
  ) {
    const text = call.node.text.slice(0, 400);
    return speaksOf(text, 'credentials') || /jwt|bcrypt|argon|hash|scrypt|token|passw/i.test(text);
  }
  return speaksOf(name, 'credentials') && speaksOf(name, 'verification');
}

function headerArgument(call: CallView): string | undefined {
  const first = call.arguments[0]?.value;
  return first?.kind === 'string' && /^[\w-]+$/.test(first.value) && /header|cookie|req/i.test(call.callee.node.text)
    ? first.value
    : undefined;
}

function isInputCall(call: CallView, name: string): boolean {
  const text = call.callee.node.text;
  return (
    (/^(?:json|text|formData|parseBody|valid|param|query|queries|get_json|getJSON|readBody|getQuery|getRouterParam|bodyParser)$/.test(
      name,
    ) &&
      /req|request|ctx|\bc\b|event|body/i.test(text)) ||
    /^(?:validationResult|readBody|readValidatedBody|getQuery|ShouldBind\w*|BindJSON|Bind|BodyParser)$/.test(name)
  );
}

/** `jwt.verify(token, secret)` gives the claims of a caller who has shown valid credentials. */
function givesClaims(call: CallView): boolean {
  return (
    /^(?:verify|decode|jwtVerify|verifyIdToken|verifyAccessToken)$/.test(calleeName(call)) &&
    /jwt|jose|token|auth/i.test(call.callee.node.text)
  );
}

function isPrincipalKey(key: string): boolean {
  return isPrincipalName(key) || /^(?:user|jwtPayload|auth|user_?payload|user_?id|account|userinfo)$/i.test(key);
}

function isRequest(expression: Expression): boolean {
  return /^(?:req|request|ctx|context|c|event|_?req|self\.request|r)\b/.test(expression.node.text);
}

function rootName(expression: Expression): string {
  let current = expression;
  for (;;) {
    if (current.kind === 'member' || current.kind === 'index') current = current.object;
    else if (current.kind === 'call') current = current.callee;
    else break;
  }
  return current.kind === 'name' ? current.name : '';
}

export function calleeName(call: CallView): string {
  if (call.callee.kind === 'member') return call.callee.property;
  return call.callee.kind === 'name' ? call.callee.name : '';
}
