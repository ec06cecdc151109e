import type { CallView, Expression } from '../../languages/views.ts';
import type { ResponseEvent } from '../../responses/model.ts';
import { insert, type TextEdit } from './fix.ts';

/**
 * Gives a call the keyword argument that its pattern has for a hole: `status=404` for `JsonResponse(*_, status=STATUS?)`.
 * Absent where the pattern has none, or the call has it already.
 */
export function addKeyword(event: ResponseEvent, hole: string, value: string): TextEdit | undefined {
  const { expression, pattern, bindings } = event;
  if (expression.kind !== 'call' || pattern.expression.kind !== 'call' || bindings.has(hole)) return undefined;
  const keyword = pattern.expression.arguments.find(
    (each) => each.name !== undefined && isHole(each.value, hole),
  )?.name;
  return keyword === undefined ? undefined : addArgument(expression, `${keyword}=${value}`);
}

/** Behind the last argument; a class that is raised without a call gets its parentheses. */
export function addArgument(call: CallView, text: string): TextEdit {
  const end = endOfArguments(call);
  if (end !== undefined) return insert(end, `, ${text}`);
  return call.argumentsNode ? insert(call.argumentsNode.end - 1, text) : insert(call.node.end, `(${text})`);
}

/** Where the last argument ends, with the parentheses round its value: `detail=('One text, ' 'in two parts')`. */
export function endOfArguments({ arguments: given, argumentsNode }: CallView): number | undefined {
  const last = given.at(-1)?.value.node;
  return last && (argumentsNode?.namedChildren.findLast((child) => child.contains(last)) ?? last).end;
}

function isHole(expression: Expression, hole: string): boolean {
  return expression.kind === 'name' && expression.name.replace(/__optional$/, '') === hole;
}
