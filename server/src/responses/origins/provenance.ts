import type { CallView, Expression } from '../../languages/views.ts';
import { wholeWord } from '../../syntax/literally.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { calleeName, isAwaited, rootOf } from '../code/callees.ts';
import type { Atom } from '../code/conditions.ts';
import type { FileContext } from '../code/context.ts';
import { filledBy } from '../code/filling.ts';
import { callHanding } from '../code/handedResults.ts';
import { isPlural, wordsOf } from '../code/naming.ts';
import type { Definition } from '../code/scope.ts';
import { searchedIn } from '../code/searched.ts';
import { isExchanged, isKeyedByRedirectState, originOfCall } from './callOrigins.ts';
import { isHttpClient } from './httpClients.ts';
import { keptIn } from './keptInRequest.ts';
import { type Key, keysIn, keysOf } from './lookupKeys.ts';
import { asksForLogin, namesInput, originOfMember, originOfName, originOfRequestPart } from './nameOrigins.ts';
import { ofPart } from './partOrigins.ts';
import { Principals } from './principals.ts';
import { isDeletion, isLookup, isPrincipalName, speaksOf } from './vocabulary.ts';

/** Where a value that decides a response came from. */
export type Origin =
  | 'credentials'
  | 'principal'
  | 'permission'
  | 'forgery'
  | 'entity'
  | 'input'
  | 'external'
  | 'precondition'
  | 'media type'
  | 'accepted types'
  | 'size'
  | 'limiter'
  | 'configuration'
  | 'internal'
  | 'caught'
  | 'unknown';

export interface Provenance {
  readonly origin: Origin;
  /** The definition or call that shows it. */
  readonly evidence: SyntaxNode;
  /** The name people know the value by. */
  readonly name: string;
  /** Of an entity: what it was looked up by. */
  readonly keys?: ReadonlySet<Key>;
  /** The part of a value that is looked at says whether a call succeeded: `success`, `ok`. */
  readonly isOutcome?: boolean;
  /** A part of something that was looked up, and not a way to hold it: `user.plan`. */
  readonly isDetail?: boolean;
}

const maximumDepth = 9;

/** Traces a value to what it came from, through names, members, choices and calls. */
export class Provenances {
  readonly #context: FileContext;
  readonly #principals: Principals;

  constructor(context: FileContext) {
    this.#context = context;
    this.#principals = new Principals(context);
  }

