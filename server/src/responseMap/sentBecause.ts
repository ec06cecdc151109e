import type { FileAnalysis } from '../responses/analysis.ts';
import type { Response } from '../responses/model.ts';
import { reasonSentence } from '../responses/reasons/reasonWords.ts';
import { fittingCodes } from '../rules/reasonedStatus.ts';
import type { StatusCode } from '../status/registry.ts';

/** "order was not found". A success is explained by what went well alone, not by what was checked before. */
export function sentBecause(
  { reasons }: FileAnalysis,
  response: Response,
  code: StatusCode | undefined,
): string | undefined {
  const reason = code === undefined ? undefined : reasons.of(response);
  if (code === undefined || !reason) return undefined;
  const isOfFailure = fittingCodes[reason.kind].every((fitting) => fitting >= 400);
  return code < 300 && isOfFailure ? undefined : reasonSentence(reason);
}
