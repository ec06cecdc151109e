import { literally, wholeWord } from '../../syntax/literally.ts';
import { type Atom, waysToHold } from '../code/conditions.ts';
import type { Guard } from '../code/flow.ts';

type Condition = Guard & { readonly kind: 'condition' };
type Caught = Guard & { readonly kind: 'caught' };

/**
 * What the handler of an error has made sure of before a place is reached: `if (!(error instanceof NotFound)) throw
 * error;`. Below it comes that error alone, and not all that can fail. `guards` are those of the place.
 */
export function errorMadeSureOf(guards: readonly Guard[], { handler }: Caught): Condition | undefined {
  const { binding, body } = handler;
  if (binding === undefined) return undefined;
  const asks = wholeWord(binding);
  return guards.find(
    (guard): guard is Condition =>
      guard.kind === 'condition' &&
      body.contains(guard.node) &&
      asks.test(guard.condition.node.text) &&
      saysWhich(guard, binding),
  );
}

function saysWhich({ condition, holds }: Condition, binding: string): boolean {
  const ways = waysToHold(condition, holds);
  return ways.length > 0 && ways.every((way) => way.some((atom) => marks(atom, binding)));
}

/** `error instanceof NotFound`, `error.code === 'ENOENT'`, `isNotFound(error)`; not `error instanceof Error`, `error`. */
function marks({ subject, relation, against }: Atom, binding: string): boolean {
  if (!new RegExp(`^\\W*(?:\\w+[.(])*${literally(binding)}(?![\\w$])`).test(subject.node.text)) return false;
  if (relation === 'of-type') return !/^(?:Error|Exception|BaseException|Throwable)$/.test(against?.node.text ?? '');
  return relation === 'equal' || (relation === 'present' && subject.kind !== 'name');
}
