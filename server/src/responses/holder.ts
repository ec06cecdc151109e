import type { Expression } from '../languages/views.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import type { FileContext } from './code/context.ts';

/** The name that holds a response value: `const response = NextResponse.json(…)`. */
export function holderOf(context: FileContext, expression: Expression): string | undefined {
  const { language } = context;
  let top = expression.node;
  let node = top.parent;
  // the links of a chain that begins with it, and what changes nothing
  for (; node && (language.isTransparent(node) || isChain(language.expression(node), top)); node = node.parent)
    if (!language.isTransparent(node)) top = node;
  for (let steps = 0; node && steps < 2; steps++, node = node.parent) {
    const view = language.statement(node);
    if (view.kind === 'definition') return view.bindings.find(({ value }) => value?.node === top)?.name;
  }
  return undefined;
}

function isChain(expression: Expression, inner: SyntaxNode): boolean {
  return (
    (expression.kind === 'member' && expression.object.node === inner) ||
    (expression.kind === 'call' && expression.callee.node === inner)
  );
}
