import type { Expression } from '../languages/views.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { rootOf } from './callees.ts';
import {
  callerComparedWithOwner,
  comparesPassword,
  comparesPrincipal,
  isLoggingIn,
  isNeutral,
  isSecondFactor,
  refusedToken,
} from './callerTests.ts';
import type { Atom } from './conditions.ts';
import type { FileContext } from './context.ts';
import { reasonOfErrorName } from './errorNames.ts';
import { type Failure, failureIn } from './errorValues.ts';
import { asksWhetherThere } from './existence.ts';
import { meaningOfFailure } from './failures.ts';
import { isExpiry, isTooLarge } from './limits.ts';
import { messageOf, saysFailed, saysInvalid, saysMissing, saysTaken, saysThere } from './messages.ts';
import { isMissed } from './missedSettings.ts';
import type { Response } from './model.ts';
import type { Provenance, Provenances } from './provenance.ts';
import type { Reason, ReasonKind } from './reason.ts';
import { isTie, speaksOf } from './vocabulary.ts';

type Conclude = (kind: ReasonKind, confidence?: Reason['confidence']) => Reason;

/** The reason for which a response is sent when one atom of a condition decides. */
export function reasonOfAtom(
  context: FileContext,
  provenances: Provenances,
  atom: Atom,
  guard: SyntaxNode,
  response: Response,
): Reason | undefined {
  const provenance = provenances.of(atom.subject);
  const { relation } = atom;
  const isAbsent = relation === 'absent' && (atom.subject.kind === 'name' || atom.subject.kind === 'member');
  const conclude: Conclude = (kind, confidence = 'high') => ({
    kind,
    confidence,
    guard,
    source: provenance.evidence,
    subject: nameOf(context, provenances, atom, provenance),
    isAbsent: isAbsent && !provenance.isOutcome,
    principal: provenances.principalIn(atom)?.node,
  });
  const refusal = relation === 'present' ? refusedToken(context, atom.subject) : undefined;
  if (refusal)
    return {
      ...conclude('missing credentials'),
      source: refusal.node,
      subject: refusal.callee.node.text,
      isWitness: true,
    };
  const failure = failureIn(context, atom.subject);
  if (failure) return ofFailure(context, provenances, atom, failure, response, conclude);
  const searched = searchedError(context, atom);
  if (searched) return ofErrorText(context, provenances, atom, searched, response, conclude);
  const caught = ofCaughtError(context, provenances, atom, response);
  if (caught)
    return {
      ...conclude(caught),
      source: undefined,
      subject: textOf(atom.against) ?? provenance.name,
      isWitness: true,
    };
  if (isNeutral(context, provenances, atom, guard)) return undefined;
  if (relation === 'unequal' && comparesPassword(provenances, atom)) return conclude('missing credentials');
  if ((relation === 'equal' || relation === 'unequal') && comparesPrincipal(provenances, atom)) {
    return relation === 'unequal' ? conclude('lacking permission') : undefined;
  }
  const handed = relation === 'unequal' ? callerComparedWithOwner(context, atom) : undefined;
  if (handed) return { ...conclude('lacking permission'), principal: handed };
  // `if token != handler.xsrf_token`
  if (atom.against && relation === 'unequal' && provenances.of(atom.against).origin === 'forgery')
    return conclude('forgery');
  // `if name not in shelves`: none of those there are, where the response says that it is missing
  if (relation === 'unequal' && atom.against?.kind === 'name' && provenances.isOfUrl(atom.against)) {
    if (saysMissing(messageOf(context, response))) return conclude('not found');
  }
  // `if kind not in ('core', 'plugin')`
  if (relation === 'unequal' && atom.subject.kind === 'list' && atom.against) {
    const { origin, evidence: source, name: subject } = provenances.of(atom.against);
    return origin === 'input' ? { ...conclude('invalid input'), source, subject } : undefined;
  }
  if (asksWhetherThere(atom, provenance, messageOf(context, response))) return conclude('conflict');
  // `if name in store.list_names()`
  if (relation === 'equal' && atom.against && provenance.origin === 'entity') {
    const isOfRequest = provenances.keysIn(atom.against).size > 0;
    if (isOfRequest && saysTaken(messageOf(context, response))) return conclude('conflict');
  }
  // `if '..' in path`
  if (atom.isPart && atom.subject.kind === 'member' && /^\W+$/.test(atom.subject.property)) {
    if (provenances.keysIn(atom.subject.object).size > 0) return conclude('invalid input');
  }
  if (relation !== 'absent' && speaksOf(provenance.name, 'maintenance')) return conclude('maintenance');
  if (isExpiry(atom, provenance)) return conclude('expired');
  if (isTooLarge(atom, provenance)) return conclude('too large');
  if (atom.against && provenances.of(atom.against).origin === 'precondition')
    return ofPrecondition(atom, atom.against.node, conclude);
  if (provenance.isOutcome)
    return relation === 'absent' ? ofOutcome(context, provenances, provenance, conclude) : undefined;
  switch (provenance.origin) {
    case 'credentials':
      // `if (!this.validateToken(request))` of a guard against forged requests
      if (speaksOf(messageOf(context, response), 'forgery'))
        return relation === 'absent' ? conclude('forgery') : undefined;
      if (relation !== 'absent' && relation !== 'unequal') return undefined;
      // `hostID, err := verifyToken(token); …; if hostID != params["host"]`: whose it is, once it was found good
      if (relation === 'unequal' && atom.against && provenances.isOfUrl(atom.against)) return undefined;
      return conclude('missing credentials', isSecondFactor(provenance.evidence.text) ? 'low' : 'high');
    case 'principal':
      return relation === 'absent' ? conclude('missing credentials') : undefined;
    case 'permission':
      // `!user?.role` is true of a user who is gone as well
      if (relation === 'absent' && provenance.isDetail) return undefined;
      return relation === 'absent' || relation === 'unequal' || relation === 'ordered'
        ? conclude('lacking permission')
        : undefined;
    case 'forgery':
      return relation === 'absent' || relation === 'unequal' ? conclude('forgery') : undefined;
    case 'precondition':
      return ofPrecondition(atom, provenance.evidence, conclude);
    case 'media type':
      return relation === 'absent' || relation === 'unequal' ? conclude('unsupported media type') : undefined;
    case 'accepted types':
      return relation === 'absent' || relation === 'unequal' ? conclude('not acceptable') : undefined;
    case 'size':
      return conclude('invalid input');
    case 'limiter':
      return conclude('rate limit', 'low');
    case 'configuration':
      return relation === 'absent' && isMissed(context, provenance, response) ? conclude('misconfigured') : undefined;
    case 'entity':
      // what lacks a part was found
      if (atom.isPart || (provenance.isDetail && !atom.isCounted && relation !== 'present')) return undefined;
      if (relation === 'absent' && isLoggingIn(context, atom.subject, provenance))
        return conclude('missing credentials');
      if (relation === 'present' && provenance.isDetail) return ofState(context, atom, response, conclude);
      return ofEntity(counted(atom), provenance, messageOf(context, response), conclude);
    case 'input':
      return conclude('invalid input', relation === 'present' || relation === 'equal' ? 'low' : 'high');
    case 'internal':
      return relation === 'absent' && insertsRow(provenance.evidence.text) ? conclude('unexpected failure') : undefined;
    case 'external':
      return relation === 'absent' || relation === 'unequal' ? conclude('upstream failure', 'low') : undefined;
    default:
      return undefined;
  }
}

