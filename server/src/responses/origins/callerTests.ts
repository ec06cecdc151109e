import type { CallView, Expression } from '../../languages/views.ts';
import { literally } from '../../syntax/literally.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { calleeName, rootOf } from '../code/callees.ts';
import type { Atom } from '../code/conditions.ts';
import type { FileContext } from '../code/context.ts';
import type { Provenance, Provenances } from './provenance.ts';
import { speaksOf } from './vocabulary.ts';

/** The call whose callback is told that the token is no good: `jwt.verify(token, secret, (err, user) => { if (err) … })`. */
export function refusedToken({ scopes, language }: FileContext, subject: Expression): CallView | undefined {
  if (subject.kind !== 'name') return undefined;
  const [definition] = scopes.definitions(subject.name, subject.node);
  if (definition?.kind !== 'parameter' || definition.index !== 0 || definition.function.parameters.length < 2)
    return undefined;
  for (let node = definition.function.node.parent, steps = 0; node && steps < 2; node = node.parent, steps++) {
    const call = language.expression(node);
    if (call.kind === 'call') return verifiesToken(call) ? call : undefined;
  }
  return undefined;
}

/** `jwt.verify(token, secret, (error, claims) => …)` tells its callback what is wrong, and throws nothing. */
export function tellsCallback(call: CallView): boolean {
  return verifiesToken(call) && call.arguments.at(-1)?.value.kind === 'function';
}

function verifiesToken({ callee }: CallView): boolean {
  return verifies.test(callee.node.text);
}

const verifies = /^(?:jwt|jsonwebtoken|JWT)\.verify$|(?:^|\.)verify_?(?:jwt|(?:id|access|auth)?_?token)$/i;

/**
 * Tests that tell neither 401 nor 403 to be right or wrong: of a password by which somebody known confirms a new one, of the
 * way to log in, and of whether what the caller shows still counts.
 */
export function isNeutral(context: FileContext, provenances: Provenances, atom: Atom, guard: SyntaxNode): boolean {
  if (/(?:current|old|existing|present)_?password/i.test(guard.text)) return true;
  const provenance = provenances.of(atom.subject);
  if (provenance.origin === 'credentials' && isConfirmed(context, guard, provenance)) return true;
  if (provenance.origin === 'credentials' && isOfGivenAccount(context, guard, provenance)) return true;
  if (provenance.origin === 'credentials' && isOfCaller(context, provenances, provenance)) return true;
  return asksHow.test(atom.subject.node.text) || looksAtValidity(provenances, atom) || comparesWhatIsShown(atom);
}

/** `session.Username != payload.Username`, `session.RefreshToken != body.RefreshToken`: whether a token is that of a session. */
function comparesWhatIsShown({ subject, against }: Atom): boolean {
  return [subject, against].every((side) => {
    if (side?.kind !== 'member') return false;
    const root = rootOf(side);
    return (root.kind === 'name' && standsForCaller.test(root.name)) || /token$/i.test(side.property);
  });
}

const standsForCaller = /session|token|payload|claims|decoded|refresh/i;

/** `auth.authType !== 'jwt'`: who is asked to log in by other means is told so by 401. */
const asksHow = /\.(?:auth|login|sign_?in)_?(?:type|method|scheme|strategy|provider)$/i;

/** `provider.VerifyOTP(phone, code)`: who is asked for a second factor may have shown the first, or show no more than this. */
export function isSecondFactor(text: string): boolean {
  return /otp(?![a-z])|passcode|2fa|mfa|two_?factor/i.test(text);
}

/** `bcrypt.compare(given, user.password)` where a new password is set: who is known confirms it with the one of now. */
function isConfirmed(context: FileContext, guard: SyntaxNode, { evidence }: Provenance): boolean {
  if (!/passw/i.test(evidence.text)) return false;
  const around = context.functionAround(guard)?.body;
  return around !== undefined && /new_?password/i.test(context.text.slice(around.start, guard.end));
}

/** `verifyPassword(user, password)` where `user` is handed to what is no login: somebody known shows it once more. */
function isOfGivenAccount(context: FileContext, guard: SyntaxNode, { evidence }: Provenance): boolean {
  if (!/passw/i.test(evidence.text)) return false;
  if (speaksOf(context.functionAround(guard)?.name ?? '', 'authentication')) return false;
  return [...evidence.text.matchAll(anAccount)].some(
    ([, name = '']) => context.scopes.definitions(name, evidence)[0]?.kind === 'parameter',
  );
}

