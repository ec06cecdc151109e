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
  /** What is said of each header field, in the order of the facts. */
  readonly headers?: readonly { readonly condition: string; readonly value?: string }[];
}

/** The facts in the words of a translation; people search with those of both languages. */
export function translated(facts: StatusFacts, { confusedWith, intents, headers, ...texts }: StatusTexts): StatusFacts {
  return {
    ...facts,
    ...texts,
    ...(facts.headers && { headers: facts.headers.map((each, index) => ({ ...each, ...headers?.[index] })) }),
    confusedWith: facts.confusedWith.map((each) => ({ ...each, question: confusedWith[each.code] ?? each.question })),
    intents: [...facts.intents, ...intents],
  };
}
