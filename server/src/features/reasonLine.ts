import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { Response } from '../responses/model.ts';
import type { Reason } from '../responses/reasons/reason.ts';
import { reasonWords, shortened } from '../responses/reasons/reasonWords.ts';
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
  const because = all.map((each) => reasonWords(each, codeSpan)).join(t(', or because '));
  const { state, evidence } = reasons.authentication(response);
  const isSure = all.every(({ confidence }) => confidence === 'high');
  const lines = linesOf(document, first);
  if (state !== 'authenticated' || !evidence)
    return isSure
      ? t('Sent because {0} ({1}).', because, lines)
      : t('Probably sent because {0} ({1}).', because, lines);
  const known = [codeSpan(shortened(evidence.text)), lineOf(document, evidence)];
  return isSure
    ? t('Sent because {0} ({1}), for a caller whom {2} authenticated (line {3}).', because, lines, ...known)
    : t('Probably sent because {0} ({1}), for a caller whom {2} authenticated (line {3}).', because, lines, ...known);
}

/** Where it is decided, and before it where the value that decides comes from. */
function linesOf(document: SourceDocument, { guard, source }: Reason): string {
  const decided = lineOf(document, guard);
  const from = source ? lineOf(document, source) : decided;
  return from < decided ? t('lines {0} and {1}', from, decided) : t('line {0}', decided);
}

function lineOf(document: SourceDocument, node: SyntaxNode): number {
  return document.positionAt(node.start).line + 1;
}
