import type { DocumentLink } from 'vscode-languageserver';
import type { AnalysedText } from '../analyser.ts';
import { ruleKeysIn } from '../configuration/ruleKeys.ts';
import { rules } from '../generated/rules.ts';
import { t } from '../localisation.ts';
import { documentOf } from '../rules/documents.ts';
import { suppressionsIn } from '../rules/suppressions.ts';
import type { SourceDocument } from '../syntax/document.ts';
import { rangeOf } from './positions.ts';

/** From the rules that comments suppress to their pages. */
export function linksInCode({ document, analysis }: AnalysedText): readonly DocumentLink[] {
  if (!analysis) return [];
  const suppressed = suppressionsIn(analysis).flatMap((suppression) => suppression.rules);
  return suppressed.flatMap(({ id, start }) => linkTo(id, document, start));
}

/** From the rules that a configuration file decides about to their pages. */
export function linksInConfiguration(document: SourceDocument): readonly DocumentLink[] {
  return ruleKeysIn(document.text).flatMap(({ id, start }) => linkTo(id, document, start));
}

function linkTo(id: string, document: SourceDocument, start: number): readonly DocumentLink[] {
  const rule = rules.find((each) => each.id === id);
  if (!rule) return [];
  const range = rangeOf(document, { start, end: start + id.length });
  return [{ range, target: documentOf(rule), tooltip: t(rule.description) }];
}
