import type { Expression, MemberView } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';
import { isRequest } from './nameOrigins.ts';

/** What is kept in the request for those who come after: `req.book = await Book.findById(…); if (!req.book) …`. */
export function keptIn(context: FileContext, { node, object }: MemberView): Expression | undefined {
  if (object.kind !== 'name' || !isRequest(object)) return undefined;
  const start = context.functionAround(node)?.body?.start;
  if (start === undefined) return undefined;
  const at = context.text.slice(start, node.start).lastIndexOf(`${node.text} = `);
  if (at < 0) return undefined;
  for (let outer: SyntaxNode | undefined = context.tree.root.at(start + at); outer; outer = outer.parent) {
    const view = context.language.expression(outer);
    if (view.kind === 'assignment') return view.target.node.text === node.text ? view.value : undefined;
    if (context.language.statement(outer).kind === 'block') return undefined;
  }
  return undefined;
}
