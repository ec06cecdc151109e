import type { FileAnalysis } from '../responses/analysis.ts';
import type { Response } from '../responses/model.ts';
import { reasonSentence } from '../responses/reasonWords.ts';
import type { StatusCode } from '../status/registry.ts';

/**
 * "order was not found". Nothing for a success: what a handler checked before it went on is no reason to succeed.
 */
export function sentBecause(
  { reasons }: FileAnalysis,
  response: Response,
  code: StatusCode | undefined,
): string | undefined {
  if (code === undefined || code < 300) return undefined;
  const reason = reasons.of(response);
  return reason && reasonSentence(reason);
}
