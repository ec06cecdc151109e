import type { Response } from '../responses/model.ts';

/** True where nobody reads more of a response than its status: a gateway asks about a WebSocket. */
export function isContentUnread({ framework, event }: Response): boolean {
  return framework.readsStatusAlone?.test(event.function?.node.text ?? '') ?? false;
}

/**
 * The routes of a controller can stand elsewhere; then its file or folder has the name: `ready-check.js`,
 * `healthController.ts`, `health/base.controller.ts`.
 */
export function isFileOfProbes(path: string): boolean {
  return ofProbes.test(path);
}

const ofProbes =
  /(?:^|\/)_*(?:health(?:[-_]?[cC]heck)?|healthz|live|liveness|ready|readiness)(?![a-z])[^/]*$|\/health(?:[-_]?check)?\//;
