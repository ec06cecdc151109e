import type { Expression } from '../../languages/views.ts';

/** One thing a condition says of one value. */
export interface Atom {
  readonly subject: Expression;
  readonly relation: 'present' | 'absent' | 'equal' | 'unequal' | 'ordered' | 'of-type' | 'not-of-type';
  readonly against?: Expression;
  /** Of `ordered`: the subject is the greater one. */
  readonly isAbove?: boolean;
  /** Asks how many there are: `rows.length === 0`. */
  readonly isCounted?: true;
  /** Asks for a part of a value by its key: `'title' in body`. */
  readonly isPart?: true;
}

/** Atoms that hold together. */
export type Conjunction = readonly Atom[];

/** How deep a condition is taken apart, and how many ways to satisfy it are looked at. */
const maximumDepth = 12;
const maximumWays = 16;

/**
 * The ways a condition can hold (or not): in each way all its atoms do. `!a || !b` holds in two ways, `!a && !b` in one.
 * Empty where the condition is too involved.
 */
export function waysToHold(condition: Expression, holds: boolean, depth = 0): readonly Conjunction[] {
  if (depth > maximumDepth) return [];
  if (condition.kind === 'not') return waysToHold(condition.operand, !holds, depth + 1);
  if (condition.kind === 'logical' && condition.operator !== 'otherwise') {
    const left = waysToHold(condition.left, holds, depth + 1);
    const right = waysToHold(condition.right, holds, depth + 1);
    const together = (condition.operator === 'and') === holds;
    const ways = together ? left.flatMap((one) => right.map((other) => [...one, ...other])) : [...left, ...right];
    return ways.length > maximumWays ? [] : ways;
  }
  return [[atomOf(condition, holds)]];
}

/** Whether in each way in which a condition can hold all atoms are of a kind, or some. */
export function holdsFor(
  { condition, holds }: { readonly condition: Expression; readonly holds: boolean },
  isOfKind: (atom: Atom) => boolean,
  how: 'every' | 'some',
): boolean {
  const ways = waysToHold(condition, holds);
  return ways.length > 0 && ways.every((way) => way[how](isOfKind));
}

function atomOf(condition: Expression, holds: boolean): Atom {
  const truthy = (subject: Expression, present: boolean): Atom => ({
    subject,
    relation: present ? 'present' : 'absent',
  });
  if (condition.kind === 'comparison') return comparisonAtom(condition, holds);
  if (condition.kind === 'type-test') {
    const against = condition.types[0];
    return { subject: condition.value, relation: holds ? 'of-type' : 'not-of-type', ...(against ? { against } : {}) };
  }
  if (condition.kind === 'call') {
    const name =
      condition.callee.kind === 'member'
        ? condition.callee.property
        : condition.callee.kind === 'name'
          ? condition.callee.name
          : '';
    const first = condition.arguments[0]?.value;
    if (first && /^(?:isEmpty|isNil|isNull|isUndefined|isNullOrUndefined|is_none)$/.test(name))
      return truthy(first, !holds);
    if (first && /^(?:Boolean|bool)$/.test(name)) return truthy(first, holds);
    // `store.FindUser(name).IsEmpty()`
    if (
      condition.callee.kind === 'member' &&
      condition.arguments.length === 0 &&
      /^(?:IsEmpty|IsZero|IsNil)$/.test(name)
    )
      return truthy(condition.callee.object, !holds);
  }
  return truthy(condition, holds);
}

const opposite = { equal: 'unequal', unequal: 'equal' } as const;