  of(expression: Expression, depth = 0): Provenance {
    const { node } = expression;
    const unknown: Provenance = { origin: 'unknown', evidence: node, name: node.text };
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
        return this.#either(expression.left, expression.right, depth);
      case 'choice':
        return this.#either(expression.consequence, expression.alternative, depth);
      case 'operation':
        return (
          expression.operands
            .map((operand) => this.of(operand, depth + 1))
            .find(({ origin }) => origin !== 'unknown') ?? unknown
        );
      case 'type-test':
        // `user, ok := ctx.Value(userKey).(*User); if !ok`: whether there is one of that type
        return this.#context.language.errorsAreValues && this.isPrincipal(expression.value)
          ? { origin: 'principal', evidence: node, name: expression.value.node.text }
          : unknown;
      case 'comparison':
        return this.isPrincipal(expression.left) || this.isPrincipal(expression.right)
          ? { origin: 'permission', evidence: node, name: node.text }
          : unknown;
      case 'other':
        return this.#ofComprehension(node, depth) ?? unknown;
      default:
        return unknown;
    }
  }

  /** `[name.strip() for name in request.form['names'].split(',')]` is what the request gives. */
  #ofComprehension(node: SyntaxNode, depth: number): Provenance | undefined {
    const source = this.#context.language.comprehended?.(node);
    const given = source && this.of(source, depth + 1);
    return given?.origin === 'input' ? { ...given, evidence: node, name: node.text } : undefined;
  }

  isPrincipal(expression: Expression): boolean {
    return this.#principals.isPrincipal(expression);
  }

  keysOf(call: CallView): ReadonlySet<Key> {
    return keysOf(this.#context, this.#principals, call);
  }

  /** What of the request a value is made of. */
  keysIn(expression: Expression): ReadonlySet<Key> {
    return keysIn(this.#context, this.#principals, expression);
  }

  /** True of what the URL names. */
  isOfUrl(expression: Expression): boolean {
    return this.keysIn(expression).has('url');
  }

  principalIn(atom: Atom): Expression | undefined {
    return this.#principals.principalIn(atom);
  }

  #ofName(expression: Expression & { kind: 'name' }, depth: number): Provenance {
    const { name, node } = expression;
    const definitions = this.#context.scopes.definitions(name, node);
    const filling = filledBy(this.#context, expression);
    const filled = filling && this.of(filling, depth + 1);
    if (filled && (filled.origin === 'input' || filled.origin === 'entity')) return { ...filled, name };
    const known = this.#context.scopes.value(name, node) ?? lastValue(definitions);
    if (known) {
      const evidence = known.value.node;
      const whole = this.of(known.value, depth + 1);
      const last = known.path.at(-1);
      const part = typeof last === 'string' ? ofPart(whole, last, node) : whole;
      if (part.isOutcome) return { ...part, name, evidence };
      // a telling name helps where the value does not tell
      const isSilent =
        ((part.origin === 'unknown' || part.origin === 'internal') && !isMade(known.value)) ||
        // `authenticated := sessions.GetBool(ctx, "authenticated")`
        (part.origin === 'entity' && asksForLogin.test(name));
      const named = isSilent ? originOfName(name) : undefined;
      // a session that is looked up by its cookie is the caller's, not one that the URL names
      if (
        part.origin === 'entity' &&
        !part.keys?.has('url') &&
        /^(?:\w*[sS]ession|currentUser|current_user)$/.test(name) &&
        !isKeyedByRedirectState(this.#context, known.value)
      ) {
        return { origin: 'principal', name, evidence };
      }
      return { ...part, ...(named ? { origin: named } : {}), name, evidence };
    }
    const [first] = definitions;
    const handing = callHanding(this.#context.language, first);
    const handed = handing && this.of(handing, depth + 1);
    if (handed?.origin === 'entity') return { ...handed, name, evidence: handing?.callee.node ?? handed.evidence };
    if (first?.kind === 'caught') return { origin: 'caught', evidence: node, name };
    const told = originOfName(name);
    // `user: User | None = Depends(get_optional_user)`; `isAdmin` that is handed on asks what the caller may do
    const isDependency =
      first?.kind === 'parameter' && first.parameter.default?.kind === 'call' && told !== 'permission';
    const isCaller = isPrincipalName(name) || (isDependency && this.isPrincipal(expression));
    const own = isCaller ? 'principal' : told;
    const taken = first?.kind === 'property' ? originOfRequestPart(first.property) : undefined;
    return { origin: own ?? taken ?? 'unknown', evidence: node, name };
  }

  #ofMember(expression: Expression & { kind: 'member' }, depth: number): Provenance {
    const { node, object, property } = expression;
    const shown = { evidence: node, name: node.text };
    if (this.isPrincipal(expression)) return { origin: this.#originOfPrincipal(object, property), ...shown };
    const told = originOfMember(expression);
    if (told && !(told === 'configuration' && this.#isOfEntity(expression))) return { origin: told, ...shown };
    const kept = keptIn(this.#context, expression);
    if (kept) return { ...this.of(kept, depth + 1), name: node.text };
    if (namesInput(expression)) return { origin: 'input', ...shown };
    return { ...ofPart(this.of(object, depth + 1), property, node), name: node.text };
  }

  /** The caller, a question about it, or a detail of it that says nothing of who it is: `req.user.organization`. */
  #originOfPrincipal(object: Expression, property: string): Origin {
    if (!this.isPrincipal(object) || asksForLogin.test(property)) return 'principal';
    // `session.Elevations.User`: a part of what is kept of who is known
    if (object.kind === 'member' && !holdsCaller.test(object.property)) return 'unknown';
    // `req.user.admin_user_id` says who it is
    if (/^admin_?(?:user_?)?id$/i.test(property)) return 'principal';
    if (speaksOf(property, 'permission') || /^(?:is|has|can)[A-Z_]/.test(property)) return 'permission';
    // who is handed to a handler is known, even without an address
    if (/^(?:email|username)$/i.test(property) && this.#isParameter(object)) return 'unknown';
    return /^(?:_?id|uid|sub|user|user_?id|email|username)$/i.test(property) ? 'principal' : 'unknown';
  }

  /** `env, err := environments.GetByID(id)`: whatever it is called, the request names it. */
  #isOfEntity(expression: Expression): boolean {
    const root = rootOf(expression);
    const value = root.kind === 'name' ? this.#context.scopes.value(root.name, root.node)?.value : undefined;
    if (value?.kind !== 'call' || !isLookup(calleeName(value))) return false;
    const keys = this.keysOf(value);
    return keys.has('url') || keys.has('body') || /By(?:ID|Id|UUID|Name|Slug)$/.test(calleeName(value));
  }

  #isParameter(expression: Expression): boolean {
    if (expression.kind !== 'name') return false;
    return this.#context.scopes.definitions(expression.name, expression.node)[0]?.kind === 'parameter';
  }

  #ofCall(expression: CallView, depth: number): Provenance {
    const name = calleeName(expression);
    const shown = { evidence: expression.node, name };
    const receiver = expression.callee.kind === 'member' ? expression.callee.object : undefined;
    if (receiver && isHttpClient(this.#context, receiver)) return { origin: 'external', ...shown };
    if (this.isPrincipal(expression)) return { origin: 'principal', ...shown };
    if (receiver && this.isPrincipal(receiver))
      return { origin: asksForLogin.test(name) ? 'principal' : 'permission', ...shown };
    if (receiver && isMembershipTest(expression, name)) return this.#ofMembership(expression, receiver, depth);
    if (receiver && this.#isOfAnswer(receiver, name, depth)) return { origin: 'external', ...shown };
    const searched = searchedIn(this.#context, expression);
    if (searched) return this.#ofSearch(searched, shown, depth);
    const origin = originOfCall(expression);
    if (origin === 'input' && /^is_?valid$/.test(name) && receiver && this.#checksOwnData(expression, receiver))
      return { origin: 'internal', ...shown };
    if (origin === 'input' && looksInto.test(name)) return this.#ofLookedInto(expression, shown, depth);
    // a token that its issuer gave for a code is the issuer's
    if (origin === 'credentials' && expression.arguments.some(({ value }) => isExchanged(this.#context, value)))
      return { origin: 'external', ...shown };
    if (origin) return { origin, ...shown };
    const part = receiver && this.#ofPartByKey(expression, receiver, depth);
    if (part) return part;
    if (testsItsArgument.test(name)) {
      const [first] = expression.arguments;
      // `header.startsWith('Bearer ')` looks at the header
      const tested = first && (first.value.kind !== 'string' || !receiver) ? first.value : receiver;
      if (tested) return { ...this.of(tested, depth + 1), evidence: expression.node };
    }
    // `isObject(body)`, `toNumber(req.params.index)`, `len(key)`
    const [given] = expression.arguments;
    const looksAt = name === 'len' || (/^(?:is|to)[A-Z]/.test(name) && !isLookup(name));
    if (given && looksAt && this.of(given.value, depth + 1).origin === 'input') return { origin: 'input', ...shown };
    // `const deleted = await Book.destroy({ where: { id } }); if (!deleted) …`: nothing was there to delete
    // `find_duplicates(uploaded_files)`: what is there twice in what was sent
    const isOfMany = given?.value.kind === 'name' && isPlural(given.value.name);
    if (isOfMany && /duplicate/i.test(name) && this.of(given.value, depth + 1).origin === 'input')
      return { origin: 'input', ...shown };
    // `cache.get(state)`: keeps what was on its way to a provider
    if (/^(?:get|take|pop)$/.test(name) && isKeyedByRedirectState(this.#context, expression))
      return { origin: 'unknown', ...shown };
    const isOfSettings = speaksOf(name, 'configuration') && !isForOne(expression);
    if ((isLookup(name) || (isDeletion(name) && isAwaited(expression))) && !isOfSettings) {
      return { origin: 'entity', keys: keysOf(this.#context, this.#principals, expression), ...shown };
    }
    if (isOfSettings) return { origin: 'configuration', ...shown };
    // a method of a value tells no more than the value: `rows.filter(…)`, `name.trim()`
    if (receiver && (receiver.kind !== 'name' || ofText.test(name)) && wordsOf(name).length === 1) {
      const traced = this.of(receiver, depth + 1);
      const isTold = receiver.kind === 'name' ? traced.origin === 'credentials' : traced.origin !== 'unknown';
      if (isTold && traced.origin !== 'configuration') return traced;
    }
    return { origin: 'internal', ...shown };
  }

  /** `answer.headers.get('location')`, `answer.json()` where `answer = await fetch(url)` */
  #isOfAnswer(receiver: Expression, name: string, depth: number): boolean {
    const isRead = /^(?:json|text|blob|arrayBuffer|formData)$/.test(name);
    const holder =
      receiver.kind === 'member' && receiver.property === 'headers' ? receiver.object : isRead ? receiver : undefined;
    return holder !== undefined && this.of(holder, depth + 1).origin === 'external';
  }

  /** `BookSerializer(data={'titles': titles}).is_valid()` of what the handler has put together without the request. */
  #checksOwnData({ node }: CallView, receiver: Expression): boolean {
    const made = this.#context.resolve(receiver);
    const given = made.kind === 'call' ? made.arguments.find(({ name }) => name === 'data') : undefined;
    const data = given && this.#context.resolve(given.value);
    if (data?.kind !== 'object' || data.spread) return false;
    const parameters = this.#context.functionAround(node)?.parameters ?? [];
    const told = parameters.flatMap(({ name }) => (name === undefined || name === 'self' ? [] : [wholeWord(name)]));
    return data.entries.every(({ value }) => {
      const { text } = this.#context.resolve(value).node;
      return !/\brequest\b|\bkwargs\b/.test(text) && !told.some((name) => name.test(text));
    });
  }

  /** `JSON.parse(plugin.settings)`, `validateUrl('https://…')` are as little of the request as what they look into. */
  #ofLookedInto(call: CallView, shown: Pick<Provenance, 'evidence' | 'name'>, depth: number): Provenance {
    const [given] = call.arguments;
    const value = given && this.#context.resolve(given.value);
    const origin =
      value?.kind === 'object' ? this.#originOfParts(value, depth) : value && this.of(value, depth + 1).origin;
    const isWritten = value?.kind === 'string' && value.interpolated.length === 0;
    return { origin: isWritten || (origin && isOfServer.has(origin)) ? 'internal' : 'input', ...shown };
  }

  /** That of the request where a part of an object is, else that of its first part that came from somewhere. */
  #originOfParts({ entries, spread }: Expression & { kind: 'object' }, depth: number): Origin | undefined {
    const values = [...(spread ? [spread] : []), ...entries.map(({ value }) => value)];
    const origins = values
      .map((value) => this.of(value, depth + 1).origin)
      .filter((origin) => origin !== 'unknown' && origin !== 'internal');
    return origins.includes('input') ? 'input' : origins[0];
  }

  /** `payload.get('title')`, `os.environ.get('KEY')`: of a map that the request or the process gives. */
  #ofPartByKey(call: CallView, receiver: Expression, depth: number): Provenance | undefined {
    const [key] = call.arguments;
    if (key?.value.kind !== 'string' || !/^(?:get|getlist|pop)$/.test(calleeName(call))) return undefined;
    const whole = this.of(receiver, depth + 1);
    if (whole.origin !== 'input' && whole.origin !== 'configuration' && whole.origin !== 'external') return undefined;
    return { origin: whole.origin, evidence: call.node, name: call.node.text };
  }

  /** `roles.includes(req.user.role)` asks for permission; `allowed.includes(value)` looks at the value. */
  #ofMembership(expression: CallView, receiver: Expression, depth: number): Provenance {
    const first = expression.arguments[0]?.value;
    const shown = { evidence: expression.node, name: expression.node.text };
    if (first?.kind === 'function') {
      const found = this.#ofSearch(receiver, shown, depth);
      // `books.find((book) => book.isbn === req.params.isbn)` looks up what the URL names
      const keys = keysOf(this.#context, this.#principals, expression);
      return found.origin === 'input' || keys.size === 0 || !/\.find$/.test(expression.callee.node.text)
        ? found
        : { ...found, origin: 'entity', keys };
    }
    if (this.isPrincipal(receiver) || (first !== undefined && this.isPrincipal(first))) {
      return { origin: 'permission', ...shown };
    }
    if (speaksOf(receiver.node.text.slice(-40), 'permission')) return { origin: 'permission', ...shown };
    // `ids.includes(document.ownerId)`: what is looked at was found; whether it is the caller's is the question
    if (this.of(receiver, depth + 1).keys?.has('principal')) return { origin: 'permission', ...shown };
    // `contentType.includes('json')` looks at the type
    const tested = this.of(first && first.kind !== 'string' ? first : receiver, depth + 1);
    return tested.origin === 'entity' ? { origin: 'unknown', ...shown } : tested;
  }

  /** `tags.some((tag) => …)` of input looks at input; in what was found, it looks for something inside. */
  #ofSearch(receiver: Expression, shown: Pick<Provenance, 'evidence' | 'name'>, depth: number): Provenance {
    const { origin } = this.of(receiver, depth + 1);
    return { origin: origin === 'input' || origin === 'entity' ? origin : 'unknown', ...shown };
  }

  #either(one: Expression, other: Expression, depth: number): Provenance {
    const first = this.of(one, depth + 1);
    // `session?.user?.id ?? address` may be somebody nobody knows
    if (first.origin === 'principal' && /^(?:name|member|call)$/.test(other.kind) && !this.isPrincipal(other))
      return { ...first, origin: 'unknown' };
    if (first.origin !== 'unknown' && first.origin !== 'internal') return first;
    const second = this.of(other, depth + 1);
    // `answer ?? {}` is the answer
    return second.origin === 'unknown' ? first : second;
  }
}

const holdsCaller =
  /^_?(?:current_?)?(?:user|account|member|customer|admin|principal|identity|me|viewer|actor|auth|authorizer|session|token|claims|payload|credentials|data|value|body|info|state|locals|properties|props|context|ctx)$/i;

/** `header.split(' ')`: what is left of a text is as telling as the whole. */
const ofText = /^(?:split|slice|substring|substr|replace)$/;
const looksInto = /^(?:safe)?_?(?:parse|decode|cast|validate)/i;
const isOfServer: ReadonlySet<Origin> = new Set(['entity', 'configuration', 'external', 'internal']);
const testsItsArgument =
  /^(?:isArray|isInteger|isNaN|isFinite|test|match|startsWith|endsWith|trim|parseInt|parseFloat|Number|String|isEmail|isURL|isUUID|isValid|isMongoId|isLength)$/;

function isMembershipTest(call: CallView, name: string): boolean {
  if (/^(?:includes|has|contains|indexOf|some)$/.test(name)) return true;
  return name === 'find' && call.arguments[0]?.value.kind === 'function';
}

/** `const apiKey = await generateApiKey(…).catch(…)` is no key that somebody has shown. */
function isMade(value: Expression): boolean {
  if (value.kind !== 'call') return false;
  const { callee } = value;
  if (callee.kind === 'member' && /^(?:then|catch|finally)$/.test(callee.property)) return isMade(callee.object);
  return /^_?(?:generate|create|make|build|sign|issue|mint|encode|encrypt|hash|random|new|update|upsert|save|store|exchange)/i.test(
    calleeName(value),
  );
}

/** `get_environ(sid)`, `getSettings(user.id)`: what is kept of one of many is no setting of the server. */
function isForOne({ arguments: given }: CallView): boolean {
  return given.some(({ value }) => /^(?:\w+\.)*(?:[us]?id|uuid|\w+_id|\w+I[dD])$/.test(value.node.text));
}

/** The last value given to a name that is assigned in several places. */
function lastValue(definitions: readonly Definition[]) {
  const values = definitions.flatMap((each) => (each.kind === 'value' ? [each.binding] : []));
  const last = values.findLast(({ value }) => value !== undefined && value.kind !== 'nothing');
  return last?.value && { value: last.value, path: last.path };
}
