import type { Analyser } from '../analyser.ts';
import type { Language } from '../languages/language.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { ResponseEvent, StatusReference } from '../responses/model.ts';
import { writesConstants } from '../responses/statuses/writtenStatuses.ts';
import { constantSpelling } from '../rules/fixes/constantSpelling.ts';
import type { TextEdit } from '../rules/fixes/fix.ts';
import { constantFor } from '../status/constants.ts';
import { ecosystems } from '../status/ecosystems.ts';
import { allStatuses, type StatusCode } from '../status/registry.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { completions, supposed, type TypedWord } from './halfTyped.ts';
import { atPlace, type Place } from './handlerAlone.ts';
import { type LikelyCode, likelyCodes } from './likelyCodes.ts';
import type { ReadyText } from './openTexts.ts';

/** What is known of a place where a status can stand. It holds no nodes: the text that was analysed is a supposed one. */
export interface StatusPlace {
  /** The best first. */
  readonly likely: readonly LikelyCode[];
  /** How the file would write each code there. */
  readonly spellings: ReadonlyMap<StatusCode, string>;
  /** What constants demand of the imports. */
  readonly imports: readonly TextEdit[];
}

/** Analyses the text as if a status stood at the cursor: one can stand there if the analysis takes it for one. */
export function statusPlace(analyser: Analyser, text: ReadyText, word: TypedWord): StatusPlace | undefined {
  return atPlace(analyser, text, word.start, (place) => placeIn(analyser, text, word, place));
}

function placeIn(
  analyser: Analyser,
  whole: ReadyText,
  word: TypedWord,
  { alone, present, writesConstants: usesConstants }: Place,
): StatusPlace | undefined {
  const { language, document } = whole;
  const { holder } = word;
  /** Where constants are written that the part that was read does not show, the whole does. */
  const fileShowingSpelling = () => {
    const wantsConstants = usesConstants === true || (usesConstants === false && holder !== undefined);
    const isShown = !wantsConstants || (present && constantSpelling(present, 404) !== undefined);
    return isShown ? present : whole.analysis;
  };
  const tokens = holder === undefined ? [number] : [number, `${holder}.${memberOf(holder, language)}`];
  for (const token of tokens) {
    const at = word.start + token.lastIndexOf('.') + 1;
    for (const supposition of completions(document.text, word, token)) {
      const text = supposed(alone, supposition);
      const place = analyser.supposingText(language, document, text, ({ analysis }) => {
        const reference = analysis?.references.find(({ node }) => node.start === at);
        const isPlace =
          analysis && reference && isStatusPlace(analysis, reference, word, token, present?.references ?? []);
        if (isPlace)
          return {
            likely: likelyCodes(analysis, reference),
            ...writingOf(fileShowingSpelling() ?? analysis, word, usesConstants),
          };
        return analysis && isTaken(analysis, at) ? 'taken' : undefined;
      });
      if (place === 'taken') break;
      if (place) return place;
    }
  }
  return undefined;
}

/** What is supposed to stand at the cursor: a status like most. */
const number = '400';

/** The same as a member, as holders of statuses have it. */
function memberOf(holder: string, { family }: Language): string {
  if (family === 'go') return 'StatusBadRequest';
  return family === 'python' && /(?:^|\.)status$/.test(holder) ? 'HTTP_400_BAD_REQUEST' : 'BAD_REQUEST';
}

/** By its place: what is in the text at hand up to the cursor is in the supposed one as well. */
function isArgumentBefore({ expression }: ResponseEvent, argument: SyntaxNode, place: SyntaxNode): boolean {
  const start = expression.kind === 'call' ? expression.argumentsNode?.start : undefined;
  return start !== undefined && start <= argument.start && argument.end <= place.start;
}

/** True where a pattern takes what stands there for something else: `res.json(` for a body. */
function isTaken({ events }: FileAnalysis, offset: number): boolean {
  return events.some(({ bindings }) =>
    [...bindings.values()].some((bound) => bound.kind === 'expression' && bound.expression.node.start === offset),
  );
}

function isStatusPlace(
  { context, events }: FileAnalysis,
  { node, role, response }: StatusReference,
  { typed }: TypedWord,
  token: string,
  present: readonly StatusReference[],
): boolean {
  if (context.language.isInert(node)) return false;
  // a member of statuses is one wherever it stands
  if (token !== number) return true;
  if (role === 'named') return false;
  if (role === 'sent' || role === 'declared') {
    // what a call is named makes a number a status that stands there, not a place for one: `raise RuntimeError(`
    const event = events.find(({ status }) => status?.options.some((option) => option.node === node));
    if (!event || event.learned?.isDefined === false) return false;
    // `JSONResponse(status_code=404, `
    const isSaid = present.some((each) => each.role === role && isArgumentBefore(event, each.node, node));
    if (isSaid) return false;
  }
  // `res.send(`: a body far more often than the status that old versions took
  const code = response?.event.bindings.get('CODE');
  const call = response?.event.expression;
  const isAlone = call?.kind === 'call' && call.arguments.length === 1;
  return !(isAlone && code?.kind === 'expression' && code.expression.node === node) || /^\d{2,3}$/.test(typed);
}

/** How the file at hand writes codes, and what that demands of its imports. */
function writingOf(
  file: FileAnalysis,
  word: TypedWord,
  usesConstants: boolean | undefined,
): Omit<StatusPlace, 'likely'> {
  const { language, imports, text } = file.context;
  const spellings = spellingsIn(file, word, usesConstants ?? writesConstants(file, word));
  const edit = { start: word.start, end: word.end, text: spellings.get(404) ?? '' };
  const demanded = language.importEdits?.(imports, text, [edit]) ?? [];
  // imports stand above what is typed
  return { spellings, imports: demanded.filter(({ end }) => end < word.start) };
}

/** As members of what is typed; else by constants where the file has them in use, and as numbers where it has not. */
function spellingsIn(
  analysis: FileAnalysis,
  { holder, typed }: TypedWord,
  usesConstants: boolean,
): ReadonlyMap<StatusCode, string> {
  const spellings = new Map<StatusCode, string>();
  for (const { code } of allStatuses) {
    if (holder !== undefined) {
      const constant = [constantSpelling(analysis, code), ...constantsElsewhere(code)].find((each) =>
        each?.startsWith(`${holder}.`),
      );
      if (constant !== undefined) spellings.set(code, constant);
    } else {
      const constant = usesConstants && !/^\d/.test(typed) ? constantSpelling(analysis, code) : undefined;
      spellings.set(code, constant ?? String(code));
    }
  }
  return spellings;
}

/** The constants of libraries that the file may not import yet. */
function constantsElsewhere(code: StatusCode): readonly string[] {
  return ecosystems
    .flatMap((ecosystem) => constantFor(code, ecosystem) ?? [])
    .filter((constant) => /^[\w.]+$/.test(constant));
}
