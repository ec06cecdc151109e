import type { SyntaxNode } from '../../syntax/node.ts';
import type { Atom } from '../code/conditions.ts';
import type { FileContext } from '../code/context.ts';
import type { Response } from '../model.ts';
import {
  callerComparedWithOwner,
  comparesPassword,
  comparesPrincipal,
  isKeyedByShown,
  isLoggingIn,
  isNeutral,
  isSecondFactor,
  refusedToken,
} from '../origins/callerTests.ts';
import type { Provenances } from '../origins/provenance.ts';
import { speaksOf } from '../origins/vocabulary.ts';
import { isMissed } from '../statuses/missedSettings.ts';
import type { Conclude, DecidingAtom } from './decidingAtom.ts';
import { counted, reasonOfEntity, reasonOfState } from './entityReasons.ts';
import { reasonOfCaughtError, reasonOfErrorText, reasonOfFailure, searchedError } from './errorReasons.ts';
import { failureIn } from './errorValues.ts';
import { asksWhetherThere } from './existence.ts';
import { isExpiry, isTooLarge } from './limits.ts';
import { messageOf, saysMissing, saysTaken } from './messages.ts';
import type { Reason } from './reason.ts';
import { isAnswer, testedName } from './testedNames.ts';

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
    subject: testedName(context, provenances, atom, provenance),
    isAbsent: isAbsent && !provenance.isOutcome && !isAnswer(atom.subject),
    principal: provenances.principalIn(atom)?.node,
  });
  const deciding: DecidingAtom = { context, provenances, atom, response, provenance, conclude };
  const refusal = relation === 'present' ? refusedToken(context, atom.subject) : undefined;
  if (refusal)
    return {
      ...conclude('missing credentials'),
      source: refusal.node,
      subject: refusal.callee.node.text,
      isWitness: true,
    };
  const failure = failureIn(context, atom.subject);
  if (failure) return reasonOfFailure(deciding, failure);
  const searched = searchedError(context, atom);
  if (searched) return reasonOfErrorText(deciding, searched);
  const caught = reasonOfCaughtError(deciding);
  if (caught) return caught;
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
  if (provenance.isOutcome) return relation === 'absent' ? ofOutcome(deciding) : undefined;
  return ofOrigin(deciding);
}

/** What the value that is asked about came from decides. */
function ofOrigin(deciding: DecidingAtom): Reason | undefined {
  const { context, provenances, atom, response, provenance, conclude } = deciding;
  const { relation } = atom;
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
      return relation === 'absent'
        ? conclude('missing credentials', isOfOtherType(deciding) ? 'low' : 'high')
        : undefined;
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
      if (
        relation === 'absent' &&
        (isLoggingIn(context, atom.subject, provenance) || isKeyedByShown(context, provenances, provenance))
      )
        return conclude('missing credentials');
      if (relation === 'present' && provenance.isDetail) return reasonOfState(deciding);
      return reasonOfEntity(context, counted(atom), provenance, response, conclude);
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

/** `user, ok := ctx.Value(userKey).(*User)`: who blames the server for it means a handler that should not have been reached. */
function isOfOtherType({ context, atom, response }: DecidingAtom): boolean {
  const isFault = response.status?.options.some(({ code }) => code >= 500) ?? false;
  return isFault && context.resolve(atom.subject).kind === 'type-test';
}

/** `const { success } = await database.insert(…)`, `schema.safeParse(body)`, `await limiter.limit(key)` */
function ofOutcome({ context, provenances, provenance, conclude }: DecidingAtom): Reason | undefined {
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

const ofDatabase = /(?:^|[.\s(])(?:db|tx|trx|d1|database|pool|conn|connection|prisma|knex|collection|kv)\b/i;
