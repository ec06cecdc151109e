import type { CallView, Entry, Expression, NameView } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { calleeName, isAwaited } from '../code/callees.ts';
import type { FileContext } from '../code/context.ts';
import type { Flow } from '../code/flow.ts';
import { callHanding } from '../code/handedResults.ts';
import { callTaking } from '../code/passing.ts';
import type { Response } from '../model.ts';
import { isLookup, speaksOf } from '../origins/vocabulary.ts';
import { callsIn } from './attempts.ts';
import { messageOf } from './messages.ts';
import type { Reason, ReasonKind } from './reason.ts';

const maximumDepth = 6;

/** What handlers of one file have done where they answer that it went well: made something, taken work on, changed something. */
export class Outcomes {
  readonly #context: FileContext;
  readonly #flow: Flow;
  readonly #calls = new Map<SyntaxNode, readonly CallView[]>();

  constructor(context: FileContext, flow: Flow) {
    this.#context = context;
    this.#flow = flow;
  }

  /** `within` is what decides that the response is sent: what was done before it is not why. */
  of(response: Response, within: SyntaxNode | undefined): Reason | undefined {
    if (givesToken(response)) return undefined;
    const given = this.#creationOfBody(response);
    if (given) return reasonOf('created', 'high', given);
    const done = this.#callsBefore(response.sentAt).filter(
      // `createResponse(user, 200)` makes the response
      ({ node }) => node !== response.sentAt && (within?.contains(node) ?? true),
    );
    const code = response.status?.options[0]?.code;
    const creation = done.findLast((call) => this.#creates(call, 0));
    const queueing = done.findLast(takesOn);
    if (queueing && (code === 202 || (code !== 201 && !creation)))
      return reasonOf('accepted', code === 202 ? 'high' : 'low', queueing);
    const change = done.findLast((call) => changes(call));
    if (creation && (code === 201 || !change || change.node.start <= creation.node.start))
      return reasonOf(
        'created',
        code === 201 || this.#savesGiven(creation) || this.#saysCreated(response) ? 'high' : 'low',
        creation,
      );
    return change && reasonOf(response.body.kind === 'none' ? 'done without content' : 'done', 'high', change);
  }

  /** `{'message': 'User created'}`: a response that says itself what the call before it has done. */
  #saysCreated(response: Response): boolean {
    return /\b(?:created|registered)\b/i.test(messageOf(this.#context, response));
  }

  /** The call that made what the body is: `const user = await User.create(…); res.json(user)`, `return { ...user, team }`. */
  #creationOfBody({ body }: Response): CallView | undefined {
    const whole = body.kind === 'present' ? body.expression : undefined;
    if (!whole) return undefined;
    return firstOf(partsOf(whole, 0), (part) => this.#creationIn(part, 0));
  }

  /** `isPart`: only a part of it is told, which says little of what the whole was stored for. */
  #creationIn(expression: Expression, depth: number, isPart = false): CallView | undefined {
    if (depth > maximumDepth) return undefined;
    switch (expression.kind) {
      case 'member':
      case 'index':
        return this.#creationIn(expression.object, depth + 1, true);
      case 'name': {
        // `{ queueId }` tells where work stands that is yet to be done
        if (standsInQueue.test(expression.name)) return undefined;
        const value = this.#context.scopes.value(expression.name, expression.node)?.value ?? this.#handedOn(expression);
        const creation =
          value && !value.node.contains(expression.node) ? this.#creationIn(value, depth + 1) : undefined;
        return creation ?? (isPart ? undefined : this.#storing(expression, value));
      }
      // `{ data: { id } }`
      case 'object':
        return expression.type
          ? undefined
          : firstOf(expression.entries, ({ value }) => this.#creationIn(value, depth + 1));
      case 'call': {
        if (this.#creates(expression, depth)) return expression;
        // `db.insert(users).values(user).returning()`, `user.toJSON()`
        const holder = heldBy(expression);
        const held = holder && this.#creationIn(holder, depth + 1);
        if (held) return held;
        // `toResponse(&user)`
        const isPresented = presents.test(calleeName(expression)) || turns.test(calleeName(expression));
        return firstOf(expression.arguments, ({ value }) => {
          const name = namedBy(value);
          if (name) return isPresented ? this.#creationIn(name, depth + 1) : this.#storing(name, undefined);
          return isPresented ? this.#creationIn(value, depth + 1) : undefined;
        });
      }
      default:
        return undefined;
    }
  }

  /** `Book.create(fields).then((book) => res.json(book))`: the call whose result a callback is handed. */
  #handedOn({ name, node }: NameView): Expression | undefined {
    const [definition, ...others] = this.#context.scopes.definitions(name, node);
    return others.length === 0 ? callHanding(this.#context.language, definition, handsOn) : undefined;
  }

  /** `const user = new User(…); await user.save(); res.json(user)`, `db.Create(&user)` */
  #storing(name: NameView, value: Expression | undefined): CallView | undefined {
    // what every helper is given says nothing of what is stored: `createCustomer(c, email)`
    if (/^(?:c|ctx|context|req|request|res|response|reply|env|db|tx)$/.test(name.name)) return undefined;
    const isNew = value !== undefined && makes(value);
    return this.#callsBefore(name.node).findLast((call) => {
      const verb = calleeName(call);
      const takes = call.arguments.some(({ value: given }) => namedBy(given)?.name === name.name);
      if (takes && (/^(?:create|insert)/i.test(verb) || endsInMaking(verb)) && !passes.test(call.callee.node.text))
        return !this.#isComputed(call);
      if (!isNew || !/^(?:save|insert|create|persist|add)$/i.test(verb) || call.callee.kind !== 'member') return false;
      const holder = call.callee.object;
      return takes ? isStore(holder) : verb !== 'add' && namedBy(holder)?.name === name.name;
    });
  }

