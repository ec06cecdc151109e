import type { ReadDocument } from './analyser.ts';
import type { Configuration } from './configuration/configuration.ts';
import { findingsOf, type OnFailure } from './findings.ts';
import {
  contains,
  distribute,
  distributeHandlers,
  isShownIn,
  type KnownSection,
  present,
  type SectionFinding,
  sameMembers,
} from './judgedSections.ts';
import type { Language } from './languages/language.ts';
import type { FileAnalysis } from './responses/analysis.ts';
import { type HandlerPlace, placesOfHandlers } from './responses/routes/answeringHandlers.ts';
import { type Frame, shortestDivided } from './responses/sections/frames.ts';
import { type FileVocabulary, meaningOfSection, vocabularyOf } from './responses/sections/sectionMeaning.ts';
import { type Section, sectionsOf } from './responses/sections/sections.ts';
import { SectionTies, type TiedSection } from './responses/sections/sectionTies.ts';
import { wordsIn, wordsOfSection } from './responses/sections/sectionWords.ts';
import { unchanged, unchangedText } from './responses/sections/unchangedSections.ts';
import { writesConstants } from './responses/statuses/writtenStatuses.ts';
import type { Fix } from './rules/fixes/fix.ts';
import { isGenerated } from './rules/generatedFiles.ts';
import type { ReportedFinding } from './rules/report.ts';
import { fileSuppressionMark, suppressionMark } from './rules/suppressions.ts';
import { blank } from './syntax/blank.ts';
import type { Span, SyntaxNode, SyntaxTree } from './syntax/node.ts';

/** As little of a text as tells what can be said at a place, everything where it was. */
export interface Surroundings {
  readonly text: string;
  /** Most statuses of the whole text are written as constants. */
  readonly writesConstants: boolean;
  /** The names of the frameworks that the whole text uses: it may show so by signs that stand elsewhere. */
  readonly used: string;
}

/** What is known of a place. */
export interface LookAround {
  readonly analysis: FileAnalysis;
  /** How much of the text was read for it, of 1. */
  readonly share: number;
}

/** More than that, changed at once, is as good as a new text. */
const mostChanged = 20;

interface Known {
  /** Of the text at the time. */
  readonly tree: SyntaxTree;
  readonly configuration: Configuration;
  readonly sections: readonly KnownSection[];
  readonly ties: SectionTies<KnownSection>;
  readonly vocabulary: FileVocabulary;
  readonly writesConstants: boolean;
  /** False where a handler is in a section that says nothing by itself: what becomes of it is not told by sections. */
  readonly tellsHandlers: boolean;
}

/**
 * The findings of a text that is being edited. After an edit only the sections are judged anew whose findings it can have
 * changed, with what has to be known for that; the findings of the others move along.
 */
export class EditedFindings {
  readonly #language: Language;
  readonly #onFailure: OnFailure;
  /** From how many UTF-16 code units on a statement is divided. */
  #shortestDivided: number;
  #known: Known | undefined;
  /** What was known last, though the text is half typed now. */
  #latest: Known | undefined;

  constructor(language: Language, onFailure: OnFailure, shortest = shortestDivided) {
    this.#language = language;
    this.#onFailure = onFailure;
    this.#shortestDivided = shortest;
  }

  /** What is known was found under circumstances that are no more: other files say something else. */
  forget(): void {
    this.#known = undefined;
    this.#latest = undefined;
  }

