import { wholeWord } from '../../syntax/literally.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { type Atom, type Conjunction, waysToHold } from './conditions.ts';
import type { FileContext } from './context.ts';
import type { Flow } from './flow.ts';

/**
 * True where no run that passes the one place comes to the other, by what must hold at both: `if (a) …` and `if (!a) …`,
 * a `switch` that is left, the body of a `try` and its handler.
 */
export function exclude(context: FileContext, flow: Flow, one: SyntaxNode, other: SyntaxNode): boolean {
  if (inOneExpression(context, one, other) || inAttemptAndHandler(context, one, other)) return true;
  const holding = conditionsAt(flow, one);
  const needed = conditionsAt(flow, other);
  return (
    holding.some((ways) => needed.some((others) => allContradict(ways, others))) || changes(context, one, flow, other)
  );
}

/** The arms of `a ? b : c`, and what stands on both sides of an `||`. */
function inOneExpression({ language }: FileContext, one: SyntaxNode, other: SyntaxNode): boolean {
  for (let node = one.parent; node; node = node.parent) {
    const view = language.expression(node);
    if (node.contains(other)) return view.kind === 'choice' || view.kind === 'logical';
    if (view.kind === 'other' && language.statement(node).kind !== 'other') return false;
  }
  return false;
}

function inAttemptAndHandler({ language }: FileContext, one: SyntaxNode, other: SyntaxNode): boolean {
  for (let node = one.parent; node; node = node.parent) {
    const view = language.statement(node);
    if (view.kind === 'try' && view.body.contains(one) && node.contains(other) && !view.body.contains(other))
      return true;
    if (view.kind === 'function') return false;
  }
  return false;
}

function conditionsAt(flow: Flow, place: SyntaxNode): readonly (readonly Conjunction[])[] {
  return flow
    .guards(place)
    .flatMap((guard) => (guard.kind === 'condition' ? [waysToHold(guard.condition, guard.holds)] : []))
    .filter((ways) => ways.length > 0);
}

function allContradict(ways: readonly Conjunction[], others: readonly Conjunction[]): boolean {
  return ways.every((way) =>
    others.every((other) => way.some((atom) => other.some((against) => contradict(atom, against)))),
  );
}

const opposites: Readonly<Record<Atom['relation'], Atom['relation'] | undefined>> = {
  present: 'absent',
  absent: 'present',
  equal: 'unequal',
  unequal: 'equal',
  'of-type': 'not-of-type',
  'not-of-type': 'of-type',
  ordered: undefined,
};

function contradict(one: Atom, other: Atom): boolean {
  if (one.subject.node.text !== other.subject.node.text) return false;
  const [against, otherAgainst] = [one.against?.node.text, other.against?.node.text];
  // two values of one thing
  if (one.relation === 'equal' && other.relation === 'equal') return against !== otherAgainst;
  if (one.relation === 'of-type' && other.relation === 'absent') return true;
  if (other.relation === 'of-type' && one.relation === 'absent') return true;
  return opposites[one.relation] === other.relation && against === otherAgainst;
}

/** A block that sets what a condition on the way to the other place asks: `if (bad) { …; failed = true }`. */
function changes({ language }: FileContext, place: SyntaxNode, flow: Flow, other: SyntaxNode): boolean {
  const asked = flow
    .guards(other)
    .flatMap((guard) => (guard.kind === 'condition' && guard.node.end > place.end ? [guard.condition.node.text] : []));
  if (asked.length === 0) return false;
  for (let node = place.parent; node && !node.contains(other); node = node.parent) {
    const view = language.statement(node);
    if (view.kind !== 'block') continue;
    for (const statement of view.statements) {
      const inner = language.statement(statement);
      if (inner.kind !== 'definition') continue;
      if (inner.bindings.some(({ name }) => asked.some((text) => wholeWord(name).test(text)))) return true;
    }
  }
  return false;
}
