import type { Flow } from './code/flow.ts';
import { ofDecorators } from './events.ts';
import type { ResponseEvent } from './model.ts';

/** Whether a change is one of the response that an event sends or makes. */
export function isSameResponse(change: ResponseEvent, event: ResponseEvent): boolean {
  return (
    isSameReceiver(change, event) &&
    (change.function === event.function ||
      (event.function !== undefined && change.function?.node.contains(event.function.node) === true))
  );
}

function isSameReceiver(change: ResponseEvent, event: ResponseEvent): boolean {
  // `render.Status(r, 404)` keeps the status in the request that the response is for
  if (setsHeadersOfReturned(change, event)) return true;
  if (change.receiver === undefined) return change.request !== undefined && change.request === event.request;
  return change.receiver === event.receiver || change.receiver === ofDecorators || event.receiver === ofDecorators;
}

/** Elysia's `set.headers.location = url`, SvelteKit's `setHeaders({ … })`: for what the handler gives back, however made. */
export function setsHeadersOfReturned(change: ResponseEvent, event: ResponseEvent): boolean {
  // `res.set('Allow', 'GET'); next({ status: 405 })`: whoever turns the error into a response finds the field set
  const { completes, errorsKeepFields } = change.framework;
  const isKept = errorsKeepFields || completes === undefined || completes === 'send';
  if (event.kind === 'raise' && event.receiver === undefined && isKept)
    return change.status === undefined && change.headers.fields.size > 0;
  if (event.kind !== 'make' || event.receiver !== undefined || change.status !== undefined) return false;
  return change.framework.completes === 'return' && change.headers.fields.size > 0;
}

/** Whether some run makes a change before an event. */
export function mayReach(flow: Flow, change: ResponseEvent, event: ResponseEvent): boolean {
  if (isLinkOf(change, event)) return true;
  if (change.node.start >= event.node.start) return false;
  // a function made after the change knows of it; what functions made before do, they do whenever they are called
  const isWithin = change.function === event.function || change.function?.node.contains(event.node);
  return !isWithin || flow.mayReach(change.node, event.node);
}

/** A link of the very chain that sends: `res.status(404)` in `res.status(404).json(…)`. */
export function isLinkOf(change: ResponseEvent, event: ResponseEvent): boolean {
  return change.node.start === event.node.start && event.node.contains(change.node);
}

export function isInOneFunction(one: ResponseEvent, other: ResponseEvent): boolean {
  return one.function === other.function;
}
