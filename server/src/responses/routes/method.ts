import type { Expression } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';
import type { Flow, Guard } from '../code/flow.ts';
import { methodNamed } from '../code/receivers.ts';
import type { Reason } from '../reasons/reason.ts';

/** The request's method that guards show: `if (req.method === 'POST')`, `case 'GET':`. Empty where they show none. */
export function methodsAt(context: FileContext, flow: Flow, place: SyntaxNode): readonly string[] {
  for (const guard of flow.guards(place)) {
    if (guard.kind === 'case' && isMethod(context, guard.subject)) {
      const methods = guard.values.flatMap(methodText);
      if (methods.length > 0) return methods;
    }
    if (guard.kind === 'condition') {
      const methods = comparedMethods(context, guard.condition, guard.holds);
      if (methods.length > 0) return methods;
    }
  }
  return [];
}

/** The methods named where a place is reached only by the others: what a 405 there should allow. */
export function methodsElsewhere(context: FileContext, flow: Flow, place: SyntaxNode): readonly string[] {
  const methods: string[] = [];
  for (const guard of flow.guards(place)) {
    if (guard.kind === 'case' && guard.values.length === 0 && isMethod(context, guard.subject)) {
      methods.push(...guard.others.flatMap(methodText));
    }
    if (guard.kind === 'condition') methods.push(...comparedMethods(context, guard.condition, !guard.holds));
  }
  return [...new Set(methods)];
}

/** True of a guard whose arm is for the methods that are served nowhere else: `default:`, `if (req.method !== 'POST')`. */
export function refusesMethods(context: FileContext, guard: Guard): boolean {
  if (guard.kind === 'case') {
    // `switch (method) { case 'Bearer': …; default: … }` is about another method than the request's
    const isOther = guard.others.length > 0 && guard.others.flatMap(methodText).length === 0;
    return guard.values.length === 0 && !isOther && isMethod(context, guard.subject);
  }
  return guard.kind === 'condition' && comparedMethods(context, guard.condition, !guard.holds).length > 0;
}

/** True behind a test for methods that nothing here names: `request.method in methods`. */
export function testsUnknownMethods(context: FileContext, flow: Flow, place: SyntaxNode): boolean {
  return flow
    .guards(place)
    .some(
      (guard) =>
        guard.kind === 'condition' &&
        guard.condition.kind === 'comparison' &&
        /^(?:not-)?in$/.test(guard.condition.operator) &&
        isMethod(context, guard.condition.left) &&
        context.resolve(guard.condition.right).kind !== 'list',
    );
}

function comparedMethods(context: FileContext, condition: Expression, holds: boolean): readonly string[] {
  if (condition.kind === 'not') return comparedMethods(context, condition.operand, !holds);
  if (condition.kind === 'logical') {
    const isJoined = condition.operator === (holds ? 'and' : 'or');
    const left = comparedMethods(context, condition.left, holds);
    const right = comparedMethods(context, condition.right, holds);
    if (isJoined) return left.length > 0 ? left : right;
    return left.length > 0 && right.length > 0 ? [...left, ...right] : [];
  }
  if (condition.kind === 'comparison' && condition.operator === (holds ? 'equal' : 'unequal')) {
    if (isMethod(context, condition.left)) return methodText(condition.right);
    if (isMethod(context, condition.right)) return methodText(condition.left);
  }
  // `request.method not in ('GET', 'HEAD')`
  if (condition.kind === 'comparison' && condition.operator === (holds ? 'in' : 'not-in')) {
    const list = context.resolve(condition.right);
    if (list.kind === 'list' && isMethod(context, condition.left)) return list.elements.flatMap(methodText);
  }
  // `['GET', 'HEAD'].includes(req.method)`
  if (
    holds &&
    condition.kind === 'call' &&
    condition.callee.kind === 'member' &&
    condition.callee.property === 'includes'
  ) {
    const list = context.resolve(condition.callee.object);
    const first = condition.arguments[0]?.value;
    if (first && isMethod(context, first) && list.kind === 'list') return list.elements.flatMap(methodText);
  }
  return [];
}

function methodText(expression: Expression): string[] {
  const method = methodNamed(expression);
  return method ? [method] : [];
}

function isMethod(context: FileContext, expression: Expression): boolean {
  if (expression.kind === 'call' && expression.callee.kind === 'member')
    return isMethod(context, expression.callee.object);
  const value = expression.kind === 'name' ? context.resolve(expression) : expression;
  if (value.kind === 'member') return /^(?::?method|httpMethod|request_method)$/i.test(value.property);
  return value.kind === 'name' && /^(?:method|httpMethod)$/.test(value.name);
}

/** `if (req.method !== 'POST')`, `default:` of a `switch (req.method)` */
export function ofMethod(guard: Guard): Reason | undefined {
  if (guard.kind === 'caught') return undefined;
  const tested = guard.kind === 'case' ? guard.subject.node : guard.condition.node;
  return {
    kind: 'method not supported',
    confidence: 'high',
    guard: tested,
    source: undefined,
    subject: tested.text,
    principal: undefined,
  };
}
