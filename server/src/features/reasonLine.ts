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
  if (!response) return undefined;
  const reason = reasons.of(response);
  const all = reason ? [reason] : reasons.alternatives(response);
  const [first] = all;
  if (!first) return undefined;
  const because = all.map((each) => reasonWords(each, codeSpan)).join(', or because ');
  const { state, evidence } = reasons.authentication(response);
  const caller =
    state === 'authenticated' && evidence
      ? `, for a caller whom ${codeSpan(shortened(evidence.text))} authenticated (line ${lineOf(document, evidence)})`
      : '';
  return `${opening(all)} ${because} (${linesOf(document, first)})${caller}.`;
}

function opening(all: readonly Reason[]): string {
  return all.every(({ confidence }) => confidence === 'high') ? 'Sent because' : 'Probably sent because';
}

/** Where it is decided, and before it where the value that decides comes from. */
function linesOf(document: SourceDocument, { guard, source }: Reason): string {
  const decided = lineOf(document, guard);
  const from = source ? lineOf(document, source) : decided;
  return from < decided ? `lines ${from} and ${decided}` : `line ${decided}`;
}

function lineOf(document: SourceDocument, node: SyntaxNode): number {
  return document.positionAt(node.start).line + 1;
}
