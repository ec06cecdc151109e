import type { CallView, Expression } from '../../languages/views.ts';

/** The last word of what a call calls: `findOne` of `users.findOne(…)`, empty where there is none. */
export function calleeName(call: CallView): string {
  if (call.callee.kind === 'member') return call.callee.property;
  return call.callee.kind === 'name' ? call.callee.name : '';
}

/** The name an expression starts with: `users` of `users.active().find(…)[0]`, empty where there is none. */
export function rootName(expression: Expression): string {
  const root = rootOf(expression);
  return root.kind === 'name' ? root.name : '';
}

/** `error` of `error.response.status`. */
export function rootOf(expression: Expression): Expression {
  let current = expression;
  for (;;) {
    if (current.kind === 'member' || current.kind === 'index') current = current.object;
    else if (current.kind === 'call') current = current.callee;
    else return current;
  }
}
