import type { Analyser } from '../analyser.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { vocabularyOf } from '../responses/sections/sectionMeaning.ts';
import { blank } from '../syntax/blank.ts';
import type { ReadyText } from './openTexts.ts';

/** A place in a text with as little around it as tells what can stand there. */
export interface Place {
  /** Everything that is left is where it was. */
  readonly alone: string;
  /** The analysis of what is left, without what is supposed. Its nodes must not leave the look. */
  readonly present: FileAnalysis | undefined;
  /** How the whole text writes statuses, where that is known without a look at it. */
  readonly writesConstants: boolean | undefined;
}

/** What a look at a place shows: at its surroundings, where they are known, else at all of the text. */
export function atPlace<Result>(
  analyser: Analyser,
  text: ReadyText,
  offset: number,
  look: (place: Place) => Result,
): Result {
  const { language, document } = text;
  const placed = (around: string, present: FileAnalysis | undefined, writesConstants: boolean | undefined): Place => ({
    alone: handlerAlone(around, present, offset),
    present,
    writesConstants,
  });
  const around = text.surroundings?.(offset);
  const looked =
    around &&
    analyser.supposingText(language, document, around.text, ({ analysis }) => {
      const used = analysis && vocabularyOf(analysis.context).used;
      return used === around.used ? { shows: look(placed(around.text, analysis, around.writesConstants)) } : undefined;
    });
  return looked ? looked.shows : look(placed(document.text, text.analysis, undefined));
}

/**
 * A text in which no handler does anything but the one at an offset, at the same places: so much less to read, and what the
 * others do says nothing of this one. Where nothing is known of handlers it is the text as it is.
 */
export function handlerAlone(text: string, analysis: FileAnalysis | undefined, offset: number): string {
  if (!analysis) return text;
  const bodies = [...analysis.handlers.all]
    .map(({ function: view }) => ({ body: view.body, whole: view.node }))
    .flatMap(({ body, whole }) => (body && (offset < whole.start || whole.end < offset) ? [body] : []))
    .sort((one, other) => one.start - other.start);
  const parts: string[] = [];
  let end = 0;
  for (const body of bodies) {
    const emptied = body.start >= end ? emptyBody(body.text) : undefined;
    // a handler that half-typed code has drawn the cursor's line into
    if (emptied === undefined || (body.start <= offset && offset <= body.end)) continue;
    parts.push(text.slice(end, body.start), emptied);
    end = body.end;
  }
  return parts.join('') + text.slice(end);
}

/** As long, its lines where they were; undefined for an expression. */
function emptyBody(body: string): string | undefined {
  const isBlock = body.startsWith('{') && body.endsWith('}');
  if (isBlock) return `{${blank(body.slice(1, -1))}}`;
  // a block without braces: the statement that does nothing
  return /^\w[^\n]*\n/.test(body) ? `...${blank(body.slice(3))}` : undefined;
}
