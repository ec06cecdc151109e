import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver';
import type { Analyser, Supposition } from '../analyser.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { HeaderField, Response } from '../responses/model.ts';
import type { HeaderLevel } from '../status/facts.ts';
import { allStatuses, type StatusCode, statusFacts } from '../status/registry.ts';
import { closingsFor, supposed } from './halfTyped.ts';
import { atPlace } from './handlerAlone.ts';
import { missingHeaders } from './missingHeaders.ts';
import type { ReadyText } from './openTexts.ts';
import { offsetOf, rangeOf } from './positions.ts';

/** Header fields that a place can name, those that the response at hand owes first; none where no field is named. */
export function headerCompletion(ready: ReadyText, position: Position, analyser: Analyser): readonly CompletionItem[] {
  const { document } = ready;
  const offset = offsetOf(document, position);
  const name = offset === undefined ? undefined : typedName(document.text, offset);
  if (!name) return [];
  return atPlace(analyser, ready, name.start, ({ alone }) => fieldsIn(analyser, ready, name, alone));
}

function fieldsIn(
  analyser: Analyser,
  { language, document }: ReadyText,
  name: TypedName,
  alone: string,
): readonly CompletionItem[] {
  for (const supposition of suppositions(document.text, name)) {
    const text = supposed(alone, supposition);
    const owed = analyser.supposingText(language, document, text, ({ analysis }) => analysis && owedAt(analysis));
    if (!owed) continue;
    const range = rangeOf(document, { start: name.start, end: name.end });
    return [...owed, ...known.filter((each) => !owed.some((other) => isSame(other.name, each.name)))].map(
      ({ name: label, because }, index) => ({
        label,
        ...(because === undefined ? {} : { labelDetails: { description: because } }),
        kind: CompletionItemKind.Field,
        sortText: String(index).padStart(3, '0'),
        textEdit: { range, newText: label },
      }),
    );
  }
  return [];
}

interface OfferedField {
  readonly name: string;
  /** `401, MUST` */
  readonly because: string | undefined;
}

interface TypedName {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** The text is closed behind it. */
  readonly isClosed: boolean;
}

/** Where a header field is set, a word for that stands near, or the status that it goes with. */
const wordsBefore = /header|\d{3}, *\{|\bset\b|\.set\(|append|\badd\b|write_?head|fields/i;
const charactersRead = 300;

/** The name of a field that is being typed, in quotes: no other text is looked at. */
function typedName(text: string, offset: number): TypedName | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const typed = /(?<=[([{,\s])(["'])([A-Za-z-]*)$/.exec(text.slice(lineStart, offset));
  if (!typed || !wordsBefore.test(text.slice(Math.max(0, offset - charactersRead), offset))) return undefined;
  const [, quote = '', written = ''] = typed;
  const rest = /^[A-Za-z-]*/.exec(text.slice(offset, offset + 60))?.[0] ?? '';
  const end = offset + rest.length;
  return { start: offset - written.length, end, quote, isClosed: text.charAt(end) === quote };
}

/** A name that no field has, so that it is found again. */
const placeholder = 'X-Supposed-Field';

/** The field with its value behind it, as an argument or in an object, in a text that may be half typed. */
function* suppositions(text: string, { start, end, quote, isClosed }: TypedName): Iterable<Supposition> {
  const close = isClosed ? '' : quote;
  const behind = isClosed ? end + 1 : end;
  const rest = text.slice(behind, behind + 40);
  // something stands behind it already: `'Allow': methods`, `'Allow', methods`
  if (/^\s*[,:\]=]/.test(rest)) {
    yield { start, end, text: `${placeholder}${close}` };
    return;
  }
  const closings = closingsFor(text, start - 1, behind);
  for (const separator of [', ', ': ']) {
    const value = `${separator}${quote}x${quote}`;
    for (const closing of closings) yield { start, end: behind, text: `${placeholder}${quote}${value}${closing}` };
  }
}

/** The fields that the response with the supposed one owes; undefined where there is no such field. */
function owedAt({ events, responses }: FileAnalysis): readonly OfferedField[] | undefined {
  const event = events.find(({ headers }) => headers.fields.has(placeholder.toLowerCase()));
  if (!event) return undefined;
  const owed = new Map<string, OfferedField>();
  for (const response of responses.filter((each) => each.events.includes(event) || each.event === event)) {
    for (const { code } of response.status?.options ?? [])
      for (const { name, level } of fieldsFor(code, response))
        if (!owed.has(name)) owed.set(name, { name, because: `${code}, ${level}` });
  }
  return [...owed.values()];
}

/** What a response lacks first, then what may go with its code. */
function fieldsFor(code: StatusCode, response: Response): readonly { name: string; level: HeaderLevel }[] {
  const facts = statusFacts(code);
  if (!facts) return [];
  const without: ReadonlyMap<string, HeaderField> = response.headers.fields;
  const others = (facts.headers ?? []).filter(({ name }) => !without.has(name.toLowerCase()));
  return [...missingHeaders(facts, response), ...others];
}

/** Every field that some code calls for. */
const known: readonly OfferedField[] = [
  ...new Set(allStatuses.flatMap(({ headers = [] }) => headers.map(({ name }) => name))),
]
  .filter((name) => /^[A-Z][\w-]+$/.test(name))
  .sort()
  .map((name) => ({ name, because: undefined }));

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
