import type { CallView, Expression, NameView } from '../languages/views.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { calleeName } from './callees.ts';
import type { FileContext } from './context.ts';
import { callTaking } from './passing.ts';

/** The calls before a place that take a variable: `db.Create(&user)` of `user`. */
export function callsTaking(context: FileContext, { name, node }: NameView): readonly CallView[] {
  const start = context.functionAround(node)?.body?.start;
  if (start === undefined) return [];
  const before = context.text.slice(start, node.start);
  return [...before.matchAll(new RegExp(`(?<=[(,]\\s*[&*]?)${name.replaceAll('$', '\\$')}(?=\\s*[,)])`, 'g'))].flatMap(
    ({ index }) => callTaking(context, context.tree.root.at(start + index)) ?? [],
  );
}

/** The call that gave a value, through the names and members it is reached by. */
export function callOf(
  context: FileContext,
  expression: Expression,
): { readonly name: string; readonly callee: string; readonly node: SyntaxNode } | undefined {
  let current = expression;
  for (let steps = 0; steps < 6; steps++) {
    if (current.kind === 'call')
      return { name: calleeName(current), callee: current.callee.node.text, node: current.node };
    if (current.kind === 'member' || current.kind === 'index') current = current.object;
    else if (current.kind === 'name') {
      const value = context.scopes.value(current.name, current.node);
      if (!value) return undefined;
      current = value.value;
    } else return undefined;
  }
  return undefined;
}
