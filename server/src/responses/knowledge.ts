import type { ClassSummary, FunctionSummary } from './summaries/summary.ts';

/** What a name of another file stands for, as far as it concerns responses. */
export type Known =
  | { readonly kind: 'function'; readonly summary: FunctionSummary; readonly file: string }
  | {
      readonly kind: 'class';
      /** Its status and message with what its bases say of them. */
      readonly summary: ClassSummary;
      readonly file: string;
    }
  /** A table, an enum, an object or the whole module. */
  | { readonly kind: 'object'; readonly members: readonly string[]; readonly file: string }
  | { readonly kind: 'status'; readonly code: number; readonly file: string }
  /** Something else: what it is called says nothing more. */
  | { readonly kind: 'other'; readonly file: string };

/** What the other files of a code base say to one of them. All answers are of what is known so far. */
export interface Knowledge {
  /** What a name is that the file imports; `path` leads from the module to it: `['default']`, `['errors', 'missing']`. */
  imported(source: string, path: readonly string[]): Known | undefined;
}