  #creates(call: CallView, depth: number): boolean {
    const name = calleeName(call);
    if (call.constructs || takesOn(call)) return false;
    // `await Thread.new(shelf, user)`
    const makesNew = name === 'new' && call.callee.kind === 'member' && isAwaited(call);
    if (/^(?:create|insert|add|register)/i.test(name) || endsInMaking(name) || makesNew)
      return isOfThing(call) && !this.#isComputed(call) && !this.#tiesFound(call);
    if (/^(?:query|execute|exec|run|raw)$/i.test(name)) return call.arguments.some(({ value }) => insertsRow(value));
    if (!/^(?:save|persist)$/i.test(name)) return false;
    if (this.#savesGiven(call)) return true;
    const saved = call.arguments[0]?.value ?? (call.callee.kind === 'member' ? call.callee.object : undefined);
    return saved !== undefined && this.#isNew(saved, depth);
  }

  /** `books, err := query.SelectedBooks(ids); …; shelf.AddBooks(books)`: what was there already is put somewhere. */
  #tiesFound(call: CallView): boolean {
    if (!/^add/i.test(calleeName(call)) || call.callee.kind !== 'member' || call.arguments.length !== 1) return false;
    const given = call.arguments[0]?.value;
    const value = given?.kind === 'name' ? this.#context.scopes.value(given.name, given.node)?.value : undefined;
    return value?.kind === 'call' && (isLookup(calleeName(value)) || /^quer(?:y|ies)\./.test(value.callee.node.text));
  }

  /** `serializer = BookSerializer(data=request.data); serializer.save()` in `def create_book`, with no book to change. */
  #savesGiven(call: CallView): boolean {
    const { node, callee } = call;
    if (!/^(?:save|persist)$/.test(calleeName(call))) return false;
    const holder = callee.kind === 'member' ? this.#context.resolve(callee.object) : undefined;
    if (holder?.kind !== 'call' || !/serializer$/i.test(calleeName(holder))) return false;
    const isGiven = holder.arguments.some(({ name }) => name === 'data');
    const changes = holder.arguments.some(({ name }) => name === undefined || name === 'instance' || name === 'many');
    return (
      isGiven &&
      !changes &&
      /^(?:create|add|register|clone|duplicate|copy)/i.test(this.#context.functionAround(node)?.name ?? '')
    );
  }

  /** `createChart(counts)`: a function of one's own that nobody waits for only puts together what is there. */
  #isComputed(call: CallView): boolean {
    const { family } = this.#context.language;
    if (family !== 'javascript' || call.callee.kind !== 'name' || isAwaited(call)) return false;
    const around = call.node.parent && this.#context.language.statement(call.node.parent);
    return around?.kind !== 'exit';
  }

  #isNew(expression: Expression, depth: number): boolean {
    if (depth > maximumDepth) return false;
    const value =
      expression.kind === 'name' ? this.#context.scopes.value(expression.name, expression.node)?.value : expression;
    return value !== undefined && makes(value);
  }

  /** The calls that every run has passed where a place is reached, in the order of the text. */
  #callsBefore(place: SyntaxNode): readonly CallView[] {
    const body = this.#context.functionAround(place)?.body;
    if (!body) return [];
    let calls = this.#calls.get(body);
    if (!calls) {
      calls = callsIn(this.#context, body);
      this.#calls.set(body, calls);
    }
    return calls.filter(
      ({ node }) => node.start < place.end && this.#flow.dominates(this.#doneAt(node, place) ?? node, place),
    );
  }

  /** `err := db.Transaction(func(tx *gorm.DB) error { return tx.Create(&book).Error })`: it is done where that is called. */
  #doneAt(node: SyntaxNode, place: SyntaxNode): SyntaxNode | undefined {
    const inner = this.#context.functionAround(node)?.node;
    const call = inner && !inner.contains(place) ? callTaking(this.#context, inner) : undefined;
    const isRun = call !== undefined && /transaction|(?:^|with|in|run)_?tx$/i.test(calleeName(call));
    return isRun && this.#flow.guards(node).length === 0 ? call.node : undefined;
  }
}

