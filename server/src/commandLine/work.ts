import type { MappedFile } from '../protocol.ts';
import { mappedFile } from '../responseMap/mappedFile.ts';
import type { LintFinding } from './formats/lintResult.ts';
import { Linter, type LintWork } from './linter.ts';
import { type ListedResponse, listedIn } from './listedResponses.ts';
import type { Scan } from './scan.ts';
import type { Make, OnFailure } from './scanPart.ts';

/** What a command wants of files: plain data, so that a thread can be given it. */
export type Work = LintWork | { readonly kind: 'responses' } | { readonly kind: 'routes' };

/** What comes of each file: plain data as well. */
export type MadeBy<Wanted extends Work> = Wanted extends LintWork
  ? readonly LintFinding[]
  : Wanted extends { readonly kind: 'responses' }
    ? readonly ListedResponse[]
    : MappedFile;

/** How it is made. */
export function makerOf(work: Work, scan: Scan, onFailure: OnFailure): Make<MadeBy<Work>> {
  if (work.kind === 'findings') {
    const linter = new Linter(scan, work, onFailure);
    return (scanned) => linter.findings(scanned);
  }
  if (work.kind === 'responses') return async (scanned) => listedIn(scanned);
  return async ({ document, analysis }) => mappedFile(document, analysis, []);
}
