import { isErrorParameter } from '../code/conventions.ts';
import type { Response } from '../model.ts';
import type { Reason } from './reason.ts';

/**
 * The reason of a failure that only the error tells which the function is given: `app.use((err, req, res, next) => …)`,
 * `def on_error(error): …`. What of it is the client's fault, such a function tells apart.
 */
export function reasonOfGivenError({ event, status }: Response): Reason | undefined {
  const codes = status?.options.map(({ code }) => code) ?? [];
  if (codes.length === 0 || codes.some((code) => code < 500)) return undefined;
  const parameter = event.function?.parameters.find(isErrorParameter);
  if (!parameter) return undefined;
  return {
    kind: 'unexpected failure',
    confidence: 'high',
    guard: parameter.node,
    source: undefined,
    subject: parameter.name ?? parameter.node.text,
    isError: true,
    principal: undefined,
  };
}
