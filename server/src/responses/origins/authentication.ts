import type { Expression } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { calleeName } from '../code/callees.ts';
import { type Atom, waysToHold } from '../code/conditions.ts';
import type { FileContext } from '../code/context.ts';
import type { Flow, Guard } from '../code/flow.ts';
import { isGuard } from '../code/guards.ts';
import type { MiddlewareElsewhere } from '../knowledge.ts';
import type { Response } from '../model.ts';
import { failureIn } from '../reasons/errorValues.ts';
import { givesCaller } from './principals.ts';
import type { Origin, Provenances } from './provenance.ts';
import { isLookup, speaksOf } from './vocabulary.ts';

/** Whether the caller has shown who it is at a place, and what in the source says so. */
export interface Authentication {
  readonly state: 'authenticated' | 'anonymous' | 'unknown';
  readonly evidence: SyntaxNode | undefined;
  /** What says so in another file. */
  readonly elsewhere?: MiddlewareElsewhere;
}

const unknown: Authentication = { state: 'unknown', evidence: undefined };

/** Middleware, guards and decorators that let only authenticated callers through. */
const required =
  /(?:^|[^a-z])(?:require|ensure|is|check|verify|must|with|need|validate|enforce|protect|only)?_?-?(?:s?_?be_?)?(?:auth(?:enticate|enticated|entication|orize|orized|orization|ed|n|z)?|logged_?in|login|signed_?in|jwt|token|session|user|admin|roles?|permissions?|bearer|protect|protected|owner|scopes?|acl|can|staff)(?:_?(?:required|guard|middleware|mixin|only|check|handler|user|token|jwt|auth|or_?fail|hook))*(?:$|[^a-z])/i;
const requiredWords =
  /auth|login|logged|jwt|verifytoken|protect|requireuser|requiresession|guard|admin|role|permission|signedin/i;
const optional =
  /optional|maybe|try|anonymous|public|skip|guest|ifpresent|attach|load|parse|refresh|allowAny|rateLimit|redirectIf|notAuth|unauth|isGuest|limiter|csrf|ContinueOn|(?:auth|login|required)_?if_?no_?anon?/i;

/** Decorators that let everyone through, whatever guards stand before all. */
const opensToAll = /^@?(?:Public|SkipAuth|AllowAnonymous|NoAuth)\b/;

/** What the authentication of a response's caller is, from what stands before the handler and on the way to it. */
export function authenticationOf(
  context: FileContext,
  flow: Flow,
  provenances: Provenances,
  response: Response,
): Authentication {
  const onTheWay = authenticationAt(context, flow, provenances, response.sentAt);
  if (onTheWay.state !== 'unknown') return onTheWay;
  const required = response.handler?.framework?.authentication?.required;
  const before = authenticationBefore(response.handler?.middleware ?? [], required);
  if (before.state !== 'unknown') return before;
  return authenticationElsewhere(context, response);
}

/** True behind a guard that says by its name that it lets anonymous callers through: `optionalAuth`, `login_required_if_no_ano`. */
export function admitsAnonymous({ handler }: Response): boolean {
  return (handler?.middleware ?? []).some(({ node }) => optional.test(node.text) && requiredWords.test(node.text));
}

/** `required` are the names by which the framework at hand lets only authenticated callers through. */
function authenticationBefore(middleware: readonly Expression[], required: readonly string[] = []): Authentication {
  if (middleware.some(({ node }) => opensToAll.test(node.text))) return unknown;
  for (const expression of middleware) {
    if (isRequiredMiddleware(expression) || isOneOf(required, expression))
      return { state: 'authenticated', evidence: expression.node };
  }
  return unknown;
}

/** Whether middleware lets only authenticated callers through, by its name or as one of a framework that the file uses. */
export function letsOnlyAuthenticatedThrough(context: FileContext, expression: Expression): boolean {
  const named = context.compiled.frameworks.filter((each) => each.authentication?.required && context.uses(each));
  return (
    isRequiredMiddleware(expression) ||
    named.some(({ authentication }) => isOneOf(authentication?.required ?? [], expression))
  );
}

function isOneOf(required: readonly string[], expression: Expression): boolean {
  const name = dottedName(expression.kind === 'call' ? expression.callee : expression);
  const last = name.split('.').at(-1) ?? '';
  return (required.includes(name) || required.includes(last)) && !optional.test(expression.node.text);
}

/** What stands before the handler in other files, and what middleware does that other files define. */
function authenticationElsewhere(context: FileContext, { handler }: Response): Authentication {
  if (!handler || handler.middleware.some(({ node }) => opensToAll.test(node.text))) return unknown;
  const elsewhere = handler.elsewhere?.find(({ isRequired }) => isRequired);
  if (elsewhere) return { state: 'authenticated', evidence: undefined, elsewhere };
  const guard = handler.middleware.find((expression) => isGuardByItsCode(context, expression));
  return guard ? { state: 'authenticated', evidence: guard.node } : unknown;
}

