import type { GuideOutcome, GuideStep, GuideSuggestion } from '../protocol.ts';
import type { ReasonKind } from '../responses/reason.ts';
import { type StatusCode, statusFacts } from '../status/registry.ts';
import { titleOf } from '../status/wording.ts';
import { type GuideAnswer, type GuideQuestion, type GuideTarget, guideQuestions } from './tree.ts';

/** What is known of the place for which a code is looked for. */
export interface GuidePlace {
  readonly reason: ReasonKind | undefined;
  /** Of the request; empty where they are not known. */
  readonly methods: readonly string[];
  readonly caller: 'authenticated' | 'anonymous' | 'unknown';
}

export const firstQuestion = guideQuestions[0]?.id ?? '';

/** All questions as they are shown: what fits no answer is the last of them. */
export const guideSteps: readonly GuideStep[] = guideQuestions.map((asked) => ({
  id: asked.id,
  question: asked.question,
  answers: answersOf(asked).map(({ text, detail, to }) => ({
    text,
    ...(detail === undefined ? {} : { detail }),
    ...target(to),
  })),
}));

/** The answers that fit what the code shows; those that follow from the reason lead on from where to begin. */
export function suggestionsAt(place: GuidePlace): readonly GuideSuggestion[] {
  return guideQuestions.flatMap(({ id, answers }) =>
    answers.flatMap((answer, index) => (fits(answer, place) ? [{ question: id, answer: index }] : [])),
  );
}

/** The question that the reason of a place leads to, else the first. */
export function questionFor({ reason }: GuidePlace): string {
  const found = guideQuestions.find(({ answers }) => answers.some((answer) => isFor(answer, reason)));
  return found?.id ?? firstQuestion;
}

/** A code with why it is the one, and the questions that would lead to its neighbours. */
export function outcomeOf(code: StatusCode): GuideOutcome | undefined {
  const facts = statusFacts(code);
  if (!facts) return undefined;
  return {
    code,
    title: titleOf(facts),
    summary: facts.summary,
    sendWhen: facts.sendWhen,
    neighbours: facts.confusedWith.flatMap(({ code: other, question }) => {
      const neighbour = statusFacts(other);
      return neighbour ? [{ code: other, title: titleOf(neighbour), question }] : [];
    }),
  };
}

function answersOf({ answers, otherwise }: GuideQuestion): readonly GuideAnswer[] {
  return [...answers, otherwise];
}

function target(to: GuideTarget): { readonly question?: string; readonly code?: StatusCode } {
  if ('question' in to) return { question: to.question };
  return 'code' in to ? { code: to.code } : {};
}

/** A reason says more than a method, which speaks of requests that succeed. */
function fits(answer: GuideAnswer, place: GuidePlace): boolean {
  if (place.reason !== undefined) return isFor(answer, place.reason);
  const { methods = [], caller } = answer.fits ?? {};
  if (caller !== undefined) return caller === place.caller;
  return place.methods.length > 0 && place.methods.every((method) => methods.includes(method));
}

function isFor({ fits }: GuideAnswer, reason: ReasonKind | undefined): boolean {
  return reason !== undefined && (fits?.reasons?.includes(reason) ?? false);
}