/** `{ access_token, token_type }`: what an OAuth client is given is no resource, and is answered with 200 (RFC 6749 §5.1). */
function givesToken({ body }: Response): boolean {
  return (
    body.kind === 'present' &&
    body.expression?.kind === 'object' &&
    body.expression.entries.some(({ key }) => key === 'access_token')
  );
}

function reasonOf(kind: ReasonKind, confidence: Reason['confidence'], { node, callee }: CallView): Reason {
  return { kind, confidence, guard: node, source: undefined, subject: callee.node.text, principal: undefined };
}

/**
 * `store.BookCreate(book)`; not `validateCreate(book)`, `onCreate(book)`, which are about it, nor `FirstOrCreate()`, which
 * may find it.
 */
function endsInMaking(name: string): boolean {
  return /[a-z\d](?<!Or)(?:Create|Insert)$/.test(name) && !isAboutMaking.test(name);
}

const isAboutMaking =
  /^(?:on|before|after|pre|post|can|may|should|must|is|has|check|validate|allow|deny|log|notify|emit|track|audit|handle|prepare|parse|read|bind|err)(?:Create|Insert|[A-Z_]\w*(?:Create|Insert))$/i;

/**
 * Tokens, sessions, links, calculations and what a language model says are made by POST as well, but are no resources; nor is
 * what a factory makes.
 */
function isOfThing({ callee }: CallView): boolean {
  if (callee.kind === 'member' && /(?:creator|factory|builder)(?:\(\))?$/i.test(callee.object.node.text)) return false;
  // `expiry := time.Now().Add(lifetime)`
  if (callee.kind === 'member' && /^add$/i.test(callee.property) && isReckoned.test(callee.object.node.text))
    return false;
  const { text } = callee.node;
  return (
    !passes.test(text) &&
    !/link|url|query|client|driver|transport|stream|response|intent|signature|checkout|portal|oauth|state|challenge|nonce|otp|captcha/i.test(
      text,
    )
  );
}

/** What does not stay whatever it is given, `asyncio.create_subprocess_exec(command)` among it, and what may be found instead. */
const passes = /^asyncio\.|token|session|jwt|hash|completion|embedding|or_?(?:update|get|find)/i;

/** What times, counts and header fields are added to. */
const isReckoned =
  /\btime\.\w+\(.*\)$|(?:^|\.)(?:now|start|wg|wait_?group|\w*counter)$|expir\w*$|deadline$|header(?:\(\))?$/i;

const presents =
  /^(?:copy|clone|to|as|serialize|present|format|render|sanitize|omit|pick|transform|map|convert|clean|strip|public|exclude|jsonify|new)/i;
