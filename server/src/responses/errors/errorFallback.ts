import type { Expression } from '../../languages/views.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { calleeName, rootOf } from '../code/callees.ts';
import type { FileContext } from '../code/context.ts';

/**
 * The error's own status in whose stead a code is sent, `error.status` of `error.status || 400`: so it is sent for the
 * errors that nobody gave a status, those that nobody expected.
 */
export function errorStatusBefore({ language }: FileContext, code: SyntaxNode): Expression | undefined {
  for (let node = code, parent = node.parent; parent; node = parent, parent = parent.parent) {
    const view = language.expression(parent);
    if (view.kind === 'logical' && view.operator !== 'and') {
      const isFallback = view.right.node.contains(code) && isStatusOfError(view.left);
      return isFallback ? view.left : undefined;
    }
    // `StatusCodes.BAD_REQUEST`
    if (view.kind !== 'member' && !language.isTransparent(parent)) return undefined;
  }
  return undefined;
}

function isStatusOfError(expression: Expression): boolean {
  // `Number(error.code) || 400`
  if (expression.kind === 'call' && /^(?:Number|parseInt|int)$/.test(calleeName(expression))) {
    const [given] = expression.arguments;
    return given !== undefined && isStatusOfError(given.value);
  }
  if (
    expression.kind !== 'member' ||
    !/^(?:status|status_?code|http_?(?:status|code)|code)$/i.test(expression.property)
  )
    return false;
  const root = rootOf(expression);
  return root.kind === 'name' && /^(?:e|err|error|ex|exception)$/i.test(root.name);
}
