import type { Expression } from '../languages/views.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { type Attempt, attemptOf } from './attempts.ts';
import { type Authentication, authenticationOf } from './authentication.ts';
import { type Atom, waysToHold } from './conditions.ts';
import type { FileContext } from './context.ts';
import type { Flow, Guard } from './flow.ts';
import { messageOf } from './messages.ts';
import type { Response } from './model.ts';
import { type Provenance, Provenances } from './provenance.ts';
import { speaksOf } from './vocabulary.ts';

/** Why a response is sent. */
export type ReasonKind =
  | 'missing credentials'
  | 'lacking permission'
  | 'forgery'
  | 'not found'
  | 'invalid input'
  | 'conflict'
  | 'rate limit'
  | 'misconfigured'
  | 'unexpected failure'
  | 'upstream failure'
  | 'method not supported';

export interface Reason {
  readonly kind: ReasonKind;
  /** `high` where the code leaves no other reading, `low` where names or texts alone say so. */
  readonly confidence: 'high' | 'low';
  /** The guard that decides. */
  readonly guard: SyntaxNode;
  /** Where the value it tests came from. */
  readonly source: SyntaxNode | undefined;
  /** What the tested value is called. */
  readonly subject: string;
  readonly provenance?: Provenance;
  readonly atom?: Atom;
}

/** Works out for the responses of one file why they are sent, and what is known of the caller there. */
export class Reasons {
  readonly #context: FileContext;
  readonly #flow: Flow;
  readonly provenances: Provenances;
  readonly #reasons = new WeakMap<Response, { readonly reason: Reason | undefined }>();
  readonly #authentications = new WeakMap<Response, Authentication>();

  constructor(context: FileContext, flow: Flow) {
    this.#context = context;
    this.#flow = flow;
    this.provenances = new Provenances(context);
  }

  authentication(response: Response): Authentication {
    let authentication = this.#authentications.get(response);
    if (!authentication) {
      authentication = authenticationOf(this.#context, this.#flow, this.provenances, response);
      this.#authentications.set(response, authentication);
    }
    return authentication;
  }

  /** Absent where the code does not show it. */
  of(response: Response): Reason | undefined {
    let known = this.#reasons.get(response);
    if (!known) {
      known = { reason: this.#reasonOf(response) };
      this.#reasons.set(response, known);
    }
    return known.reason;
  }

  /** What the `try` round a caught response can throw, when it is sent from its handler. */
  attempt(response: Response): Attempt | undefined {
    const guard = this.#flow
      .guards(response.sentAt)
      .find((each) => each.kind !== 'case' && isDeciding(each, response.sentAt));
    return guard?.kind === 'caught' ? attemptOf(this.#context, this.provenances, guard.attempt) : undefined;
  }

  #reasonOf(response: Response): Reason | undefined {
    const guards = this.#flow.guards(response.sentAt);
    for (const guard of guards) {
      if (!isDeciding(guard, response.sentAt)) continue;
      if (guard.kind === 'case') return this.#ofCase(guard);
      if (guard.kind === 'caught') return this.#caught(guard, response);
      const reason = this.#decided(guard, response);
      // a condition that tells nothing may still be what decides: what stands outside it does not
      return reason;
    }
    const before = guards.find((guard) => guard.kind === 'condition' && isRightBefore(guard, response.sentAt));
    return before?.kind === 'condition' ? this.#decided(before, response) : undefined;
  }

  /** `switch (error.constructor) { case ValidationError: … }` */
  #ofCase(guard: Guard & { kind: 'case' }): Reason | undefined {
    const root = this.provenances.of(rootOf(guard.subject));
    const [value] = guard.values;
    if (root.origin !== 'caught' || !value || guard.values.length > 1) return undefined;
    const kind = reasonOfErrorName(value.node.text);
    return kind && { kind, confidence: 'high', guard: guard.node, source: undefined, subject: value.node.text };
  }

  #decided(guard: Guard & { kind: 'condition' }, response: Response): Reason | undefined {
    const ways = waysToHold(guard.condition, guard.holds);
    if (ways.length === 0) return undefined;
    const reasons = ways.map((way) => {
      const found = way
        .map((atom) => this.#ofAtom(atom, guard.condition.node, response))
        .filter((reason) => reason !== undefined);
      return strongest(found);
    });
    // who logs in with an unknown name or a wrong password has no valid credentials either way
    const login = reasons.find(
      (reason) => reason?.kind === 'missing credentials' && reason.provenance?.origin === 'credentials',
    );
    if (
      login &&
      reasons.every((reason) => reason && ['missing credentials', 'not found', 'invalid input'].includes(reason.kind))
    )
      return login;
    const first = reasons[0];
    return first && reasons.every((reason) => reason?.kind === first.kind)
      ? (reasons.find((reason) => reason?.confidence === 'low') ?? first)
      : undefined;
  }

  #ofAtom(atom: Atom, guard: SyntaxNode, response: Response): Reason | undefined {
    const caught = this.#ofCaughtError(atom, guard);
    if (caught) return caught;
    const provenance = this.provenances.of(atom.subject);
    const reason = (kind: ReasonKind, confidence: Reason['confidence'] = 'high'): Reason => ({
      kind,
      confidence,
      guard,
      source: provenance.evidence,
      subject: provenance.name,
      provenance,
      atom,
    });
    if (atom.relation === 'equal' || atom.relation === 'unequal') {
      const principalCompared =
        atom.against && (this.provenances.isPrincipal(atom.against) || this.provenances.isPrincipal(atom.subject));
      if (principalCompared) return atom.relation === 'unequal' ? reason('lacking permission') : undefined;
    }
    const negative =
      atom.relation === 'absent' ||
      atom.relation === 'unequal' ||
      atom.relation === 'not-of-type' ||
      atom.relation === 'ordered';
    switch (provenance.origin) {
      case 'credentials':
        return negative && atom.relation !== 'ordered' ? reason('missing credentials') : undefined;
      case 'principal':
        return atom.relation === 'absent' ? reason('missing credentials') : undefined;
      case 'permission':
        return atom.relation === 'absent' || atom.relation === 'unequal' || atom.relation === 'ordered'
          ? reason('lacking permission')
          : undefined;
      case 'forgery':
        return negative ? reason('forgery') : undefined;
      case 'limiter':
        return reason('rate limit', 'low');
      case 'configuration':
        return atom.relation === 'absent' && isRequiredSetting(provenance.name) ? reason('misconfigured') : undefined;
      case 'entity':
        return this.#ofEntity(atom, provenance, response, reason);
      case 'input':
        return reason('invalid input', atom.relation === 'present' || atom.relation === 'equal' ? 'low' : 'high');
      case 'external':
        return atom.relation === 'absent' ? reason('upstream failure', 'low') : undefined;
      default:
        return undefined;
    }
  }