/** True of what answers 401 to callers who show no credentials, by what it does: in this file or another. */
function isGuardByItsCode(context: FileContext, expression: Expression): boolean {
  if (optional.test(expression.node.text)) return false;
  const path: string[] = [];
  let root = guardIn(expression);
  for (; root.kind === 'member'; root = root.object) path.unshift(root.property);
  if (root.kind !== 'name') return false;
  const [definition] = path.length === 0 ? context.scopes.definitions(root.name, root.node) : [];
  if (definition?.kind === 'function') return isGuard(definition.function);
  const imported = context.importOf(root.name);
  if (!imported) return false;
  const known = context.knowledge?.imported(imported.source, imported.name === '*' ? path : [imported.name, ...path]);
  return known?.kind === 'function' && known.summary.guards === true;
}

/** What decides who goes on: `caller` of `Depends(caller)`, `requireRole` of `requireRole('admin')`. */
export function guardIn(expression: Expression): Expression {
  if (expression.kind !== 'call') return expression;
  const { callee } = expression;
  const word = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  const given = /^(?:Depends|Security)$/.test(word) ? expression.arguments[0]?.value : undefined;
  return given ? guardIn(given) : callee;
}

/** `requireAuth`, `passport.authenticate('jwt')`, `authMiddleware.MiddlewareFunc()`, `UseGuards(JwtAuthGuard)`, `isAuthenticated(Permission.ADMIN)`. */
export function isRequiredMiddleware(expression: Expression): boolean {
  if (expression.kind === 'function') return false;
  if (expression.kind === 'list') return expression.elements.some(isRequiredMiddleware);
  if (expression.kind === 'call') {
    const name = dottedName(expression.callee);
    const given = expression.arguments.map(({ value }) => value);
    if (/^Authorized$/.test(name) || (name === 'Security' && given[0]?.kind === 'string')) return true;
    // what takes guards, or a function that gives the caller
    if (/^(?:UseGuards|permission_classes|Depends|Security)$/.test(name.split('.').at(-1) ?? '')) {
      return given.some(
        (value) => isRequiredMiddleware(value) || (givesCaller(value) && !optional.test(value.node.text)),
      );
    }
    // a factory says by its own name what it makes: `isAuthenticated(…)`; one that wraps says it of what it is given
    return isRequiredName(name) && !/\b(?:optional|mode:\s*'try')/i.test(expression.node.text);
  }
  return isRequiredName(dottedName(expression));
}

function isRequiredName(name: string): boolean {
  const last = name.split('.').at(-1) ?? '';
  // what gives the middleware says by its own name which: gin-jwt's `authMiddleware.MiddlewareFunc()`
  if (last === 'MiddlewareFunc') return isRequiredName(name.slice(0, -'.MiddlewareFunc'.length));
  // a router for all that concerns logging in: `auth.route('/login')`
  if (/^(?:route|get|post|put|patch|delete|errorhandler|api_route)$/.test(last)) return false;
  if (optional.test(name) || name === '') return false;
  return requiredWords.test(last)
    ? required.test(last) || /guard$/i.test(last)
    : /^passport\.|^auth\.|^authentication\./i.test(name) && required.test(name);
}

function dottedName(expression: Expression): string {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind === 'member') return `${dottedName(expression.object)}.${expression.property}`;
  if (expression.kind === 'call') return dottedName(expression.callee);
  return '';
}

/** What conditions and statements on the way to a place say. */
function authenticationAt(
  context: FileContext,
  flow: Flow,
  provenances: Provenances,
  place: SyntaxNode,
): Authentication {
  for (const guard of flow.guards(place)) {
    if (guard.kind !== 'condition') continue;
    const ways = waysToHold(guard.condition, guard.holds);
    if (ways.length === 0) continue;
    const states = ways.map((way) => {
      for (const atom of way) {
        const { origin } = provenances.of(atom.subject);
        if (atom.relation === 'present' && showsValidCredentials(context, guard, atom.subject)) return 'authenticated';
        if (passesCheck(context, guard, atom) || isOwnMatter(provenances, atom, origin)) return 'authenticated';
        if (atom.relation === 'absent' && givesCallerBeside(context, atom.subject)) return 'authenticated';
        if (origin !== 'principal') continue;
        // where the call that gives the caller failed, there is none
        const failed = failureIn(context, atom.subject) !== undefined;
        if (atom.relation === (failed ? 'absent' : 'present')) return 'authenticated';
        if (atom.relation === (failed ? 'present' : 'absent')) return 'anonymous';
      }
      return 'unknown';
    });
    const first = states[0];
    if (first && first !== 'unknown' && states.every((state) => state === first))
      return { state: first, evidence: guard.condition.node };
  }
  const demanded = demandedBefore(context, provenances, place);
  return demanded ? { state: 'authenticated', evidence: demanded } : unknown;
}

