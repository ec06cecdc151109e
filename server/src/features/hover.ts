import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { AnalysedText } from '../analyser.ts';
import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { Role, StatusReference } from '../responses/model.ts';
import type { ReportedFinding } from '../rules/report.ts';
import { hoverBody, hoverHeading } from '../status/markdown.ts';
import { classOf, type StatusFacts, statusFacts } from '../status/registry.ts';
import { className } from '../status/wording.ts';
import type { SourceDocument } from '../syntax/document.ts';
import { requestOf } from './handlerText.ts';
import { codeSpan, escapeMarkdown } from './markdownText.ts';
import { missingHeaders } from './missingHeaders.ts';
import { offsetOf, rangeOf } from './positions.ts';
import { reasonLine } from './reasonLine.ts';

/** What a status code at a position means, and what is known of the response that sends it. */
export function hover(
  { document, analysis }: AnalysedText,
  position: Position,
  findings: readonly ReportedFinding[] = [],
): Hover | undefined {
  const offset = offsetOf(document, position);
  const reference = offset === undefined ? undefined : referenceAt(analysis, offset);
  const isReported = findings.some(({ node }) => node.start === reference?.node.start);
  const value = reference && hoverText(reference, document, analysis, isReported);
  if (!value) return undefined;
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(document, reference.node) };
}

/** The status code that is named at an offset, its token's end excluded. */
export function referenceAt(analysis: FileAnalysis | undefined, offset: number): StatusReference | undefined {
  return analysis?.references.find(({ node }) => node.start <= offset && offset < node.end);
}

function hoverText(
  reference: StatusReference,
  document: SourceDocument,
  analysis: FileAnalysis | undefined,
  isReported: boolean,
): string | undefined {
  const facts = statusFacts(reference.code);
  const heading = facts ? hoverHeading(facts) : unknownHeading(reference);
  if (heading === undefined) return undefined;
  // findings are not repeated: editors show them beside the hover, and what they find missing may be owed by another code
  const here = [
    placeLine(reference),
    analysis && reasonLine(analysis, reference.response, document),
    facts && !isReported && missingLine(facts, reference),
  ].filter((block) => typeof block === 'string' && block !== '');
  return [heading, ...here, ...(facts ? ['---', hoverBody(facts)] : [])].join('\n\n');
}

/** A code nobody has described: only where it is sent it is one at all; others are the ends of ranges. */
function unknownHeading({ code, role }: StatusReference): string | undefined {
  const statusClass = classOf(code);
  if (!statusClass) return undefined;
  if (role === 'compared' && code % 100 === 99)
    return `**${code}** · ${className(code)} · ${t('the end of a range')}\n\n${t(statusClass.meaning)}`;
  if (role !== 'sent') return undefined;
  return `**${code}** · ${className(code)} · ${t('not registered')}\n\n${t(statusClass.meaning)}`;
}

const roleWords: Readonly<Record<Role, () => string>> = {
  sent: () => t('sent here'),
  declared: () => t('declared here'),
  compared: () => t('compared here'),
  asserted: () => t('expected here'),
  named: () => t('named here'),
};

/** `POST /users` · Express · sent here */
function placeLine({ role, framework, response }: StatusReference): string {
  const request = response?.handler ? requestOf(response.handler) : '';
  const title = (response?.framework ?? framework)?.title;
  return [codeSpan(request), title === undefined ? '' : escapeMarkdown(title), roleWords[role]()]
    .filter((part) => part !== '')
    .join(' · ');
}

/** The fields that HTTP wants and that are known not to be set. */
function missingLine(facts: StatusFacts, { role, response }: StatusReference): string | undefined {
  if (role !== 'sent' || !response) return undefined;
  const missing = missingHeaders(facts, response);
  if (missing.length === 0) return undefined;
  return t('Missing: {0}', missing.map(({ name, level }) => `\`${name}\` (${level})`).join(t(', ')));
}