/** `authenticate({ _id: session.userId }, password)`: the caller is known, and shows it once more. */
function isOfCaller({ language }: FileContext, provenances: Provenances, { evidence }: Provenance): boolean {
  if (!/passw/i.test(evidence.text)) return false;
  let checked = language.expression(evidence);
  while (checked.kind === 'member') checked = checked.object;
  return checked.kind === 'call' && provenances.keysOf(checked).has('principal');
}

const anAccount = /(?<![\w.])(\w*(?:[uU]ser|[aA]ccount|[mM]ember))\b(?=[.,)])/g;

/** `session.expiresAt <= Date.now()`, `claims.type !== 'access'`: whether what the caller shows counts, not what it may do. */
function looksAtValidity(provenances: Provenances, { subject, against }: Atom): boolean {
  const sides = [subject, against];
  return sides.some((side, at) => {
    const taken = side && partTaken(side);
    if (taken === undefined || !provenances.isPrincipal(taken.whole)) return false;
    if (ofExpiry.test(taken.part)) return true;
    if (!isToken.test(taken.whole.node.text)) return false;
    return ofToken.test(taken.part) || (!speaksOf(taken.part, 'permission') && isOfHere(provenances, sides[1 - at]));
  });
}

/** `process.env.TENANT`, `TENANT`, `req.ip`: for which server, or from where, a token counts. */
function isOfHere(provenances: Provenances, side: Expression | undefined): boolean {
  if (!side) return false;
  return (
    provenances.of(side).origin === 'configuration' ||
    /^[A-Z][A-Z\d_]+$/.test(side.node.text) ||
    /[._](?:ip|remote_?addr(?:ess)?|user_?agent|fingerprint)$/i.test(side.node.text)
  );
}

interface PartTaken {
  readonly whole: Expression;
  readonly part: string;
}

/** `type` of `claims.type`, `claims['type']` and `claims.get('type')`. */
function partTaken(expression: Expression): PartTaken | undefined {
  if (expression.kind === 'member') return { whole: expression.object, part: expression.property };
  if (expression.kind === 'index')
    return expression.index.kind === 'string' ? { whole: expression.object, part: expression.index.value } : undefined;
  if (expression.kind !== 'call' || expression.callee.kind !== 'member' || expression.callee.property !== 'get')
    return undefined;
  const key = expression.arguments[0]?.value;
  return key?.kind === 'string' ? { whole: expression.callee.object, part: key.value } : undefined;
}

const isToken = /payload|claims|decoded|token|jwt/i;
const ofExpiry = /^(?:exp|nbf|iat)$|expir|valid_?until/i;
const ofToken =
  /^(?:typ|type|iss|issuer|aud|audience|azp|jti|nonce|purpose|step|stage|version|token_?(?:type|use|version))$/i;

/** Who is asked for is compared with who is known: `book.ownerId !== user.id`. */
export function comparesPrincipal(provenances: Provenances, { subject, against }: Atom): boolean {
  if ([subject, against].some((side) => side && saysWhatFor.test(side.node.text))) return false;
  // `found.error.message !== 'expired'` of a look-up of the caller
  if (ofError.test(subject.node.text)) return false;
  return provenances.isPrincipal(subject) || (against !== undefined && provenances.isPrincipal(against));
}

const ofError = /(?:^|\.)(?:err|error)\.(?:code|kind|message|name|reason|type)$/;

/**
 * The caller that a function of a service is handed, where whose something is decides: `book.ownerId !== userId`,
 * `review.author.id !== user.id`; not whose a token is, nor in what logs somebody in.
 */
export function callerComparedWithOwner(context: FileContext, { subject, against }: Atom): SyntaxNode | undefined {
  const around = context.functionAround(subject.node);
  if (!against || !around || /log_?in|sign_?in|auth|verify|validate|token|session/i.test(around.name ?? ''))
    return undefined;
  const sides = [subject, against];
  return sides.find((side, at) => {
    const other = sides[1 - at];
    return other && isHandedCaller(context, side) && isOwnerOfThing(context, other);
  })?.node;
}

