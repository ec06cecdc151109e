import type { StatusCode, StatusFacts } from './facts.ts';

/** The texts of one code in another language: the file `<locale>/<code>.md` beside the English one. */
export interface StatusTexts {
  readonly code: StatusCode;
  readonly summary: string;
  readonly bodyNote?: string;
  readonly cacheNote?: string;
  readonly sendWhen: readonly string[];
  readonly doNotSendWhen: readonly string[];
  readonly clientsShould: readonly string[];
  readonly inPractice?: readonly string[];
  /** The question for each neighbour, by its code. */
  readonly confusedWith: Readonly<Record<string, string>>;
  readonly intents: readonly string[];
  /** The notes on header fields, by the name of the field. */
  readonly headerNotes?: Readonly<Record<string, string>>;
  /** The rules of the requirements, in the order of the facts. */
  readonly requirements?: readonly string[];
}

/**
 * The facts in the words of a translation; people search with those of both languages. The phrases that recur, such as
 * the conditions of header fields, stay as they are: code tells them apart, and they are translated where they are shown.
 */
export function translated(facts: StatusFacts, texts: StatusTexts): StatusFacts {
  const { confusedWith, intents, headerNotes = {}, requirements = [], ...others } = texts;
  return {
    ...facts,
    ...others,
    ...(facts.headers && {
      headers: facts.headers.map((each) =>
        each.note === undefined ? each : { ...each, note: headerNotes[each.name] ?? each.note },
      ),
    }),
    ...(facts.requirements && {
      requirements: facts.requirements.map((each, index) => ({ ...each, rule: requirements[index] ?? each.rule })),
    }),
    confusedWith: facts.confusedWith.map((each) => ({ ...each, question: confusedWith[each.code] ?? each.question })),
    intents: [...facts.intents, ...intents],
  };
}
