import { isOfAccess } from '../../status/classes.ts';
import { wholeWord } from '../../syntax/literally.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { type Atom, type Conjunction, waysToHold } from '../code/conditions.ts';
import type { FileContext } from '../code/context.ts';
import type { Flow, Guard } from '../code/flow.ts';
import type { Response } from '../model.ts';
import { errorSaidBy, failureIn } from './errorValues.ts';
import { asksStore } from './failures.ts';
import { messageOf, saysInvalid } from './messages.ts';
import type { Reason } from './reason.ts';

/** True of a failure that is not of the kind the code asks for. */
export function isOtherFailure(context: FileContext, atom: Atom): boolean {
  return isOther(atom) && failureIn(context, atom.subject) !== undefined;
}

/**
 * `if err != nil { if errors.Is(err, http.ErrNoCookie) { … 401 } … 500 }`, and where it is asked before: what is left is another
 * matter.
 */
export function isFailureToldApart(
  context: FileContext,
  flow: Flow,
  guard: Guard & { kind: 'condition' },
  response: Response,
): boolean {
  const failed = callsFailing(context, guard, () => true);
  return flow
    .guards(response.sentAt)
    .some(
      (each) =>
        each !== guard &&
        each.kind === 'condition' &&
        callsFailing(context, each, isOther).some((call) => failed.includes(call)),
    );
}

/** The calls whose failure a condition asks for in some way. */
function callsFailing(
  context: FileContext,
  { condition, holds }: Guard & { kind: 'condition' },
  isAsked: (atom: Atom) => boolean,
): readonly SyntaxNode[] {
  const atoms = waysToHold(condition, holds).flat().filter(isAsked);
  return atoms.flatMap(({ subject }) => failureIn(context, subject)?.call.node ?? []);
}

/** `if 'name' in str(error): abort(400)`: once that was asked, what is left of a kind of errors is another matter. */
export function isToldApart(flow: Flow, { handler }: Guard & { kind: 'caught' }, response: Response): boolean {
  const { binding, body } = handler;
  if (binding === undefined) return false;
  const asks = wholeWord(binding);
  return flow
    .guards(response.sentAt)
    .some((each) => each.kind === 'condition' && body.contains(each.node) && asks.test(each.condition.node.text));
}

/** What stores say of themselves where they found nothing: what else their errors are, they did not expect. */
const nothingFound =
  /^(?:gorm\.ErrRecordNotFound|(?:sql|pgx)\.ErrNoRows|mongo\.ErrNoDocuments|redis\.Nil|badger\.ErrKeyNotFound|leveldb\.ErrNotFound|ent\.NotFoundError)$/;

/** `datastore.ErrBookNotFound`, by which the stores of a code base say the same. */
const namedNothing = /(?:^|\.)Err\w*Not(?:Found|Exists?)$/;

/**
 * A store failed otherwise than by finding nothing: `shelf, err := find(id)` behind `if errors.Is(err, sql.ErrNoRows) { … }`,
 * where that error is all that decides.
 */
export function otherFailureOfStore(
  context: FileContext,
  guards: readonly Guard[],
  deciding: Guard | undefined,
  response: Response,
): Reason | undefined {
  const { status } = response;
  // who cannot find out who calls may let nobody in
  const refuses = status?.options.every(({ code }) => isOfAccess(code));
  if (!context.language.errorsAreValues || refuses) return undefined;
  const atoms = guards.flatMap((guard) => {
    const [way, ...others] = guard.kind === 'condition' ? waysToHold(guard.condition, guard.holds) : [];
    if (!way || others.length > 0) return [];
    const failures = way.map(({ subject }) => failureIn(context, errorSaidBy(context, subject) ?? subject));
    return way.flatMap((atom, index) => {
      const failure = failures[index];
      return failure && !failures.includes(undefined) ? [{ guard, atom, failure }] : [];
    });
  });
  const saysNothing = ({ atom: { against }, failure: { call } }: (typeof atoms)[number]) => {
    const said = against?.node.text.replace(/\.Error\(\)$/, '') ?? '';
    if (nothingFound.test(said)) return true;
    // what else a layer of the code base finds amiss the response may say
    return namedNothing.test(said) && asksStore(context, call) && !saysInvalid(messageOf(context, response));
  };
  const apart = atoms.find((each) => isOther(each.atom) && saysNothing(each));
  const failed = atoms.find(
    ({ atom, failure }) => atom.relation === 'present' && failure.call.node === apart?.failure.call.node,
  );
  if (!apart || !failed) return undefined;
  // what else is asked for behind it decides
  if (deciding && deciding !== apart.guard && deciding !== failed.guard) return undefined;
  const { node, callee } = failed.failure.call;
  return {
    kind: 'unexpected failure',
    confidence: 'high',
    guard: failed.guard.node,
    source: node,
    subject: callee.node.text,
    isWitness: true,
    principal: undefined,
  };
}

function isOther({ relation }: Atom): boolean {
  return relation === 'not-of-type' || relation === 'unequal';
}

/** `if not (is_file or is_folder): abort(404)`, and behind it `if not is_file`: it is the other that is there. */
export function leavesAnother(flow: Flow, guard: Guard, { relation, subject }: Atom, response: Response): boolean {
  if (relation !== 'absent' || subject.kind !== 'name') return false;
  const isThere = (way: Conjunction): boolean =>
    way.some((atom) => atom.relation === 'present' && atom.subject.node.text === subject.name);
  return flow.guards(response.sentAt).some((other) => {
    if (other === guard || other.kind !== 'condition') return false;
    const ways = waysToHold(other.condition, other.holds);
    return ways.some(isThere) && !ways.every(isThere);
  });
}
