import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import { t } from '../localisation.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { StatusReference } from '../responses/model.ts';
import { respelling } from '../rules/fixes/answer.ts';
import { changeStatus } from '../rules/fixes/changeStatus.ts';
import { asConstant, asNumber } from '../rules/fixes/convertStatus.ts';
import { type Fix, fixOf, type TextEdit } from '../rules/fixes/fix.ts';
import { asProblemDetails } from '../rules/fixes/problemDetails.ts';
import { withImports } from '../rules/judge.ts';
import { classOf, statusFacts } from '../status/registry.ts';
import { titleOf } from '../status/wording.ts';
import type { ReadyText } from './openTexts.ts';
import type { EditWriter } from './workspaceEdits.ts';

/** What can be done to the status code at the cursor though nothing is wrong with it. `offered` are titles of fixes. */
export function refactorings(
  text: ReadyText,
  range: Range,
  write: EditWriter,
  offered: readonly string[],
): CodeAction[] {
  const { document } = text;
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const isAsked = (file: FileAnalysis | undefined) => file && referenceIn(file, start, end);
  // as a rule there is none, and editors ask at every step of the cursor
  const analysis = isAsked(text.around(start).analysis) && text.analysis;
  const reference = isAsked(analysis);
  if (!analysis || !reference) return [];
  const found = [
    ...conversions(analysis, reference),
    ...neighbours(analysis, reference, offered),
    ...problems(analysis, reference).filter(({ title }) => !offered.includes(title)),
  ];
  return found.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.RefactorRewrite,
    edit: write(document, withImports(analysis, fix).edits),
  }));
}

/** The one whose token the cursor touches or the selection is in. */
function referenceIn({ references }: FileAnalysis, start: number, end: number): StatusReference | undefined {
  return references.find(({ node, role }) => role !== 'named' && node.start <= start && end <= node.end);
}

/** The number as a constant, or the other way round: this one, and all that are written so. */
function conversions(file: FileAnalysis, reference: StatusReference): readonly Fix[] {
  for (const convert of [asConstant, asNumber]) {
    const edit = convert(file, reference);
    if (!edit) continue;
    const all = file.references.flatMap((each): readonly TextEdit[] => {
      const other = each.role === 'sent' || each.role === 'declared' ? convert(file, each) : undefined;
      return other ? [other] : [];
    });
    const title =
      convert === asConstant
        ? t('Write all status codes of this file as constants')
        : t('Write all status codes of this file as numbers');
    return [...respelling(file, edit), ...(all.length > 1 ? fixOf(title, 'safe', all) : [])];
  }
  return [];
}

const mostNeighbours = 3;

/** The codes that it is confused with, the nearest first: those of its class, of an error all that are errors. */
function neighbours(
  file: FileAnalysis,
  { node, code, response, role }: StatusReference,
  offered: readonly string[],
): readonly Fix[] {
  if (role !== 'sent' && role !== 'declared') return [];
  const others = (statusFacts(code)?.confusedWith ?? []).flatMap((each) => statusFacts(each.code) ?? []);
  return others
    .filter((other) => (other.code >= 400 ? code >= 400 : classOf(other.code) === classOf(code)))
    .filter(({ standing }) => standing === 'registered')
    .filter((other) => !offered.some((title) => title.includes(titleOf(other))))
    .flatMap((other) =>
      fixOf(t('Change to {0}', titleOf(other)), 'suggestion', changeStatus(file, response, node, code, other.code)),
    )
    .slice(0, mostNeighbours);
}

function problems(file: FileAnalysis, { code, response }: StatusReference): readonly Fix[] {
  if (!response || code < 400 || response.status?.options.length !== 1) return [];
  return fixOf(t('Send problem details (RFC 9457)'), 'suggestion', asProblemDetails(file, response, code));
}