/** What people know the tested value by: of a check's outcome what was checked, of a call what is called. */
function nameOf(
  context: FileContext,
  provenances: Provenances,
  { subject }: Atom,
  { name, evidence, isOutcome, origin }: Provenance,
): string {
  const call = isOutcome ? context.language.expression(evidence) : subject;
  if (call.kind !== 'call') return isOutcome && subject.kind === 'member' ? subject.object.node.text : name;
  const [checked] = call.arguments;
  if (isOutcome && origin === 'input' && checked) return checked.value.node.text;
  // `Array.isArray(items)`, `pattern.test(email)`, `email.startsWith('x')`: what is asked about, not the question
  if (origin === 'input' && call.callee.kind === 'member' && testsValue.test(call.callee.property)) {
    const asked = [checked?.value, call.callee.object].find((each) => each && provenances.of(each).origin === 'input');
    if (asked) return asked.node.text;
  }
  const { text } = call.callee.node;
  if (/^[\w.$]{1,40}$/.test(text)) return text;
  // `db.query(Item).filter(…).first()`: its last link says nothing
  return call.callee.kind === 'member' && call.callee.property === name ? call.node.text.replace(/\s+/g, ' ') : name;
}

const testsValue = /^(?:is[A-Z_]\w*|is[a-z]+|test|match|startsWith|endsWith|includes|trim|validate|safeParse)$/;

