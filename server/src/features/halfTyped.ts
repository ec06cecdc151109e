import type { Supposition } from '../analyser.ts';

export function supposed(text: string, supposition: Supposition): string {
  return text.slice(0, supposition.start) + supposition.text + text.slice(supposition.end);
}

/** The word that is being typed at a cursor, with what it is a member of. */
export interface TypedWord {
  /** From the first letter of `StatusCodes.NOT` on; the cursor itself where nothing is typed yet. */
  readonly start: number;
  /** Behind the rest of the word, which may go on behind the cursor. */
  readonly end: number;
  /** Up to the cursor. */
  readonly typed: string;
  /** `StatusCodes` of `StatusCodes.NOT` */
  readonly holder: string | undefined;
}

/** A number on its way, or a name or member. */
const numberOrPath = /^(?:\d{1,3}|[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*\.?)?$/;
/** What stands before an expression. */
const beforeExpression = /(?:[(,:=[?|&<>]|\b(?:return|case|in|or|and|else|yield))[ \t]*$/;
/** Parameters are declared there, or conditions begin: no status comes first. */
const opensOther = /\b(?:if|for|while|switch|catch|async|(?:function|def|func)\b[^(]*)[ \t]*\($|=>[ \t]*$/;

/** Undefined where the cursor is not at an expression that a name or number begins. */
export function typedWord(text: string, offset: number): TypedWord | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  let start = offset;
  while (start > lineStart && /[\w$.]/.test(text.charAt(start - 1))) start--;
  const typed = text.slice(start, offset);
  if (!numberOrPath.test(typed)) return undefined;
  const line = text.slice(lineStart, start);
  // an argument may have a line of its own
  const ahead = line.trim() === '' ? text.slice(Math.max(0, lineStart - 200), start).trimEnd() : line;
  if (!beforeExpression.test(ahead) || opensOther.test(ahead)) return undefined;
  const rest = /^[\w$]*/.exec(text.slice(offset, offset + 100))?.[0] ?? '';
  const dot = typed.lastIndexOf('.');
  return { start, end: offset + rest.length, typed, holder: dot < 0 ? undefined : typed.slice(0, dot) };
}

/**
 * The texts that a half-typed one may be on the way to, the likeliest first: a whole token in the place of the typed word,
 * another argument behind it, and the brackets closed that its line leaves open.
 */
export function* completions(text: string, { start, end }: TypedWord, token: string): Iterable<Supposition> {
  const closings = closingsFor(text, start, end);
  for (const closing of closings) yield { start, end, text: `${token}${closing}` };
  const rest = restOfLine(text, end);
  // `c.JSON(404)`: a call that wants more than the status
  const isLastArgument = rest.startsWith(')') || closings.some((closing) => closing.startsWith(')'));
  if (isLastArgument) for (const closing of closings) yield { start, end, text: `${token}, x${closing}` };
}

/** What closes the brackets that a line leaves open before `start`: the innermost of them, or all. */
export function closingsFor(text: string, start: number, end: number): readonly string[] {
  const rest = restOfLine(text, end);
  if (rest !== '' && rest !== ';') return [''];
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  // what is indented below goes on with the call
  if (indentationBelow(text, end) > indentationOf(line)) return [''];
  const open = openBrackets(line);
  const inner = open.slice(open.lastIndexOf('}') + 1);
  return [...new Set([inner, open].map((brackets) => brackets.toReversed().join('')))];
}

/** Of the next line that is not blank; 0 where there is none. */
function indentationBelow(text: string, offset: number): number {
  const lineEnd = text.indexOf('\n', offset);
  const below = lineEnd < 0 ? '' : text.slice(lineEnd + 1);
  const first = below.search(/\S/);
  return first < 0 ? 0 : first - (below.lastIndexOf('\n', first) + 1);
}

function indentationOf(line: string): number {
  return line.length - line.trimStart().length;
}

function restOfLine(text: string, offset: number): string {
  const lineEnd = text.indexOf('\n', offset);
  return text.slice(offset, lineEnd < 0 ? text.length : lineEnd).trim();
}

const closingOf: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** What would close the brackets that a line opens, the outermost first. */
function openBrackets(line: string): readonly string[] {
  const open: string[] = [];
  const code = line.replace(/(["'`])(?:\\.|(?!\1).)*\1/g, '');
  for (const sign of code) {
    const closing = closingOf[sign];
    if (closing) open.push(closing);
    else if (sign === open.at(-1)) open.pop();
  }
  return open;
}
