import type { CallView, Expression } from '../../languages/views.ts';
import type { FileContext } from './context.ts';

/** What Python's `any` looks through: `shelf.books` of `any(book.isbn == isbn for book in shelf.books)`. */
export function searchedIn({ language, tree }: FileContext, { callee, node }: CallView): Expression | undefined {
  if (callee.kind !== 'name' || callee.name !== 'any') return undefined;
  const found = /\bfor\s+\w+\s+in\s+(?:\w+\.)*(?=\w+\s*\)$)/.exec(node.text);
  if (!found) return undefined;
  const last = tree.root.at(node.start + found.index + found[0].length);
  const member = last.parent && language.expression(last.parent);
  return member?.kind === 'member' && member.propertyNode === last ? member : language.expression(last);
}