/** `user, ok := s.authenticate(r)`, where those for whom it does not hold are answered 401. */
function passesCheck(context: FileContext, guard: Guard, { subject, relation }: Atom): boolean {
  if (!context.language.errorsAreValues || subject.kind !== 'name') return false;
  const wanted = subject.name === 'ok' ? 'present' : subject.name === 'err' ? 'absent' : undefined;
  if (relation !== wanted || !/\b401\b|unauthori[sz]ed/i.test(guard.node.text)) return false;
  const value = context.scopes.value(subject.name, subject.node)?.value;
  return value?.kind === 'call' && /auth(?!or(?:s|\b))/i.test(calleeName(value));
}

/** `error` of `const { auth, error } = await parseRequest(request)`: where there is none, there is a caller. */
function givesCallerBeside({ scopes, language }: FileContext, subject: Expression): boolean {
  if (subject.kind !== 'name' || !/^(?:err|error|failure|errorResponse)$/.test(subject.name)) return false;
  const value = scopes.value(subject.name, subject.node)?.value;
  if (value?.kind !== 'call' || /\b(?:skip|optional|public|anonymous)/i.test(value.node.text)) return false;
  for (let node = value.node.parent, steps = 0; node && steps < 3; node = node.parent, steps++) {
    const view = language.statement(node);
    if (view.kind !== 'definition') continue;
    const parts = view.bindings
      .filter((each) => each.value?.node === value.node)
      .map(({ path }) => String(path.at(-1)));
    if (parts.some((part) => /^(?:auth|session|viewer|currentUser)$/.test(part))) return true;
    return parts.includes('user') && /auth|session/i.test(value.callee.node.text);
  }
  return false;
}

/** `item.OwnerID == user.ID`, `user.HasPermission(edit)`: who owns something, or may do it, is somebody known. */
function isOwnMatter(provenances: Provenances, atom: Atom, origin: Origin): boolean {
  if (provenances.principalIn(atom) === undefined) return false;
  return atom.relation === 'equal'
    ? atom.against?.kind !== 'string'
    : atom.relation === 'present' && origin === 'permission';
}

/** `user = check_credentials(name, password)`, where nobody without one gets past `if not user: … 401`. */
function showsValidCredentials(context: FileContext, guard: Guard, subject: Expression): boolean {
  if (subject.kind !== 'name' || !/\b401\b|unauthori[sz]ed/i.test(guard.node.text)) return false;
  const value = context.scopes.value(subject.name, subject.node)?.value;
  if (value?.kind !== 'call') return false;
  const name = calleeName(value);
  // `req.headers.get('x-token')` reads what is shown, and looks nobody up by it
  if (/header|cookie/i.test(value.callee.node.text)) return false;
  return (
    (speaksOf(name, 'verification') || isLookup(name)) &&
    value.arguments.some(({ value: { node } }) =>
      speaksOf(node.text.slice(0, 60).replace(/api[-_]key/i, 'apikey'), 'credentials'),
    )
  );
}

/** A statement before the place that throws unless the caller is known: `const userId = await requireUserId(request)`. */
function demandedBefore(context: FileContext, _provenances: Provenances, place: SyntaxNode): SyntaxNode | undefined {
  const { language } = context;
  const around = context.functionAround(place)?.node;
  let child = place;
  for (let node = place.parent; node && child !== around; child = node, node = node.parent) {
    const view = language.statement(node);
    if (view.kind !== 'block') continue;
    const at = view.statements.findIndex((statement) => statement.contains(child));
    for (const statement of view.statements.slice(0, Math.max(at, 0))) {
      const inner = language.statement(statement);
      const expression =
        inner.kind === 'definition'
          ? inner.bindings[0]?.value
          : inner.kind === 'expression'
            ? inner.expression
            : undefined;
      if (expression?.kind !== 'call') continue;
      const name = dottedName(expression.callee).split('.').at(-1) ?? '';
      if (
        /^(?:require|ensure|assert|must|enforce)\w*(?:user|auth|session|login|loggedin|admin)/i.test(name) ||
        /(?:user|auth|session)\w*(?:OrThrow|OrFail|_or_401|_or_fail)$/i.test(name)
      ) {
        return expression.node;
      }
      if (/^jwtVerify$/.test(name) || asserts.test(dottedName(expression.callee))) return expression.node;
    }
  }
  return letInByGateway(context, place);
}

/** `await auth.assert()`, `await ctx.auth.requireUser()` */
const asserts = /(?:^|\.)auth\.(?:assert|require|ensure|enforce|protect|authenticate)(?=$|[A-Z_])/;

/** `event['requestContext']['authorizer']['claims']`: a gateway adds it to the requests that its authorizer let through. */
function letInByGateway(context: FileContext, place: SyntaxNode): SyntaxNode | undefined {
  const body = context.functionAround(place)?.body;
  const before = body && context.text.slice(body.start, place.start);
  const read = before && ofAuthorizer.exec(before);
  // `name, ok := request.RequestContext.Authorizer["name"]` asks whether it did
  if (!body || !read || /,\s*ok\s*:?=\s*[\w.]*$/.test(before.slice(0, read.index))) return undefined;
  return context.tree.root.at(body.start + read.index);
}

const ofAuthorizer = /request_?context['"\])]*[.[]['"]?authorizer['"\])]*[.[](?=['"\w])/i;
