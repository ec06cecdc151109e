import type { Position } from 'vscode-languageserver';
import type { AnalysedText, Analyser } from '../analyser.ts';
import { firstQuestion, guideSteps, outcomeOf, questionFor, suggestionsOf } from '../guide/guide.ts';
import { t } from '../localisation.ts';
import type { GuideOutcome, GuideResult, GuideWriting } from '../protocol.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { Response, StatusReference } from '../responses/model.ts';
import type { ReasonKind } from '../responses/reasons/reason.ts';
import { reasonSentence, shortened } from '../responses/reasons/reasonWords.ts';
import { changeStatus } from '../rules/fixes/changeStatus.ts';
import type { TextEdit } from '../rules/fixes/fix.ts';
import { setStatus } from '../rules/fixes/setStatus.ts';
import { newResponses, type WrittenResponse } from '../rules/fixes/writeResponse.ts';
import { statusNode } from '../rules/rule.ts';
import type { StatusCode } from '../status/registry.ts';
import type { SourceDocument } from '../syntax/document.ts';
import { likelyCodes } from './likelyCodes.ts';
import { offsetOf, rangeOf } from './positions.ts';

/** What the code shows where a status is looked for. It holds no nodes: the text that was read may be a supposed one. */
interface Surroundings {
  readonly reason: ReasonKind | undefined;
  readonly reasonText: string | undefined;
  readonly likely: readonly StatusCode[];
  readonly shown: readonly string[];
}

const unknown: Surroundings = { reason: undefined, reasonText: undefined, likely: [], shown: [] };

/** The guide for a place in a text; for no place without one. */
export function guide(text: AnalysedText | undefined, position: Position | undefined, analyser: Analyser): GuideResult {
  const offset = text && position && offsetOf(text.document, position);
  const { reason, reasonText, likely, shown } =
    (text && offset !== undefined && surroundings(text, offset, analyser)) || unknown;
  return {
    steps: guideSteps(),
    root: firstQuestion,
    first: questionFor(reason),
    suggestions: suggestionsOf(likely),
    ...(reasonText === undefined ? {} : { reason: reasonText }),
    shown,
  };
}

/** What a code means, and how a text would send it at a place. */
export function guideOutcome(
  code: StatusCode,
  text: AnalysedText | undefined,
  position: Position | undefined,
  analyser: Analyser,
): GuideOutcome | null {
  const outcome = outcomeOf(code);
  const offset = text && position && offsetOf(text.document, position);
  const writing = outcome && text && offset !== undefined ? writingAt(text, offset, code, analyser) : undefined;
  return outcome ? { ...outcome, ...(writing ? { writing } : {}) } : null;
}

function surroundings(text: AnalysedText, offset: number, analyser: Analyser): Surroundings | undefined {
  const { analysis } = text;
  if (!analysis) return undefined;
  const present = responseAt(analysis, offset);
  if (present) return surroundingsOf(analysis, present);
  // as if a response stood there: what would be its reason is that of the place
  return firstRead(text, offset, probe, analyser, (supposed, response) => surroundingsOf(supposed, response))?.read;
}

/** A code that says nothing of a place. */
const probe = 400;

function surroundingsOf(analysis: FileAnalysis, response: Response): Surroundings {
  const { reasons } = analysis;
  const reason = reasons.of(response);
  const { methods = [], route } = response.handler ?? {};
  const { state, evidence } = reasons.authentication(response);
  const request = [methods.join(', '), route].filter(Boolean).join(' ');
  const shown = [
    request,
    state === 'authenticated' && evidence ? t('{0} has authenticated the caller', shortened(evidence.text)) : '',
  ].filter((each) => each !== '');
  return {
    reason: reason?.kind,
    reasonText: reason && reasonSentence(reason),
    likely: suitingCodes(analysis, response, reason?.kind),
    shown,
  };
}

/** The codes that suit the reason; without one, those that suit the method. */
function suitingCodes(
  analysis: FileAnalysis,
  response: Response,
  reason: ReasonKind | undefined,
): readonly StatusCode[] {
  const reference = analysis.references.find((each) => each.response === response);
  if (!reference) return [];
  return likelyCodes(analysis, reference)
    .filter(({ suits }) => suits !== undefined && (reason === undefined || suits === reason))
    .map(({ code }) => code);
}

/** The response that a cursor stands in: that of a status it touches, else the innermost. */
function responseAt(analysis: FileAnalysis, offset: number): Response | undefined {
  const touched = referenceAt(analysis, offset)?.response;
  if (touched) return touched;
  const around = analysis.responses.filter(({ sentAt }) => sentAt.start <= offset && offset <= sentAt.end);
  return around.sort((one, other) => one.sentAt.end - one.sentAt.start - (other.sentAt.end - other.sentAt.start))[0];
}

function referenceAt({ references }: FileAnalysis, offset: number): StatusReference | undefined {
  return references.find(({ node, role }) => role === 'sent' && node.start <= offset && offset <= node.end);
}

function writingAt(text: AnalysedText, offset: number, code: StatusCode, analyser: Analyser): GuideWriting | undefined {
  const { analysis, document } = text;
  if (!analysis) return undefined;
  const present = responseAt(analysis, offset);
  if (present) return changing(analysis, document, present, offset, code);
  const { written } = firstRead(text, offset, code, analyser, () => true) ?? {};
  return written && writing('insert', written.text, document, [written.edit]);
}

function changing(
  analysis: FileAnalysis,
  document: SourceDocument,
  response: Response,
  offset: number,
  code: StatusCode,
): GuideWriting | undefined {
  const options = response.status?.options ?? [];
  const touched = options.find(({ node }) => node && node.start <= offset && offset <= node.end);
  const option = touched ?? (options.length === 1 ? options[0] : undefined);
  if (!option || option.code === code) return undefined;
  const { node } = option;
  const edits = node ? changeStatus(analysis, response, node, option.code, code) : setStatus(analysis, response, code);
  return edits && writing('change', statusNode(response, option).text, document, edits);
}

function writing(
  kind: GuideWriting['kind'],
  text: string,
  document: SourceDocument,
  edits: readonly TextEdit[],
): GuideWriting {
  return { kind, text, edits: edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.text })) };
}

interface ReadResponse<Result> {
  readonly written: WrittenResponse;
  readonly read: Result;
}

/** The first way of writing a response at a place that is read as one. */
function firstRead<Result>(
  { analysis, document, language }: AnalysedText,
  offset: number,
  code: StatusCode,
  analyser: Analyser,
  look: (supposed: FileAnalysis, response: Response) => Result,
): ReadResponse<Result> | undefined {
  for (const written of analysis ? newResponses(analysis, offset, code) : []) {
    const { start, text } = written.edit;
    const found = analyser.supposing(language, document, written.edit, ({ analysis: supposed }) => {
      const response = supposed?.responses.find(
        ({ sentAt, status }) =>
          sentAt.start >= start &&
          sentAt.end <= start + text.length &&
          status?.options.some((option) => option.code === code),
      );
      return supposed && response ? { read: look(supposed, response) } : undefined;
    });
    if (found) return { written, read: found.read };
  }
  return undefined;
}
