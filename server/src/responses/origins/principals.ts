import { matchPattern } from '../../languages/patterns.ts';
import type { CallView, Expression, MemberView, Parameter } from '../../languages/views.ts';
import { calleeName } from '../code/callees.ts';
import type { Atom } from '../code/conditions.ts';
import type { FileContext } from '../code/context.ts';
import { wordsOf } from '../code/naming.ts';
import { holesOf } from '../code/receivers.ts';
import type { Definition } from '../code/scope.ts';
import { isExchanged, isKeyedByRedirectState, turnsPage } from './callOrigins.ts';
import { keysFromElsewhere } from './keysFromElsewhere.ts';
import { isPrincipalCall, isPrincipalName } from './vocabulary.ts';

const maximumDepth = 7;

/** Finds the authenticated caller in expressions: `req.user`, `session.userId`, `c.get('user')`, verified claims. */
export class Principals {
  readonly #context: FileContext;

  constructor(context: FileContext) {
    this.#context = context;
  }

  /** True of the caller and of what belongs to it: `req.user.id.toString()`. */
  isPrincipal(expression: Expression, depth = 0): boolean {
    if (depth > maximumDepth) return false;
    switch (expression.kind) {
      case 'name': {
        const value = this.#context.scopes.value(expression.name, expression.node);
        if (value) return this.isPrincipal(value.value, depth + 1);
        const definitions = this.#context.scopes.definitions(expression.name, expression.node);
        const [first] = definitions;
        return (
          (isPrincipalName(expression.name) && !definitions.some((each) => isFoundOrMade(this.#context, each))) ||
          (first?.kind === 'parameter' &&
            (isGivenCaller(first.parameter) ||
              isCallerOfHandler(first) ||
              keysFromElsewhere(this.#context, first).join() === 'principal'))
        );
      }
      case 'member':
        if (isColumn(this.#context, expression)) return false;
        return (
          isPrincipalMember(expression) ||
          this.#isOfFramework(expression, expression.property) ||
          this.isPrincipal(expression.object, depth + 1)
        );
      case 'index':
        return this.isPrincipal(expression.object, depth + 1);
      case 'logical':
        // `session?.user?.id ?? ip` may be somebody nobody knows
        return (
          this.isPrincipal(expression.left, depth + 1) &&
          (expression.operator === 'and' ||
            !/^(?:name|member|call)$/.test(expression.right.kind) ||
            this.isPrincipal(expression.right, depth + 1))
        );
      case 'call':
        return this.#isPrincipalCall(expression, depth);
      default:
        return false;
    }
  }

  /** The caller inside what an atom tests: `req.user` in `req.user.role !== 'admin'`. */
  principalIn(atom: Atom): Expression | undefined {
    return this.#inside(atom.subject, 0) ?? (atom.against && this.#inside(atom.against, 0));
  }

  /** Where the frameworks of the file say that the caller is found: `CTX.state.user`. */
  #isOfFramework(expression: Expression, word: string): boolean {
    const { compiled } = this.#context;
    return compiled.at(word).some(({ kind, pattern, framework }) => {
      if (kind !== 'principal' || !this.#context.uses(framework)) return false;
      return matchPattern(pattern, expression, holesOf(this.#context, framework)) !== undefined;
    });
  }

  #isPrincipalCall(call: CallView, depth: number): boolean {
    const name = calleeName(call);
    if (this.#isOfFramework(call, name)) return true;
    const first = call.arguments[0]?.value;
    // `auth.getUser(ctx.user.id)` looks up what is kept of a caller who is known
    const isOfKnown = first?.kind === 'member' && this.isPrincipal(first.object, depth + 1);
    if (isAskedOfAuthentication(call)) return !isOfKnown;
    if (isPrincipalCall(name) || givesClaims(this.#context, call) || asksRequest(this.#context, call)) return true;
    // `String(req.user.id)`
    if (call.callee.kind === 'name') {
      return (
        /^(?:String|Number|parseInt|str|int|ObjectId)$/.test(name) &&
        first !== undefined &&
        this.isPrincipal(first, depth + 1)
      );
    }
    if (call.callee.kind !== 'member') return false;
    // `owner.equals(req.user.id)` compares; `req.user.id.toString()` and `current_user.get_id()` are still the caller
    if (/^(?:toString|valueOf|equals|toHexString|trim|toLowerCase|get_?(?:user_?)?(?:id|name))$/i.test(name)) {
      return this.isPrincipal(call.callee.object, depth + 1);
    }
    if (!/^(?:get|Get|MustGet|Get(?:String|Int|Int64|Uint|Uint64)|value|Value|Locals)$/.test(name) || !first)
      return false;
    // gorilla's `context.Get(r, "user")` asks the request; what stands behind a key is what there is without it
    const key = first.kind === 'name' ? (call.arguments[1]?.value ?? first) : first;
    return [first, key].some((value) => isPrincipalKey(keyText(value) ?? ''));
  }

  #inside(expression: Expression, depth: number): Expression | undefined {
    if (depth > maximumDepth) return undefined;
    if (expression.kind === 'member') {
      return this.#inside(expression.object, depth + 1) ?? (this.isPrincipal(expression) ? expression : undefined);
    }
    if (this.isPrincipal(expression)) return expression;
    if (expression.kind === 'name') {
      const value = this.#context.scopes.value(expression.name, expression.node);
      return value && this.#inside(value.value, depth + 1) ? expression : undefined;
    }
    for (const part of partsOf(expression)) {
      const found = this.#inside(part, depth + 1);
      if (found) return found;
    }
    return undefined;
  }
}

/**
 * `authIdentity := dao.FindIdentity(provider, id)`, made where there is none: of whom, is for the code to say. So it is of
 * a session that keeps where a login that goes on elsewhere began.
 */
function isFoundOrMade(context: FileContext, definition: Definition): boolean {
  const value = definition.kind === 'value' ? definition.binding.value : undefined;
  if (value && isKeyedByRedirectState(context, value)) return true;
  if (value?.kind !== 'call' || isPrincipalCall(calleeName(value))) return false;
  return /^(?:find|create|register|insert)(?=[A-Z_])/i.test(calleeName(value));
}

/** `user: User = Depends(get_current_user)`, `@CurrentUser() user: User`, `@GetUser('id') userId: string` */
function isGivenCaller({ decorators }: Parameter): boolean {
  return decorators.some((each) => {
    if (each.kind !== 'call') return false;
    const name = calleeName(each);
    if (/^(?:Depends|Security)$/.test(name))
      return each.arguments.slice(0, 1).some(({ value }) => givesCaller(value) || givesCallerIfAny(value));
    return /^(?:Get|Current|Auth(?:ed|enticated)?|Req(?:uest)?|LoggedIn|Active|Jwt|Session)*(?:User|Account)(?:Id|Data)?$/.test(
      name,
    );
  });
}

/** `func (s *Server) remove(w http.ResponseWriter, r *http.Request, user *User)`: what calls it has found out who calls. */
function isCallerOfHandler({
  parameter,
  index,
  function: { parameters },
}: Definition & { kind: 'parameter' }): boolean {
  const { name = '', type = '' } = parameter;
  const isUser = /^(?:user|usr|account|member)$/.test(name) && /(?:^|[.*])\w*(?:User|Account|Member)$/.test(type);
  return isUser && parameters.slice(0, index).some((each) => responseTypes.test(each.type ?? ''));
}

const responseTypes = /^\*?(?:http\.ResponseWriter|(?:gin|echo)\.Context|fiber\.Ctx)$/;

/** `get_current_user_optional`, `login_required_optional`: gives the caller, or nobody. */
function givesCallerIfAny({ node }: Expression): boolean {
  const name = node.text.replace(/_(?:optional|or_none)$/, '');
  return name !== node.text && (isPrincipalCall(name) || name === 'login_required');
}

/** True of a function that gives the authenticated caller, or of a call that makes one. */
export function givesCaller(expression: Expression): boolean {
  if (expression.kind === 'call') return givesCaller(expression.callee);
  const name = expression.kind === 'member' ? expression.property : expression.kind === 'name' ? expression.name : '';
  return (
    isPrincipalCall(name) ||
    /(?:^|_)auth(?:entication|enticate|enticated)?(?:_verifier|_user)?$|auth_verifier$/.test(name)
  );
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'call':
      return [expression.callee, ...expression.arguments.map(({ value }) => value)];
    case 'comparison':
    case 'logical':
      return [expression.left, expression.right];
    case 'object':
      return expression.entries.map(({ value }) => value);
    case 'not':
      return [expression.operand];
    default:
      return [];
  }
}

const holders =
  /^(?:req|request|ctx|context|session|state|locals|_?event|res|g|c|self|this|auth|authorizer|currentSession)$/i;

function isPrincipalMember(expression: Expression & { kind: 'member' }): boolean {
  const { object, property } = expression;
  const holder = object.kind === 'member' ? object.property : object.kind === 'name' ? object.name : '';
  if (
    /^(?:user|account|auth|currentUser|current_user|principal|userId|user_id|identity|me|authenticated_userid)$/.test(
      property,
    )
  ) {
    return holders.test(holder);
  }
  // `ctx.User` of a context of the project's own
  if (/^(?:User|Account|Auth|CurrentUser|Principal|UserID|Identity|Session)$/.test(property)) {
    return /^(?:c|ctx|context|session|sess)$/i.test(holder);
  }
  return (
    /^(?:authorizer|claims|credentials)$/.test(property) &&
    /^(?:requestContext|request_context|auth|request|jwt|authorizer)$/.test(holder)
  );
}

/** `self.account` of a model is what a row refers to, whoever calls. */
function isColumn({ language }: FileContext, { node, object, property }: MemberView): boolean {
  if (object.node.text !== 'self') return false;
  const around = language.classAround(node);
  if (!around) return false;
  const [base] = around.bases ?? [around.base];
  return (
    around.fields.some(({ name, value }) => name === property && value?.kind === 'call') ||
    (base !== undefined && /Model$/.test(base.node.text))
  );
}

/**
 * `jwt.verify(token, secret)` gives the claims of a caller who has shown valid credentials; where the next page begins, and
 * what another service gave for a code, says nothing of who calls.
 */
function givesClaims(context: FileContext, call: CallView): boolean {
  return (
    /^(?:verify|decode|jwtVerify|verifyIdToken|verifyAccessToken)$/.test(calleeName(call)) &&
    /jwt|jose|token|auth/i.test(call.callee.node.text) &&
    !turnsPage.test(call.node.text) &&
    !call.arguments.some(({ value }) => isExchanged(context, value))
  );
}

/**
 * `await verifyUser({ req, res })`, `requireAccount(request)`, `iam_user_id(event)`: a function of the project's own that
 * asks the request who calls.
 */
function asksRequest({ scopes }: FileContext, call: CallView): boolean {
  return (
    call.callee.kind === 'name' &&
    /^(?:get|find|verify|check|authenticate|require|ensure|assert|resolve|load)_?(?:api_?)?(?:user|account|caller|token)(?:_?id)?$|^(?:iam|cognito|jwt|auth(?:enticated|orizer)?)_?user(?:_?(?:id|arn|name))?$/i.test(
      call.callee.name,
    ) &&
    call.arguments.some(({ value }) => holdsRequest(scopes, value))
  );
}

function holdsRequest(scopes: FileContext['scopes'], value: Expression): boolean {
  if (value.kind === 'object') return value.entries.some((entry) => holdsRequest(scopes, entry.value));
  if (value.kind !== 'name') return false;
  if (/^_?(?:req|request|event)$/.test(value.name)) return true;
  const [definition] = scopes.definitions(value.name, value.node);
  return definition?.kind === 'parameter' && definition.parameter.type === '*http.Request';
}

/** What a value is kept under: a text, or a constant of its own type, `userContextKey`, `contextKey("user")`. */
function keyText(expression: Expression): string | undefined {
  if (expression.kind === 'string') return expression.value;
  if (expression.kind === 'call') {
    const [only] = expression.arguments;
    return /key$/i.test(calleeName(expression)) && only ? keyText(only.value) : undefined;
  }
  const name = expression.kind === 'member' ? expression.property : expression.kind === 'name' ? expression.name : '';
  const words = wordsOf(name);
  if (!words.some((word) => /^(?:key|ctx|context)$/.test(word))) return undefined;
  return words.filter((word) => !/^(?:key|ctx|context|http|request|gin|echo)$/.test(word)).join('_');
}

/** `auth.GetUser(c)`, `session.UserID(r)` */
function isAskedOfAuthentication({ callee }: CallView): boolean {
  return (
    callee.kind === 'member' &&
    callee.object.kind === 'name' &&
    /^(?:auth|authn|authctx|session|sessions)$/.test(callee.object.name) &&
    /^(?:get)?_?(?:user|account|claims|identity)(?:_?id)?$/i.test(callee.property)
  );
}

function isPrincipalKey(key: string): boolean {
  return (
    isPrincipalName(key) ||
    /^(?:user|jwtPayload|auth|user_?payload|auth(?:orization|entication)?_?payload|user_?id|account|userinfo)$/i.test(
      key,
    )
  );
}