/** Also of results: `createBook(fields).map((book) => …)`. */
const handsOn = /^(?:then|map|match|tap)$/;
/** `bookToJson(book)`, `book_to_dict(book)` */
const turns = /[a-z\d]To[A-Z]|[a-z\d]_to_[a-z]/;

/** `new User(…)`, `User(…)` where the language has no word for it, `repository.create(…)` which stores nothing yet. */
function makes(value: Expression): boolean {
  if (value.kind === 'object') return value.type !== undefined;
  return value.kind === 'call' && (value.constructs || /^(?:create|build|new)/i.test(calleeName(value)));
}

/** What an answer is put together of: `shelf` of `{ data: { shelf } }`. */
function partsOf(whole: Expression, depth: number): readonly Expression[] {
  if (whole.kind !== 'object' || depth > deepestPart) return [whole];
  const values = [...(whole.spread ? [whole.spread] : []), ...whole.entries.map(standsFor)];
  return values.flatMap((value) => partsOf(value, depth + 1));
}

/** `id: book.id` stands for the book; not `bookId: book.id`, which somebody else may have as well. */
function standsFor({ key, value }: Entry): Expression {
  return isId.test(key) && value.kind === 'member' && isId.test(value.property) ? value.object : value;
}

const isId = /^_?(?:id|uuid)$/i;

const deepestPart = 2;
const standsInQueue = /^(?:queue|job|task|run|execution|operation)_?id$/i;

/** What a call is a part of or a way to show; what is done with a thing once it is made, `driver.session()`, is neither. */
function heldBy({ callee }: CallView): Expression | undefined {
  if (callee.kind !== 'member') return undefined;
  const { object, property } = callee;
  return object.kind !== 'name' || presents.test(property) || /^(?:get|json|dict|model_dump)$/.test(property)
    ? object
    : undefined;
}

/** `user`, `&user` */
function namedBy(expression: Expression): NameView | undefined {
  if (expression.kind === 'operation')
    return expression.operands.length === 1 ? firstOf(expression.operands, namedBy) : undefined;
  return expression.kind === 'name' ? expression : undefined;
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isStore(holder: Expression): boolean {
  return /repo(?:sitory)?$|model|prisma|(?:^|\.)(?:db|tx|session|em|entity_?manager|manager|store|dao|service|collection|table|database)$/i.test(
    holder.node.text,
  );
}

/** An `INSERT` that does nothing else when the row is there. */
function insertsRow(value: Expression): boolean {
  return (
    value.kind === 'string' &&
    /^\s*insert\s+into\b/i.test(value.value) &&
    !/\bon\s+(?:conflict|duplicate)\b/i.test(value.value)
  );
}

const queueing =
  /^(?:enqueue\w*|add_?task|apply_?async|send_?task|send_?to_?queue|publish\w*|perform_?(?:later|async)|delay)$/i;
const queues =
  /queue|publisher|producer|broker|sqs|pubsub|scheduler|background_?tasks|worker|bull|agenda|rabbit|kafka|jobs?$/i;

/** `queue.add(…)`, `task.delay(…)`, `background_tasks.add_task(…)`: it is done when the response has long been sent. */
function takesOn(call: CallView): boolean {
  const name = calleeName(call);
  if (call.callee.kind !== 'member') return /^(?:enqueue\w*|publish\w*)$/i.test(name);
  if (queueing.test(name)) return true;
  return (
    /^(?:add|push|send|produce|emit|put|schedule|now|trigger|dispatch|sendMessage|submit)$/i.test(name) &&
    queues.test(call.callee.object.node.text)
  );
}

/** `book.destroy()`, `repository.update(id, changes)` */
function changes(call: CallView): boolean {
  const holder = call.callee.kind === 'member' ? call.callee.object.node.text : '';
  return (
    !call.constructs &&
    speaksOf(calleeName(call), 'writing') &&
    /^(?:delete|remove|destroy|update|save|upsert|patch|insert|create|archive|persist|store)/i.test(calleeName(call)) &&
    !/^(?:res|response|reply|ctx|c|headers|Object|URL|crypto|Array|Buffer|Map|Set|params|query|cookies?|logger|log|console)\b/.test(
      holder,
    ) &&
    !/(?:headers|cookies|params|cache|map|set)$/i.test(holder)
  );
}
