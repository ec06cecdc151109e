import type { FileAnalysis } from '../responses/analysis.ts';
import type { Response } from '../responses/model.ts';
import type { Reason } from '../responses/reason.ts';
import { reasonWords, shortened } from '../responses/reasonWords.ts';
import type { SourceDocument } from '../syntax/document.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { codeSpan } from './markdownText.ts';

/** Why a response is sent and how the caller is known there, with the lines that show it. */
export function reasonLine(
  { reasons }: FileAnalysis,
  response: Response | undefined,
  document: SourceDocument,
): string | undefined {
  const reason = response && reasons.of(response);
  if (!reason) return undefined;
  const { state, evidence } = reasons.authentication(response);
  const caller =
    state === 'authenticated' && evidence
      ? `, for a caller whom ${codeSpan(shortened(evidence.text))} authenticated (line ${lineOf(document, evidence)})`
      : '';
  return `${opening(reason)} ${reasonWords(reason, codeSpan)} (line ${lineOf(document, reason.guard)})${caller}.`;
}

function opening({ confidence }: Reason): string {
  return confidence === 'high' ? 'Sent because' : 'Probably sent because';
}

function lineOf(document: SourceDocument, node: SyntaxNode): number {
  return document.positionAt(node.start).line + 1;
}