function comparisonAtom(condition: Expression & { kind: 'comparison' }, holds: boolean): Atom {
  const { operator } = condition;
  // `'title' in body`: whether a part is there
  if (
    (operator === 'in' || operator === 'not-in') &&
    condition.left.kind === 'string' &&
    condition.right.kind !== 'list'
  ) {
    const { left, right, node } = condition;
    const part: Expression = { kind: 'member', node, object: right, property: left.value, propertyNode: left.node };
    return { subject: part, relation: (operator === 'in') === holds ? 'present' : 'absent', isPart: true };
  }
  const isTurned = isLiteral(condition.left);
  const [subject, against] = isTurned ? [condition.right, condition.left] : [condition.left, condition.right];
  if (operator === 'equal' || operator === 'unequal') {
    const relation = holds ? operator : opposite[operator];
    const isEqual = relation === 'equal';
    const counted = countedSubject(subject);
    if (counted && against.kind === 'number' && against.value === 0)
      return { subject: counted, relation: isEqual ? 'absent' : 'present', isCounted: true };
    // `name == ""`, `userID == 0`: where there is no null, nothing looks so
    if (isEmpty(subject, against)) return { subject, relation: isEqual ? 'absent' : 'present' };
    // `subtle.ConstantTimeCompare(given, kept) != 1`
    if (against.kind === 'number' && isComparedInFull(subject))
      return { subject, relation: isEqual === (against.value === 1) ? 'present' : 'absent' };
    if (against.kind === 'nothing') return { subject, relation: isEqual ? 'absent' : 'present' };
    if (against.kind === 'boolean') return { subject, relation: isEqual === against.value ? 'present' : 'absent' };
    // `books.findIndex(…) === -1`
    if (against.node.text === '-1' && anIndex.test(subject.node.text))
      return { subject, relation: isEqual ? 'absent' : 'present', isCounted: true };
    // `typeof x === 'undefined'`
    if (against.kind === 'string' && against.value === 'undefined' && subject.kind === 'operation') {
      const operand = subject.operands[0];
      if (operand) return { subject: operand, relation: isEqual ? 'absent' : 'present' };
    }
    return { subject, relation, against };
  }
  const counted = countedSubject(subject);
  if (
    counted &&
    against.kind === 'number' &&
    (operator === 'greater' || operator === 'less' || operator === 'greater-or-equal')
  ) {
    // `rows.length > 0`, `rows.length >= 1`, `rows.length < 1`
    if (operator !== 'less' && against.value <= 1)
      return { subject: counted, relation: holds ? 'present' : 'absent', isCounted: true };
    if (operator === 'less' && against.value === 1)
      return { subject: counted, relation: holds ? 'absent' : 'present', isCounted: true };
  }
  if (operator === 'in' || operator === 'not-in') {
    return { subject: against, relation: (operator === 'in') === holds ? 'equal' : 'unequal', against: subject };
  }
  const isGreater = operator === 'greater' || operator === 'greater-or-equal';
  return { subject, relation: 'ordered', against, isAbove: (isGreater !== isTurned) === holds };
}

const anIndex = /(?:[iI]ndex|[iI]dx|[pP]os(?:ition)?)$|\.(?:findIndex|indexOf)\(/;

function isEmpty(subject: Expression, against: Expression): boolean {
  if (against.kind === 'string') return against.value === '' && against.interpolated.length === 0;
  if (against.kind !== 'number' || against.value !== 0) return false;
  const name = subject.kind === 'member' ? subject.property : subject.kind === 'name' ? subject.name : '';
  return /(?:^id|Id|ID|_id)$/.test(name);
}

function isComparedInFull(subject: Expression): boolean {
  return (
    subject.kind === 'call' && subject.callee.kind === 'member' && subject.callee.property === 'ConstantTimeCompare'
  );
}

function isLiteral(expression: Expression): boolean {
  return ['number', 'string', 'boolean', 'nothing'].includes(expression.kind);
}

/** `rows` of `rows.length`, `len(rows)`, `result.rowCount`, `result.affectedRows`. */
function countedSubject(expression: Expression): Expression | undefined {
  if (
    expression.kind === 'member' &&
    /^(?:length|size|count|rowCount|affectedRows|matchedCount|modifiedCount|deletedCount|nModified|RowsAffected|changes)$/.test(
      expression.property,
    )
  ) {
    return expression.object;
  }
  if (expression.kind === 'call' && expression.callee.kind === 'name' && expression.callee.name === 'len')
    return expression.arguments[0]?.value;
  return undefined;
}

/** `!link || !link.password`: what lacks a part is as good as gone, where the response says that it is missing. */
export function isOfHolder(way: Conjunction | undefined, other: Conjunction | undefined): boolean {
  const [part, ...rest] = way ?? [];
  const [whole, ...more] = other ?? [];
  if (!part || !whole || rest.length > 0 || more.length > 0) return false;
  return (
    part.relation === 'absent' &&
    whole.relation === 'absent' &&
    part.subject.kind === 'member' &&
    part.subject.object.node.text === whole.subject.node.text
  );
}
