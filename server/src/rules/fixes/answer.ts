import { t } from '../../localisation.ts';
import type { FileAnalysis } from '../../responses/analysis.ts';
import type { Response } from '../../responses/model.ts';
import { reasonPhrase } from '../../status/registry.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import { changeStatus } from './changeStatus.ts';
import { type Fix, fixOf, type TextEdit } from './fix.ts';

/** `404 Not Found`, as the titles of fixes name a code. */
export function named(code: number): string {
  return `${code} ${reasonPhrase(code) ?? ''}`.trimEnd();
}

/** The fix that writes a status otherwise: a number as a constant, or a constant as its number. */
export function respelling({ context }: FileAnalysis, edit: TextEdit): readonly Fix[] {
  return fixOf(t('Write {0} as {1}', context.text.slice(edit.start, edit.end), edit.text), 'safe', [edit]);
}

/** The fix that answers with a code, whatever it takes. */
export function answering(code: number, edits: readonly TextEdit[] | undefined): readonly Fix[] {
  return fixOf(t('Answer {0}', named(code)), 'suggestion', edits);
}

/** The fix that answers with another code where one is written. */
export function answerWith(
  file: FileAnalysis,
  response: Response,
  node: SyntaxNode,
  from: number,
  to: number,
): readonly Fix[] {
  return answering(to, changeStatus(file, response, node, from, to));
}

/** The same of a redirect. */
export function redirectWith(
  file: FileAnalysis,
  response: Response,
  node: SyntaxNode,
  from: number,
  to: number,
): readonly Fix[] {
  return fixOf(t('Redirect with {0}', named(to)), 'suggestion', changeStatus(file, response, node, from, to));
}
