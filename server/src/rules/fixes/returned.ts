import type { FileAnalysis } from '../../responses/analysis.ts';
import type { SyntaxNode } from '../../syntax/node.ts';

/** True of an expression that is all that a `return` gives back. */
export function isReturned({ context }: FileAnalysis, { parent }: SyntaxNode): boolean {
  const statement = parent && context.language.statement(parent);
  return statement?.kind === 'exit' && statement.how === 'return';
}
