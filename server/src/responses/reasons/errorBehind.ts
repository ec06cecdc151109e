import type { Expression } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';

/**
 * The error that is thrown or passed on right behind a statement: `res.status(404); throw new Error('No such book')`,
 * `res.status(404); return next(error)`.
 */
export function errorBehind({ language }: FileContext, change: SyntaxNode): Expression | undefined {
  let statement = change;
  while (statement.parent && language.statement(statement.parent).kind !== 'block') statement = statement.parent;
  const block = statement.parent && language.statement(statement.parent);
  if (block?.kind !== 'block' || statement.end - change.end > 1) return undefined;
  const next = block.statements[block.statements.indexOf(statement) + 1];
  const view = next && language.statement(next);
  if (view?.kind === 'exit' && view.how === 'throw') return view.value;
  const call = view?.kind === 'exit' ? view.value : view?.kind === 'expression' ? view.expression : undefined;
  if (call?.kind !== 'call' || call.callee.kind !== 'name' || call.callee.name !== 'next') return undefined;
  return call.arguments[0]?.value;
}

/** What an error that is made there says: the message of `new Error('No such book')`. */
export function messageIn(error: Expression): SyntaxNode | undefined {
  const made = error.kind === 'call' ? error.arguments[0]?.value : undefined;
  return made?.node;
}
