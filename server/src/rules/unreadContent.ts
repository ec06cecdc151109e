import type { Response } from '../responses/model.ts';

/** True where nobody reads more of a response than its status: a gateway asks about a WebSocket. */
export function isContentUnread({ framework, event }: Response): boolean {
  return framework.readsStatusAlone?.test(event.function?.node.text ?? '') ?? false;
}