function textOf(expression: Expression | undefined): string | undefined {
  return expression?.kind === 'string' ? expression.value : expression?.node.text;
}

/** `if err != nil`, `if errors.Is(err, sql.ErrNoRows)` */
function ofFailure(
  context: FileContext,
  provenances: Provenances,
  atom: Atom,
  failure: Failure,
  response: Response,
  conclude: Conclude,
): Reason | undefined {
  const message = messageOf(context, response);
  const fromCall = (kind: ReasonKind, confidence?: Reason['confidence']): Reason => ({
    ...conclude(kind, confidence),
    source: failure.call.node,
    subject: failure.call.callee.node.text,
    isWitness: true,
  });
  if (atom.relation === 'present') {
    const codes = response.status?.options.map(({ code }) => code) ?? [];
    const meaning = meaningOfFailure(context, provenances, failure, message, codes);
    return meaning && fromCall(meaning.kind, meaning.confidence);
  }
  if (atom.relation !== 'of-type' && atom.relation !== 'equal') return undefined;
  const kind = reasonOfErrorName(atom.against?.node.text ?? '');
  if (kind !== 'not found') return kind && fromCall(kind);
  // what was not found: what the URL names, or something the request refers to
  const keys = provenances.keysOf(failure.call);
  const name = failure.call.callee.node.text;
  const looked: Provenance = { origin: 'entity', evidence: failure.call.node, name, keys };
  return ofEntity({ ...atom, relation: 'absent' }, looked, message, fromCall);
}

/** An error that is a value, and what its text is looked through for. */
interface SearchedError {
  readonly error: Expression;
  readonly text: Expression & { readonly kind: 'string' };
}

/** `strings.Contains(err.Error(), "duplicate key")`, `err.Error() == "record not found"` */
function searchedError(context: FileContext, { subject, relation, against }: Atom): SearchedError | undefined {
  if (!context.language.errorsAreValues) return undefined;
  const isSearch =
    relation === 'present' &&
    subject.kind === 'call' &&
    /^strings\.(?:Contains|HasPrefix|HasSuffix)$/.test(subject.callee.node.text);
  const [searched, text] = isSearch
    ? subject.arguments.map(({ value }) => value)
    : [relation === 'equal' ? subject : undefined, against];
  const error = searched && errorSaidBy(context, searched);
  return error && text?.kind === 'string' ? { error, text } : undefined;
}

/** `err` of `err.Error()`, of `strings.ToLower(err.Error())`, and of a name for either. */
function errorSaidBy(context: FileContext, expression: Expression): Expression | undefined {
  const value = context.resolve(expression);
  if (value.kind !== 'call' || value.callee.kind !== 'member') return undefined;
  const { object, property } = value.callee;
  if (property === 'Error') return value.arguments.length === 0 ? object : undefined;
  const [lowered] = value.arguments;
  return property === 'ToLower' && lowered ? errorSaidBy(context, lowered.value) : undefined;
}

