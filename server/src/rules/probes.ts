import type { FileAnalysis } from '../responses/analysis.ts';
import type { Response } from '../responses/model.ts';

/** True of what an orchestrator or load balancer asks again and again, whatever it is told. */
export function answersProbe(file: FileAnalysis, response: Response): boolean {
  return (
    ofProbe.test(pathOf(file, response)) ||
    isFileOfProbes(file.context.path) ||
    isComparedWithProbe(file, response) ||
    named.test(response.event.function?.name ?? '')
  );
}

const ofProbe = /health|live|ready|ping|status/i;

/** `checkReady`, `HealthHandler` */
const named = /^(?:check|get|handle|serve)?_?(?:health|live|ready)(?:z|ness|iness)?(?:_?(?:check|handler|probe))?$/i;

/** `if (req.url === '/ready')` of a server that tells its routes apart by itself. */
function isComparedWithProbe({ flow }: FileAnalysis, { sentAt }: Response): boolean {
  return flow
    .guards(sentAt)
    .some(
      (guard) =>
        guard.kind === 'condition' &&
        guard.holds &&
        /['"]\/(?:\w+\/)*(?:health|live|ready)/.test(guard.condition.node.text),
    );
}

/** The route; where nobody can tell what stands before it, as in `app.use(BASE_PATH, router)`, its own path. */
function pathOf({ context }: FileAnalysis, { handler }: Response): string {
  if (handler?.route !== undefined || !handler?.routeAt) return handler?.route ?? '';
  const made = context.language.expression(handler.routeAt);
  const [path] = made.kind === 'call' ? made.arguments : [];
  return path?.value.kind === 'string' ? path.value.value : '';
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
