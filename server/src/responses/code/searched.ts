import type { CallView, Expression } from '../../languages/views.ts';
import type { FileContext } from './context.ts';

/** What Python's `any` looks through: `shelf.books` of `any(book.isbn == isbn for book in shelf.books)`. */
export function searchedIn({ language }: FileContext, { callee, node }: CallView): Expression | undefined {
  if (callee.kind !== 'name' || callee.name !== 'any') return undefined;
  const [, looked] = node.namedChildren;
  const source = looked && language.comprehended?.(looked);
  return source?.kind === 'name' || source?.kind === 'member' ? source : undefined;
}