/** What stores say of themselves in texts that people look through; of other matters texts are too free. */
function ofErrorText(
  context: FileContext,
  provenances: Provenances,
  atom: Atom,
  { error, text }: SearchedError,
  response: Response,
  conclude: Conclude,
): Reason | undefined {
  const kind = reasonOfErrorName(text.value);
  if (kind !== 'conflict' && kind !== 'not found') return undefined;
  const failure = failureIn(context, error);
  if (failure)
    return ofFailure(context, provenances, { ...atom, relation: 'equal', against: text }, failure, response, conclude);
  return kind === 'conflict'
    ? { ...conclude(kind), source: undefined, subject: text.value, isWitness: true }
    : undefined;
}

/** `const { success } = await database.insert(…)`, `schema.safeParse(body)`, `await limiter.limit(key)` */
function ofOutcome(
  context: FileContext,
  provenances: Provenances,
  provenance: Provenance,
  conclude: Conclude,
): Reason | undefined {
  if (provenance.origin === 'input') {
    // `const { success } = parseState(state)` by a function of the project's own: whose state that is, nothing shows
    const call = context.language.expression(provenance.evidence);
    const [given] = call.kind === 'call' && call.callee.kind === 'name' ? call.arguments : [];
    const isShown = !given || provenances.of(given.value).origin === 'input';
    return conclude('invalid input', isShown ? 'high' : 'low');
  }
  if (provenance.origin === 'limiter') return conclude('rate limit');
  if (provenance.origin === 'external') return conclude('upstream failure');
  if (provenance.origin !== 'internal' && provenance.origin !== 'entity') return undefined;
  // what a function of the project's own gives back as failed may be a matter of the request
  const { text } = provenance.evidence;
  const asked = context.language.expression(provenance.evidence);
  const called = asked.kind === 'call' ? asked.callee.node.text : text;
  return speaksOf(called, 'writing') && ofDatabase.test(called) && !/=>|\bfunction\b/.test(text)
    ? conclude('unexpected failure')
    : undefined;
}

/** `if (req.headers['if-match'] !== etag)`: what the request wants to hold does not, or it does not say what. */
function ofPrecondition({ relation }: Atom, field: SyntaxNode, conclude: Conclude): Reason | undefined {
  const asksForNews = /none[-_]?match|if[-_]?modified/i.test(field.text);
  if (relation === 'equal') return asksForNews ? conclude('not modified') : undefined;
  if (asksForNews) return undefined;
  if (relation === 'absent') return conclude('precondition required');
  return relation === 'unequal' || relation === 'ordered' ? conclude('precondition failed') : undefined;
}

