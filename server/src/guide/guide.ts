import { t } from '../localisation.ts';
import type { GuideOutcome, GuideStep, GuideSuggestion } from '../protocol.ts';
import type { ReasonKind } from '../responses/reasons/reason.ts';
import { type StatusCode, statusFacts } from '../status/registry.ts';
import { titleOf } from '../status/wording.ts';
import { type GuideAnswer, type GuideQuestion, type GuideTarget, guideQuestions } from './tree.ts';

export const firstQuestion = guideQuestions[0]?.id ?? '';

/** All questions as they are shown: what fits no answer is the last of them. */
export function guideSteps(): readonly GuideStep[] {
  return guideQuestions.map((asked) => ({
    id: asked.id,
    question: t(asked.question),
    answers: answersOf(asked).map(({ text, detail, to }) => ({
      text: t(text),
      ...(detail === undefined ? {} : { detail: t(detail) }),
      ...target(to),
    })),
  }));
}

/** The answers that lead to some codes at once, the best of which comes first. */
export function suggestionsOf(codes: readonly StatusCode[]): readonly GuideSuggestion[] {
  return codes.flatMap((code) =>
    guideQuestions.flatMap(({ id, answers }) =>
      answers.flatMap(({ to }, index) => ('code' in to && to.code === code ? [{ question: id, answer: index }] : [])),
    ),
  );
}

/** The question for those who answer for a reason; the first one without. */
export function questionFor(reason: ReasonKind | undefined): string {
  const found = guideQuestions.find(({ reasons }) => reason !== undefined && reasons?.includes(reason));
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
