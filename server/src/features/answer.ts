import type { ReadyText } from './openTexts.ts';

/** Answers by what is known of an open text; with `empty` where it is none, or where the feature fails. */
export type Answer = <Result>(
  feature: string,
  document: { readonly uri: string },
  empty: Result,
  about: (text: ReadyText) => Result,
) => Promise<Result>;
