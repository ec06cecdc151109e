import type { Expression } from '../../languages/views.ts';
import { wholeWord } from '../../syntax/literally.ts';
import type { Flow } from '../code/flow.ts';
import type { ResponseEvent, StatusValue } from '../model.ts';

/** A status without the codes that a condition on the way rules out: `if (status >= 500) return …; res.status(status)`. */
export function withoutRuledOut(flow: Flow, status: StatusValue, { bindings, node }: ResponseEvent): StatusValue {
  const given = bindings.get('STATUS');
  if (given?.kind !== 'expression' || given.expression.kind !== 'name') return status;
  const { name } = given.expression;
  const asked = flow
    .guards(node)
    .flatMap((guard) => (guard.kind === 'condition' && wholeWord(name).test(guard.condition.node.text) ? [guard] : []));
  if (asked.length === 0) return status;
  const options = status.options.filter(
    ({ code }) => !asked.some(({ condition, holds }) => isTrueOf(condition, name, code) === !holds),
  );
  return options.length === 0 ? { ...status, options, exhaustive: false } : { ...status, options };
}

/** Whether a condition holds where a name has a value; absent where that is not told by it alone. */
function isTrueOf(condition: Expression, name: string, value: number): boolean | undefined {
  if (condition.kind === 'not') {
    const inner = isTrueOf(condition.operand, name, value);
    return inner === undefined ? undefined : !inner;
  }
  if (condition.kind === 'logical' && condition.operator !== 'otherwise') {
    const sides = [condition.left, condition.right].map((side) => isTrueOf(side, name, value));
    const settles = condition.operator === 'or';
    if (sides.includes(settles)) return settles;
    return sides.includes(undefined) ? undefined : !settles;
  }
  if (condition.kind !== 'comparison') return undefined;
  const { left, right, operator } = condition;
  if (left.kind !== 'name' || left.name !== name || right.kind !== 'number') return undefined;
  switch (operator) {
    case 'equal':
      return value === right.value;
    case 'unequal':
      return value !== right.value;
    case 'less':
      return value < right.value;
    case 'less-or-equal':
      return value <= right.value;
    case 'greater':
      return value > right.value;
    case 'greater-or-equal':
      return value >= right.value;
    default:
      return undefined;
  }
}
