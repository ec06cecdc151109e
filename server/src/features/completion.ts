import { type CompletionItem, CompletionItemKind, MarkupKind, type Position } from 'vscode-languageserver';
import type { Analyser } from '../analyser.ts';
import { t } from '../localisation.ts';
import { hoverMarkdown } from '../status/markdown.ts';
import { allStatuses, type StatusFacts, statusFacts } from '../status/registry.ts';
import type { SourceDocument } from '../syntax/document.ts';
import { type TypedWord, typedWord } from './halfTyped.ts';
import type { ReadyText } from './openTexts.ts';
import { offsetOf, rangeOf } from './positions.ts';
import { type StatusPlace, statusPlace } from './statusPlace.ts';

/** Signs behind which a status may stand, or the name of a header field. */
export const completionTriggers: readonly string[] = ['(', ',', ' ', '=', ':', '.', '"', "'"];

/** The status codes that can stand at a position, those that suit it best first; none where no status can stand. */
export function completion(text: ReadyText, position: Position, analyser: Analyser): readonly CompletionItem[] {
  const { document } = text;
  const offset = offsetOf(document, position);
  const word = offset === undefined ? undefined : typedWord(document.text, offset);
  if (!word || !speaksOfStatuses(document.text, word.start)) return [];
  const place = statusPlace(analyser, text, word);
  return place ? itemsFor(document, place, word) : [];
}

/** With what the code means, for editors that show it beside the list. */
export function resolvedCompletion(item: CompletionItem): CompletionItem {
  const facts = typeof item.data === 'number' ? statusFacts(item.data) : undefined;
  return facts ? { ...item, documentation: { kind: MarkupKind.Markdown, value: hoverMarkdown(facts) } } : item;
}

const statusWords =
  /stat(?:us|es)|code|err|exception|throw|raise|http|respon|repl(?:y|ies)|abort|fail|reject|redirect|expect|assert|head|make|\bres\b|\bc\.|ctx|context|json|\bh\.|boom|return/i;
const linesRead = 3;
const charactersRead = 400;

/** What editors ask at every other keystroke must cost nothing where no status can stand. */
function speaksOfStatuses(text: string, offset: number): boolean {
  let start = offset;
  for (let lines = 0; lines < linesRead && start > 0; lines++) start = text.lastIndexOf('\n', start - 1);
  return statusWords.test(text.slice(Math.max(0, start, offset - charactersRead), offset));
}

function itemsFor(
  document: SourceDocument,
  { likely, spellings, imports }: StatusPlace,
  { start, end, holder }: TypedWord,
): readonly CompletionItem[] {
  const rank = new Map(likely.map((each, index) => [each.code, index]));
  // editors compare what is typed behind the last point
  const typed = holder === undefined ? 0 : holder.length + 1;
  const range = rangeOf(document, { start: start + typed, end });
  const additionalTextEdits = imports.map((edit) => ({ range: rangeOf(document, edit), newText: edit.text }));
  return allStatuses.flatMap((facts): readonly CompletionItem[] => {
    const { code, name, standing } = facts;
    const spelling = spellings.get(code);
    if (standing !== 'registered' || spelling === undefined) return [];
    const label = spelling.slice(typed);
    const isNumber = label === String(code);
    const place = rank.get(code);
    // what only servers send comes last
    const othersFrom = code < 200 ? 1000 : 0;
    const suits = place === undefined ? undefined : likely[place]?.suits;
    return [
      {
        label,
        labelDetails: {
          detail: ` ${isNumber ? name : code}`,
          ...(suits === undefined ? {} : { description: t(suits) }),
        },
        kind: isNumber ? CompletionItemKind.Value : CompletionItemKind.EnumMember,
        sortText: String(place ?? othersFrom + code).padStart(4, '0'),
        filterText: filterText(facts, label),
        textEdit: { range, newText: label },
        data: code,
        ...(additionalTextEdits.length === 0 ? {} : { additionalTextEdits }),
      },
    ];
  });
}

/** Editors look at so much. */
const longestFilter = 128;

/** A code is found by how it is written, its number, its phrase and what people mean by it. */
function filterText({ code, name, intents }: StatusFacts, label: string): string {
  const words = [...new Set([label, String(code), name])].join(' ');
  let text = words;
  for (const intent of intents) if (`${text} ${intent}`.length <= longestFilter) text += ` ${intent}`;
  return text;
}
