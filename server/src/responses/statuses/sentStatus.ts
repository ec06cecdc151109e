import type { Flow } from '../code/flow.ts';
import type { ResponseEvent, StatusValue } from '../model.ts';
import { isLinkOf } from '../sameResponse.ts';

/** The status a send has: its own, or that of the last change every way passes, or of all that some way passes. */
export function statusOf(
  flow: Flow,
  event: ResponseEvent,
  reaching: readonly ResponseEvent[],
): { status: StatusValue | undefined; statusEvent: ResponseEvent | undefined } {
  if (event.status && event.status.origin === 'written') return { status: event.status, statusEvent: event };
  const setting = reaching.filter((change) => change.status !== undefined);
  const last = setting.findLast((change) => flow.dominates(change.node, event.node) || isLinkOf(change, event));
  const after = setting.filter((change) => !last || change.node.start > last.node.start);
  if (after.length === 0) {
    if (last) return { status: last.status, statusEvent: last };
    return { status: event.status, statusEvent: event.status ? event : undefined };
  }
  const options = [...(last ? [last] : []), ...after].flatMap((change) => change.status?.options ?? []);
  return { status: { options, exhaustive: false, origin: 'written' }, statusEvent: last ?? after[0] };
}