  #ofEntity(
    atom: Atom,
    provenance: Provenance,
    response: Response,
    reason: (kind: ReasonKind, confidence?: Reason['confidence']) => Reason,
  ): Reason | undefined {
    if (atom.relation === 'present') {
      const message = messageOf(this.#context, response);
      const says = speaksOf(message, 'existence');
      return says ? reason('conflict') : undefined;
    }
    if (atom.relation !== 'absent') return undefined;
    if (provenance.key === 'principal') {
      // a look-up of the caller's own tie to something: membership
      return speaksOf(provenance.name, 'permission') || /access|member|collaborat|participant/i.test(provenance.name)
        ? reason('lacking permission')
        : undefined;
    }
    if (speaksOf(provenance.name, 'permission')) return reason('lacking permission', 'low');
    if (provenance.key === 'url') return reason('not found');
    if (provenance.key === 'body') return reason('invalid input', 'low');
    return reason('not found', 'low');
  }

  /** `err instanceof ValidationError`, `err.code === 'P2002'`, `err.name === 'TokenExpiredError'`. */
  #ofCaughtError(atom: Atom, guard: SyntaxNode): Reason | undefined {
    if (atom.relation !== 'of-type' && atom.relation !== 'equal') return undefined;
    const root = this.provenances.of(rootOf(atom.subject));
    if (root.origin !== 'caught' && !/^(?:e|err|error|ex|exception|cause)$/i.test(root.name)) return undefined;
    const text = atom.against?.node.text ?? '';
    const kind = reasonOfErrorName(text);
    return kind && { kind, confidence: 'high', guard, source: undefined, subject: text.replace(/^["'`]|["'`]$/g, '') };
  }

  #caught(guard: Guard & { kind: 'caught' }, _response: Response): Reason | undefined {
    const [type] = guard.handler.types;
    const named = guard.handler.types.length === 1 && type ? reasonOfErrorName(type) : undefined;
    if (named)
      return { kind: named, confidence: 'high', guard: guard.handler.node, source: undefined, subject: type ?? '' };
    if (guard.handler.types.length > 0 && !isCatchAll(guard.handler.types)) return undefined;
    const attempt = attemptOf(this.#context, this.provenances, guard.attempt);
    const shown = {
      guard: guard.handler.node,
      source: attempt.witness,
      subject: attempt.witness?.text.slice(0, 60) ?? '',
    };
    switch (attempt.kind) {
      case 'parses input':
        return { kind: 'invalid input', confidence: 'high', ...shown };
      case 'checks credentials':
        return { kind: 'missing credentials', confidence: 'high', ...shown };
      case 'writes':
      case 'works':
        return { kind: 'unexpected failure', confidence: attempt.kind === 'writes' ? 'high' : 'low', ...shown };
      case 'asks others':
        return { kind: 'upstream failure', confidence: 'low', ...shown };
      default:
        return undefined;
    }
  }
}

function isCatchAll(types: readonly string[]): boolean {
  return types.every((type) => /^(?:Exception|BaseException|Error|Throwable)$/.test(type));
}

/** Reasons by the names and codes that errors of known libraries bear. */
export function reasonOfErrorName(text: string): ReasonKind | undefined {
  const name = text.replace(/^["'`]|["'`]$/g, '');
  if (
    /^(?:P2002|23505|11000|11001|1062|ER_DUP_ENTRY|SQLITE_CONSTRAINT(?:_UNIQUE)?)$/.test(name) ||
    /unique|duplicate|alreadyexists|integrityerror|conflict/i.test(name.replaceAll('_', ''))
  )
    return 'conflict';
  if (
    /^(?:P2025|P2001|ENOENT|NoSuchKey)$/.test(name) ||
    /notfound|doesnotexist|noresult|nosuch|norows|entitynotfound/i.test(name.replaceAll('_', ''))
  )
    return 'not found';
  if (
    /validation|zoderror|casterror|syntaxerror|badrequest|invalidinput|parseerror|valueerror|keyerror|jsondecode|typeerror$/i.test(
      name,
    )
  )
    return 'invalid input';
  if (/jsonwebtoken|tokenexpired|jwt|notbefore|unauthenticated|invalidtoken|expiredsignature/i.test(name))
    return 'missing credentials';
  if (/forbidden|permissiondenied|accessdenied|notallowed/i.test(name.replaceAll('_', ''))) return 'lacking permission';
  if (/timeout|econnrefused|econnreset|etimedout|axioserror|requestexception|httperror$/i.test(name))
    return 'upstream failure';
  if (/ratelimit|throttl|toomany/i.test(name)) return 'rate limit';
  return undefined;
}

/** The binding or secret the server cannot work without; a switch for a feature is a choice, not a fault. */
function isRequiredSetting(name: string): boolean {
  return (
    /\benv\b|environ/i.test(name) &&
    !/enable|disable|allow|feature|flag|open|mode|public|debug|whitelist|blacklist|domain|show/i.test(name)
  );
}

/** True of a guard whose arm the place stands in; an exit above is the setting, not the reason. */
function isDeciding(guard: Guard, place: SyntaxNode): boolean {
  if (guard.kind === 'condition') return guard.node.contains(place);
  return true;
}

/** `if (user.isAdmin) return …; return res.status(401)…`: the exit just above is why the rest is reached. */
function isRightBefore(guard: Guard, place: SyntaxNode): boolean {
  let statement = place;
  while (statement.parent && statement.parent !== guard.node.parent) statement = statement.parent;
  const siblings = guard.node.parent?.namedChildren ?? [];
  return siblings.indexOf(guard.node) === siblings.indexOf(statement) - 1;
}

const ranking: readonly ReasonKind[] = [
  'lacking permission',
  'missing credentials',
  'conflict',
  'not found',
  'rate limit',
  'invalid input',
  'misconfigured',
  'upstream failure',
  'unexpected failure',
  'forgery',
  'method not supported',
];

function strongest(reasons: readonly Reason[]): Reason | undefined {
  return reasons.toSorted((a, b) => ranking.indexOf(a.kind) - ranking.indexOf(b.kind))[0];
}

function rootOf(expression: Expression): Expression {
  let current = expression;
  for (;;) {
    if (current.kind === 'member' || current.kind === 'index') current = current.object;
    else if (current.kind === 'call' && current.callee.kind === 'member') current = current.callee.object;
    else return current;
  }
}
