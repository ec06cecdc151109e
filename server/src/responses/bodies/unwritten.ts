import type { FileContext } from '../code/context.ts';
import type { Flow } from '../code/flow.ts';
import { passedOn } from '../code/passing.ts';
import type { ResponseEvent } from '../model.ts';

/** What a handler that is its own response does to itself without writing a body: header fields, and reading the request. */
const writesNothing =
  /^(?:set_status|set_header|add_header|clear_header|set_(?:secure_|signed_)?cookie|clear_cookie|get_\w+|decode_argument|settings|check_xsrf_cookie|require_setting|log_exception|finish|flush)$/;

/**
 * True of a status that is set where nothing writes a body: neither before nor after, nor what the response is handed
 * to, nor another method of the handler itself.
 */
export function isLeftEmpty(
  context: FileContext,
  flow: Flow,
  event: ResponseEvent,
  events: readonly ResponseEvent[],
): boolean {
  const body = event.function?.body;
  const { receiver } = event;
  if (!body || !receiver) return false;
  const mayMeet = (node: typeof event.node) => flow.mayReach(node, event.node) || flow.mayReach(event.node, node);
  if (passedOn(context, receiver, events, body.start, body.end).some(mayMeet)) return false;
  const calls = new RegExp(`(?<![\\w.])(?:${receiver}|super\\(\\))\\.(\\w+)\\(`, 'g');
  return ![...context.text.slice(body.start, body.end).matchAll(calls)].some(
    ({ 1: name = '', index }) => !writesNothing.test(name) && mayMeet(context.tree.root.at(body.start + index)),
  );
}