  /**
   * What of a text matters at a place, told without a parse: the sections that are as they were, and what is typed between
   * them. Undefined where the whole has to be read.
   */
  surroundings(text: string, offset: number): Surroundings | undefined {
    if (!this.#latest) return undefined;
    const { sections, writesConstants, vocabulary } = this.#latest;
    const same = unchangedText(text, sections);
    const typed = sections.slice(same.before.length, sections.length - same.after.length);
    if (typed.length > mostChanged || typed.some(({ section }) => section.isFraming)) return undefined;
    const [first = same.after[0]?.section] = typed;
    const written = text.slice(same.start, same.end);
    const words = new Set(wordsIn(written));
    const middle: TiedSection = {
      words,
      defined: new Set(typed.flatMap(({ defined }) => [...defined])),
      framed: new Set(),
      commonWords: typed.flatMap(({ commonWords }) => commonWords),
      section: { within: first?.section.within },
      isCommon: typed.some(({ isCommon }) => isCommon),
      speaks: true,
    };
    const all = [...same.before, { section: middle, start: same.start, end: same.end }, ...same.after];
    const here = all.find(({ start, end }) => start <= offset && offset <= end);
    if (!here) return undefined;
    const needed = new Set(new SectionTies(all.map(({ section }) => section)).neededFor([here.section]));
    const parts: string[] = [];
    let end = 0;
    for (const each of all) {
      const part = text.slice(each.start, each.end);
      parts.push(text.slice(end, each.start), needed.has(each.section) ? part : blank(part));
      end = each.end;
    }
    return { text: parts.join('') + text.slice(end), writesConstants, used: vocabulary.used };
  }

  /** The findings of a document's present text; `whole` gives the analysis of all of it, for what only that can tell. */
  of(
    document: ReadDocument,
    configuration: Configuration,
    whole: () => FileAnalysis | undefined,
  ): readonly ReportedFinding[] {
    const { tree } = document;
    let all: readonly ReportedFinding[] | undefined;
    const ofWhole = (): readonly ReportedFinding[] => {
      if (!all) {
        const analysis = whole();
        all = analysis ? findingsOf(analysis, configuration, this.#onFailure) : [];
      }
      return all;
    };
    const earlier = this.#known?.configuration === configuration ? this.#known : undefined;
    this.#known = undefined;
    // what is silenced everywhere says nothing about its place
    if (tree.text.includes(fileSuppressionMark) || isGenerated(tree.text)) return ofWhole();
    const sections = sectionsOf(this.#language, tree, this.#shortestDivided);
    this.#known = earlier && this.#edited(document, sections, earlier);
    if (!this.#known) {
      const analysis = whole();
      this.#known = analysis && this.#fresh(tree, sections, configuration, analysis, ofWhole());
      this.#latest = this.#known;
      return ofWhole();
    }
    const fixes = ({ rule }: SectionFinding['finding'], start: number): readonly Fix[] =>
      ofWhole()
        .find((each) => each.rule === rule && each.node.start === start)
        ?.fixes() ?? [];
    this.#latest = this.#known;
    return this.#known.sections.flatMap(({ findings }) => findings.map((finding) => present(finding, fixes)));
  }

  /**
   * What there is to know of a place, with no more read than that takes; undefined where all of the text has to be. It must
   * be the text whose findings were asked for last.
   */
  around({ tree, analyse }: ReadDocument, { start, end }: Span): LookAround | undefined {
    const known = this.#known?.tree === tree ? this.#known : undefined;
    const here = known?.sections.filter(({ section }) => section.start <= end && start <= section.end);
    if (!known || !here || here.length === 0) return undefined;
    const needed = known.ties.neededFor(here);
    const analysis = analyse(tree.without(nodesBut(needed, known.sections)));
    if (vocabularyOf(analysis.context).frameworks !== known.vocabulary.frameworks) return undefined;
    return { analysis, share: needed.length / known.sections.length };
  }

  /** Where the handlers are whose answers are known; undefined where all of the text has to be read for that. */
  handlersOf({ tree }: ReadDocument): readonly HandlerPlace[] | undefined {
    if (this.#known?.tree !== tree || !this.#known.tellsHandlers) return undefined;
    return this.#known.sections.flatMap(({ section, handlers }) =>
      handlers.map(({ start, end }) => ({ start: section.start + start, end: section.start + end })),
    );
  }

  #fresh(
    tree: SyntaxTree,
    sections: readonly Section[],
    configuration: Configuration,
    analysis: FileAnalysis,
    findings: readonly ReportedFinding[],
  ): Known | undefined {
    // where nothing answers, nothing is judged, and to read all of it again costs less than to know its sections
    if (analysis.responses.length === 0 && findings.length === 0) return undefined;
    const vocabulary = vocabularyOf(analysis.context);
    const handlers = placesOfHandlers(analysis);
    const answers = (span: Span) => handlers.some((handler) => contains(span, handler));
    if (divideHandlers(sections, analysis)) {
      // what a handler does first goes for what it does then
      this.#shortestDivided = Number.POSITIVE_INFINITY;
      return this.#fresh(
        tree,
        sectionsOf(this.#language, tree, this.#shortestDivided),
        configuration,
        analysis,
        findings,
      );
    }
    const saysItself = (span: Span) => answers(span) || findings.some(({ node }) => contains(span, node));
    const all = sections.map((section) =>
      this.#knownSection(tree, section, vocabulary, section.isFraming ? saysItself(section) : answers(section)),
    );
    const ties = new SectionTies(all);
    const tellsHandlers = distributeHandlers(handlers, all, new Set(all));
    return distribute(findings, all, new Set(all))
      ? {
          tree,
          configuration,
          sections: all,
          ties,
          vocabulary,
          writesConstants: writesConstants(analysis),
          tellsHandlers,
        }
      : undefined;
  }

  /** What is known after an edit; undefined where it can have changed anything. */
  #edited({ tree, analyse }: ReadDocument, sections: readonly Section[], earlier: Known): Known | undefined {
    const { vocabulary } = earlier;
    const { before, after } = unchanged(tree, earlier.sections, sections);
    const behind = earlier.sections.length - after;
    const removed = earlier.sections.slice(before, behind);
    const changed = sections.slice(before, sections.length - after);
    if (changed.length > mostChanged) return undefined;
    const answered = removed.some(({ handlers }) => handlers.length > 0);
    const added = changed.map((section) => this.#knownSection(tree, section, vocabulary, answered));
    if ([...removed, ...added].some(({ isCommon, section }) => isCommon || section.isFraming)) return undefined;
    const now = [...earlier.sections.slice(0, before), ...added, ...earlier.sections.slice(behind)];
    for (const [index, section] of sections.entries()) {
      const known = now[index];
      if (known) known.section = section;
    }
    const known = { ...earlier, tree, sections: now, ties: new SectionTies(now) };
    if (!sameMembers(now, removed, added)) return undefined;

    const touched = new Set(added);
    for (const section of removed) for (const each of earlier.ties.touchedBy(section)) touched.add(each);
    for (const section of removed) touched.delete(section);
    for (const section of added) for (const each of known.ties.touchedBy(section)) touched.add(each);
    if (now.some((section) => !touched.has(section) && isShownIn(section, removed))) return undefined;
    const toJudge = new Set([...touched].filter(({ speaks }) => speaks));
    if (toJudge.size === 0) return known;
    // what is said of a frame hangs on all that is in it
    if ([...toJudge].some(({ section }) => section.isFraming)) return undefined;
    const needed = known.ties.neededFor(toJudge);
    const analysis = analyse(tree.without(nodesBut(needed, now)));
    const hasSameWords = vocabularyOf(analysis.context).frameworks === vocabulary.frameworks;
    const findings = findingsOf(analysis, earlier.configuration, this.#onFailure);
    if (!hasSameWords || !distribute(findings, now, toJudge)) return undefined;
    const tellsHandlers = distributeHandlers(placesOfHandlers(analysis), now, toJudge);
    return { ...known, tellsHandlers: earlier.tellsHandlers && tellsHandlers };
  }

  /** `answers`: there is a handler in it, even if no word of a framework. */
  #knownSection(tree: SyntaxTree, section: Section, vocabulary: FileVocabulary, answers: boolean): KnownSection {
    const words = wordsOfSection(this.#language, tree, section);
    const meaning = meaningOfSection(tree.text, section, vocabulary);
    return {
      ...words,
      section,
      isBroken: section.nodes.some(({ hasError }) => hasError),
      isCommon: words.passesModules || meaning.isCommon,
      commonWords: meaning.commonWords,
      speaks: answers || (!section.isFraming && (meaning.speaks || words.text.includes(suppressionMark))),
      findings: [],
      handlers: [],
    };
  }
}

/** What stands in a text beside some of its sections, in its order. */
function nodesBut(needed: readonly KnownSection[], sections: readonly KnownSection[]): readonly SyntaxNode[] {
  const present = new Set(needed);
  const frames = new Set<Frame>();
  for (const { section } of needed) for (let frame = section.within; frame; frame = frame.around) frames.add(frame);
  const absent = new Set<SyntaxNode>();
  for (const known of sections) {
    if (present.has(known)) continue;
    let { nodes } = known.section;
    for (let frame = known.section.within; frame; frame = frame.around) if (!frames.has(frame)) nodes = frame.nodes;
    for (const node of nodes) absent.add(node);
  }
  return [...absent];
}

/** Members of what a handler does, `db.read((error, row) => …)`, are no parts that could be judged by themselves. */
function divideHandlers(sections: readonly Section[], { handlers }: FileAnalysis): boolean {
  const functions = [...handlers.all].map(({ function: { node } }) => node);
  return sections.some(
    ({ within, start, end }) => within && functions.some((node) => node.start < start && end < node.end),
  );
}
