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

/** Awaited calls reach out of the process: into a database, a file, another service. So does what gives a promise. */
export function isAwaited({ node }: CallView): boolean {
  const { text } = node.tree;
  return (
    /\bawait\s*\(?\s*$/.test(text.slice(Math.max(0, node.start - 12), node.start)) ||
    /^\s*\.(?:then|catch|finally)\(/.test(text.slice(node.end, node.end + 60))
  );
}

/** `rnd.AuthKey(name)`: what is drawn at random tells nothing of the request, and nobody has shown it. */
export function isOfGenerator({ callee }: CallView): boolean {
  return callee.kind === 'member' && /(?:^|\.)(?:rnd|rand|random)$/i.test(callee.object.node.text);
}
