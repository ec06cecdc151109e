import type { HandlerPlace } from './responses/routes/answeringHandlers.ts';
import type { Section } from './responses/sections/sections.ts';
import type { TiedSection } from './responses/sections/sectionTies.ts';
import { membersNamed, type SectionWords } from './responses/sections/sectionWords.ts';
import type { KnownText } from './responses/sections/unchangedSections.ts';
import type { Fix } from './rules/fixes/fix.ts';
import type { ReportedFinding } from './rules/report.ts';
import type { Span } from './syntax/node.ts';

/** A section whose findings are known. It stays the same object while edits of others move it. */
export interface KnownSection extends SectionWords, TiedSection, KnownText {
  section: Section;
  findings: readonly SectionFinding[];
  /** From the start of the section. */
  handlers: readonly HandlerPlace[];
}

/** Places from the start of a section: the one that the finding is in, or another that shows why. */
export interface SectionFinding {
  readonly finding: Pick<ReportedFinding, 'rule' | 'severity' | 'message'>;
  readonly place: Place;
  readonly evidence: readonly SectionEvidence[] | undefined;
}

interface SectionEvidence {
  readonly place: Place;
  readonly message: string;
}

interface Place {
  readonly section: KnownSection;
  readonly start: number;
  readonly end: number;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.start < outer.end;
}

/** Gives some sections their findings; false where one is at a place that no section tells of. */
export function distribute(
  findings: readonly ReportedFinding[],
  sections: readonly KnownSection[],
  judged: ReadonlySet<KnownSection>,
): boolean {
  const bySection = new Map<KnownSection, SectionFinding[]>();
  for (const { rule, severity, message, node, evidence } of findings) {
    const place = placeIn(sections, node);
    if (!place?.section.speaks) return false;
    if (!judged.has(place.section)) continue;
    const shown: SectionEvidence[] = [];
    for (const each of evidence ?? []) {
      const shownAt = placeIn(sections, each.node);
      if (!shownAt) return false;
      shown.push({ place: shownAt, message: each.message });
    }
    const finding = { finding: { rule, severity, message }, place, evidence: evidence && shown };
    const others = bySection.get(place.section);
    if (others) others.push(finding);
    else bySection.set(place.section, [finding]);
  }
  for (const section of judged) section.findings = bySection.get(section) ?? [];
  return true;
}

/** Gives some sections their handlers; false where one is in a section that says nothing. */
export function distributeHandlers(
  handlers: readonly HandlerPlace[],
  sections: readonly KnownSection[],
  judged: ReadonlySet<KnownSection>,
): boolean {
  for (const section of judged) section.handlers = [];
  let isComplete = true;
  for (const handler of handlers) {
    const place = placeIn(sections, handler);
    if (!place?.section.speaks) isComplete = false;
    else if (judged.has(place.section)) place.section.handlers = [...place.section.handlers, place];
  }
  return isComplete;
}

/** Whether an edit leaves it at what values of the file have members taken or set: nobody knows who sees that. */
export function sameMembers(
  present: readonly KnownSection[],
  removed: readonly KnownSection[],
  added: readonly KnownSection[],
): boolean {
  const isDefined = (name: string) => present.some(({ defined }) => defined.has(name));
  const named = (sections: readonly KnownSection[]) =>
    [...membersNamed(sections.map(({ text }) => text).join('\n'), isDefined)].sort().join(' ');
  return named(removed) === named(added);
}

export function isShownIn({ findings }: KnownSection, sections: readonly KnownSection[]): boolean {
  return findings.some(({ evidence }) => evidence?.some(({ place }) => sections.includes(place.section)));
}

function placeIn(sections: readonly KnownSection[], { start, end }: Span): Place | undefined {
  let low = 0;
  let high = sections.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const known = sections[middle];
    if (!known) return undefined;
    if (start < known.section.start) high = middle - 1;
    else if (start >= known.section.end) low = middle + 1;
    else return { section: known, start: start - known.section.start, end: end - known.section.start };
  }
  return undefined;
}

function spanOf({ section, start, end }: Place): Span {
  return { start: section.section.start + start, end: section.section.start + end };
}

export function present(
  { finding, place, evidence }: SectionFinding,
  fixes: (finding: SectionFinding['finding'], start: number) => readonly Fix[],
): ReportedFinding {
  const node = spanOf(place);
  return {
    ...finding,
    node,
    ...(evidence && { evidence: evidence.map((each) => ({ node: spanOf(each.place), message: each.message })) }),
    fixes: () => fixes(finding, node.start),
  };
}
