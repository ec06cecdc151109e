import type { Span, SyntaxTree } from '../../syntax/node.ts';
import type { Section } from './sections.ts';

/** What is known of the text of a section. */
export interface KnownText {
  readonly text: string;
  /** True of one that has an error of syntax: what it says may hang on what stands behind it. */
  readonly isBroken: boolean;
  readonly section: Pick<Section, 'within' | 'isFraming'>;
}

/** How many sections at the beginning and at the end of a text an edit has left as they were. */
export function unchanged(
  tree: SyntaxTree,
  earlier: readonly KnownText[],
  present: readonly Section[],
): { readonly before: number; readonly after: number } {
  const mayBeBroken = tree.root.hasError;
  const isSame = (known: KnownText | undefined, section: Section | undefined): boolean =>
    known !== undefined &&
    section !== undefined &&
    !known.isBroken &&
    known.text === tree.text.slice(section.start, section.end) &&
    isFramedAlike(known.section, section) &&
    !(mayBeBroken && section.nodes.some(({ hasError }) => hasError));
  const most = Math.min(present.length, earlier.length);
  let before = 0;
  while (before < most && isSame(earlier[before], present[before])) before++;
  let after = 0;
  while (after < most - before && isSame(earlier.at(-1 - after), present.at(-1 - after))) after++;
  return { before, after };
}

/** Whether two stand in classes and functions with the same heads. */
function isFramedAlike(one: KnownText['section'], other: KnownText['section']): boolean {
  if ((one.isFraming === true) !== (other.isFraming === true)) return false;
  let [frame, present] = [one.within, other.within];
  while (frame && present && frame.head === present.head) [frame, present] = [frame.around, present.around];
  return !frame && !present;
}

/** A known section with its place in the present text. */
export interface PlacedSection<Known> extends Span {
  readonly section: Known;
}

/** The sections at the beginning and at the end of a text that stand in it as they are known, and the place between. */
export function unchangedText<Known extends KnownText>(
  text: string,
  sections: readonly Known[],
): { readonly before: readonly PlacedSection<Known>[]; readonly after: readonly PlacedSection<Known>[] } & Span {
  const before: PlacedSection<Known>[] = [];
  let start = 0;
  for (const section of sections) {
    const at = start + (/^\s*/.exec(text.slice(start, start + mostSpace))?.[0].length ?? 0);
    if (section.isBroken || !text.startsWith(section.text, at) || !isEndOfLine(text, at + section.text.length)) break;
    start = at + section.text.length;
    before.push({ section, start: at, end: start });
  }
  const after: PlacedSection<Known>[] = [];
  let end = text.length;
  for (const section of sections.slice(before.length).reverse()) {
    const to = text.slice(Math.max(start, end - mostSpace), end).trimEnd().length + Math.max(start, end - mostSpace);
    const at = to - section.text.length;
    if (section.isBroken || at < start || !text.startsWith(section.text, at)) break;
    end = at;
    after.unshift({ section, start: at, end: to });
  }
  return { before, after, start, end };
}

/** Between two sections are not more characters. */
const mostSpace = 1000;

/** What follows a section in its line belongs to it. */
function isEndOfLine(text: string, offset: number): boolean {
  return /^[ \t;]*(?:\r?\n|$)/.test(text.slice(offset, offset + 100));
}
