import type { FunctionView } from '../../languages/views.ts';
import { literally } from '../../syntax/literally.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';
import { callTaking, passedOn } from '../code/passing.ts';
import { joinAll } from '../headers.ts';
import type { Response, ResponseEvent } from '../model.ts';
import { isGivenByHandler } from '../reasons/handlerErrors.ts';

/**
 * Whether all fields are known that a function sets on the errors it writes. What the handler sets that it calls is seen
 * where that makes its error; and who is told nothing of the route, `setHeaders(w, s.config.Headers)`, sets nothing on it
 * that only one route has.
 */
export function hasAllFields(context: FileContext, { headers, event, events }: Response): boolean {
  if (headers.complete) return true;
  const { receiver, function: view } = event;
  if (!context.language.errorsAreValues || receiver === undefined || !view?.body || !joinAll(events).complete)
    return false;
  const told = new RegExp(`\\b(?:${namesGiven(context, view, receiver).map(literally).join('|')})\\b`);
  return passedOn(context, receiver, events, view.body.start, event.node.start).every((node) => {
    const call = callTaking(context, node);
    return call !== undefined && (isGivenByHandler(context, view, call) || !told.test(call.node.text));
  });
}

/** What a function and those around it are given besides the response. */
function namesGiven(context: FileContext, view: FunctionView, receiver: string): readonly string[] {
  const names: string[] = [];
  for (let around: FunctionView | undefined = view; around; ) {
    names.push(...around.parameters.flatMap(({ name }) => name ?? []));
    const parent: SyntaxNode | undefined = around.node.parent;
    around = parent && context.functionAround(parent);
  }
  return names.filter((name) => name !== receiver);
}

/** Whether a function may have set fields on the response that it is given before it gives back an error. */
export function maySetFields(context: FileContext, { function: view, node }: ResponseEvent): boolean {
  const writer = view?.parameters.find(({ type = '' }) => /(?:ResponseWriter|Context|Ctx)$/.test(type))?.name;
  if (!context.language.errorsAreValues || !view?.body || writer === undefined) return false;
  const before = context.text.slice(view.body.start, node.start);
  if (
    new RegExp(`\\b${literally(writer)}(?:\\.\\w+(?:\\(\\))?)*\\.(?:Set|Add|Header|SetHeader|Append)\\(`).test(before)
  )
    return true;
  return passedOn(context, writer, [], view.body.start, node.start).length > 0;
}