function isHandedCaller({ scopes }: FileContext, side: Expression): boolean {
  const root = rootOf(side);
  if (root.kind !== 'name' || scopes.definitions(root.name, root.node)[0]?.kind !== 'parameter') return false;
  return /^(?:current_?)?user(?:_?id|\.(?:_?id|uuid|userId|sub)(?:\.toString\(\))?)$/i.test(side.node.text);
}

function isOwnerOfThing(context: FileContext, { node, kind }: Expression): boolean {
  if (kind !== 'member' && kind !== 'call') return false;
  const root = rootOf(context.language.expression(node));
  const thing = `${root.node.text} ${context.resolve(root).node.text.slice(0, 200)}`;
  return anOwner.test(node.text) && !isShown.test(thing);
}

const anOwner = /[.?]_?(?:owner|author|creator|created_?by|user)(?:_?id|\??\._?id|\??\.uuid)?(?:\??\.toString\(\))?$/i;
/** What somebody shows, or sends, says who that is. */
const isShown = /token|session|code|otp|invit|credential|verification|payload|dto|\bbody|^user\b/i;

/** `payload.bodyDigest !== digest`, `hash !== claims['payload_hash']`: what says for what a token is good, not who has it. */
const saysWhatFor =
  /(?:^|[._a-z'"])(?:digest|hash|sha\d+|nonce|aud|audience|iss|issuer)(?:['"]\])?$|^(?:\w*[pP]ayload|claims|decoded\w*|\w*[tT]oken)(?:\.\w+)?(?:\.|\.get\(['"]|\[['"])(?:typ|(?:token_?)?type|purpose|step|stage)(?:['"][\])])?$/i;

/** `user.password !== req.body.password`: what is kept of a password, and what a request says it is. */
export function comparesPassword(provenances: Provenances, { subject, against }: Atom): boolean {
  if (!against) return false;
  const isKept = (one: Expression): boolean =>
    one.kind === 'member' && aPassword.test(one.property) && provenances.of(one.object).origin === 'entity';
  const isGiven = (one: Expression): boolean => /passw|pwd/i.test(one.node.text) && !isKept(one);
  return (isKept(subject) && isGiven(against)) || (isKept(against) && isGiven(subject));
}

const aPassword = /^(?:hashed_?)?(?:password|passwd|pwd)(?:_?(?:hash|digest))?$/i;

/** `if not user: …` above `verify(form.password, user.password_hash)`: of who logs in by a name that nobody has. */
export function isLoggingIn(context: FileContext, { kind, node }: Expression, { keys }: Provenance): boolean {
  if (kind !== 'name' || keys?.has('url') || keys?.has('principal')) return false;
  const around = context.functionAround(node)?.node;
  const after = around ? context.text.slice(node.end, Math.min(around.end, node.end + farthestCheck)) : '';
  const name = literally(node.text);
  return new RegExp(
    `\\b${name}\\.(?:passw\\w*|pwd)\\s*!?==?|[!=]=?=\\s*${name}\\.(?:passw|pwd)|\\b${name}\\.(?:(?:check|verify|compare|valid\\w*|match\\w*)_?password|authenticate)\\(|\\w*(?:verify|check|compare|match|valid)\\w*\\([^()]*\\bpassw\\w*[^()]*\\b${name}\\.\\w*(?:passw|pwd|hash)|\\b(?:verify|check|compare|match|validate)_?passw\\w*\\([^()]*\\b${name}\\b`,
    'i',
  ).test(after);
}

const farthestCheck = 600;

const keepsIdentity = /token|session|user|account|identity|api_?key/i;

/** `store.GetToken(r.Header.Get("X-Token"))`, `sessions.find(cookie.value)`: what the request shows by a field or a cookie. */
export function isKeyedByShown(
  context: FileContext,
  provenances: Provenances,
  { evidence, name }: Provenance,
): boolean {
  const call = context.language.expression(evidence);
  if (call.kind !== 'call' || !keepsIdentity.test(`${name} ${calleeName(call)}`)) return false;
  return call.arguments.some(({ value }) => {
    const shown = context.resolve(value);
    return provenances.of(shown).origin === 'credentials' && /header|cookie/i.test(shown.node.text);
  });
}
