import type { AnalysedText } from '../analyser.ts';
import type { SpellingResult } from '../protocol.ts';
import { constantSpelling } from '../rules/fixes/constantSpelling.ts';
import type { StatusCode } from '../status/registry.ts';

/** How a text would write a code: as a number, or by the constants that it imports or defines. */
export function spelling({ analysis }: AnalysedText, code: StatusCode): SpellingResult {
  const number = String(code);
  const constant = analysis && constantSpelling(analysis, code);
  return constant === undefined ? { number } : { number, constant };
}