/** `const [row] = await db.insert(books).values(book).returning(); if (!row) …`: what was inserted is given back. */
function insertsRow(text: string): boolean {
  return /\.insert\w*\(/.test(text) && ofDatabase.test(text) && !/conflict|ignore|=>|\bfunction\b/i.test(text);
}

const ofDatabase = /(?:^|[.\s(])(?:db|d1|database|pool|conn|connection|prisma|knex|collection|kv)\b/i;

/** `const found = await countBooks(…); if (found > 0)` */
function counted(atom: Atom): Atom {
  const { relation, against, isAbove } = atom;
  if (relation !== 'ordered' || against?.kind !== 'number' || against.value !== 0) return atom;
  return { subject: atom.subject, relation: isAbove ? 'present' : 'absent', isCounted: true };
}

function ofEntity(atom: Atom, provenance: Provenance, message: string, conclude: Conclude): Reason | undefined {
  if (atom.relation === 'present') return saysThere(message) ? conclude('conflict') : undefined;
  if (atom.relation !== 'absent') return undefined;
  const { keys, name } = provenance;
  // the account behind a token is gone: `accounts.findOne({ id: token.accountId })`
  if (!keys?.has('url') && !keys?.has('body') && isByIdentity.test(provenance.evidence.text)) return undefined;
  // `book.reviews.length === 0`: the book was found; that a review was not, only the response says
  if (provenance.isDetail && !saysMissing(message)) return undefined;
  if (keys?.has('principal')) {
    // a look-up of the caller's own tie to something is a question of membership
    if (isTie(name)) return conclude('lacking permission');
    return keys.has('url') ? conclude('not found') : undefined;
  }
  if (isTie(name)) return conclude('lacking permission', 'low');
  // none of what belongs to what the URL names: the thing itself is there; or what was to get it may have failed; or a
  // link that was mailed has run out: `User.findOne({ resetToken })`
  const isUnsure =
    (isPlural(name) || saysFailed(message) || byToken.test(provenance.evidence.text)) && !saysMissing(message);
  if (keys?.has('url')) return conclude('not found', isUnsure ? 'low' : 'high');
  if (keys?.has('body')) return conclude('invalid input', 'low');
  return conclude('not found', 'low');
}

const byToken = /(?:^|[^.])\b\w*(?:token|otp)\b/i;

const isByIdentity =
  /\b(?:find|get|load|fetch|select|retrieve)_?(?:one_?)?(?:\w+_?)?by_?(?:id|pk|primary_?key)\(|[{(,\s]_?id['"]?\s*(?::|=(?!=))/i;

/** `if (invoice.sent) return res.status(409)…`: what has become of it stands against the request, where code and text say so. */
function ofState(context: FileContext, atom: Atom, response: Response, conclude: Conclude): Reason | undefined {
  const isConflict = response.status?.options.every(({ code }) => code === 409) ?? false;
  if (!isConflict || !speaksOf(messageOf(context, response), 'existence')) return undefined;
  return { ...conclude('conflict', 'low'), subject: atom.subject.node.text, isState: true };
}

/** `connections`; not `rows` and `results`, by which one thing is held as well. */
function isPlural(name: string): boolean {
  return (
    /[^su]s$/.test(name) &&
    !/^(?:rows|results|records|docs|items|entries|matches)$|(?:details|news|status)$/i.test(name)
  );
}

/** `err instanceof ValidationError`, `err.code === 'P2002'`, `err.message.includes('UNIQUE')`. */
function ofCaughtError(
  context: FileContext,
  provenances: Provenances,
  atom: Atom,
  response: Response,
): ReasonKind | undefined {
  if (atom.relation === 'present') return saidByError(provenances, atom.subject);
  if (atom.relation !== 'of-type' && atom.relation !== 'equal') return undefined;
  const name = atom.against?.node.text ?? '';
  // DynamoDB's condition of a write may be any: what it was, the response says
  const isTaken = /ConditionalCheckFailed/.test(name) && speaksOf(messageOf(context, response), 'existence');
  const said = isTaken ? 'conflict' : reasonOfErrorName(name);
  // `isinstance(error, IntegrityError)` is as well of what a row refers to, or lacks
  if (said === 'conflict' && /integrity/i.test(name) && saysInvalid(messageOf(context, response))) return undefined;
  if (said === 'conflict' && isCodeOfDriver(context, atom)) return said;
  const root = provenances.of(rootOf(atom.subject));
  if (root.origin !== 'caught' && !/^(?:e|err|error|ex|exception|cause)$/i.test(root.name)) return undefined;
  return said;
}

/** `pgErr.Code == "23505"`, `mysqlErr.Number == 1062`, `db.ErrorCode(err) == db.UniqueViolation`: what a driver's error was told apart as. */
export function isCodeOfDriver(context: FileContext, { relation, subject }: Atom): boolean {
  return (
    context.language.errorsAreValues === true &&
    relation === 'equal' &&
    /^\w*[eE]rr(?:or)?\.(?:(?:Code|SQLState|ExtendedCode)(?:\(\)|\.Name\(\))?|Number)$|(?:^|\.)\w*(?:Error|Err|SQL|Sql|Pg)(?:Code|State)\(\w*[eE]rr\)$/.test(
      context.resolve(subject).node.text,
    )
  );
}

function saidByError(provenances: Provenances, test: Expression): ReasonKind | undefined {
  if (test.kind !== 'call' || test.callee.kind !== 'member') return undefined;
  if (!/^(?:includes|match|test|startsWith|indexOf|search|contains)$/.test(test.callee.property)) return undefined;
  const text = test.arguments[0]?.value;
  if (text?.kind !== 'string' || provenances.of(test.callee.object).origin !== 'caught') return undefined;
  return reasonOfErrorName(text.value);
}
