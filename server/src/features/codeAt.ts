import type { Position } from 'vscode-languageserver';
import type { AnalysedText } from '../analyser.ts';
import type { CodeAtResult } from '../protocol.ts';
import { offsetOf } from './positions.ts';

/** The status code at a cursor, which stands between two characters: it is at the token on either side. */
export function codeAt({ document, analysis }: AnalysedText, position: Position): CodeAtResult | null {
  const offset = offsetOf(document, position);
  if (offset === undefined) return null;
  const touching = analysis?.references.filter(({ node }) => node.start <= offset && offset <= node.end) ?? [];
  const found = touching.find(({ node }) => offset < node.end) ?? touching[0];
  return found ? { code: found.code } : null;
}
