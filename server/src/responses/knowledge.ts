import type { ErrorWriter } from './errors/errorWriters.ts';
import type { Key } from './origins/lookupKeys.ts';
import type { ClassSummary, FunctionSummary, ImportedName } from './summaries/summary.ts';

/** The module that a file is a part of itself, where the files of a folder are one. */
export const ownPackage = '.';

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

/** Middleware that stands before a handler in another file. */
export interface MiddlewareElsewhere {
  /** As it is written there. */
  readonly text: string;
  /** It lets only authenticated callers through. */
  readonly isRequired: boolean;
  readonly file: string;
}

/** A way by which requests come to what a file exports, written in another. */
export interface WayElsewhere {
  /** The name of the framework. */
  readonly framework: string;
  /** Empty where it is not known, and where a router is mounted. */
  readonly methods: readonly string[];
  /** The whole path, or for a router what stands before its own. */
  readonly path: string | undefined;
  /** Of a router: the path stands in the place of the one it has by itself. */
  readonly replacesPrefix?: boolean;
  /** Of a class: it answers for a collection and for each item of it. */
  readonly isCollection?: boolean;
  readonly middleware: readonly MiddlewareElsewhere[];
}

/** What the other files of a code base say to one of them. All answers are of what is known so far. */
export interface Knowledge {
  /** True where other files route to what this one exports, or mount it. */
  readonly isReachedFromElsewhere: boolean;
  /** True where handlers of other files hand something to what this one exports. */
  readonly isHandedKeys: boolean;
  /** What of the request handlers of other files hand to a method for a parameter: what all that call it do. */
  keysHandedTo(owner: string, method: string, index: number): readonly Key[];
  /** True of a module that answers, makes errors or names statuses. */
  tellsOf(source: string): boolean;
  /** The names of a module that answer, make errors or name statuses. */
  tellingNames(source: string): readonly string[];
  /** What the types of a module embed, whose methods are theirs as well. */
  embeddedIn(source: string): readonly ImportedName[];
  /** What a name is that the file imports; `path` leads from the module to it: `['default']`, `['errors', 'missing']`. */
  imported(source: string, path: readonly string[]): Known | undefined;
  /** The routes of other files that lead to a function this one exports. */
  routesTo(exported: readonly string[]): readonly WayElsewhere[];
  /** The places where other files mount a router, or register the plugin, that this one exports. */
  mountsOf(exported: readonly string[]): readonly WayElsewhere[];
  /** What other files have errors turned into responses by. */
  readonly errorWriters: readonly ErrorWriter[];
  /** Guards that stand before every handler of a framework, wherever it is. */
  guardsOf(framework: string): readonly MiddlewareElsewhere[];
}

/** True of what can make a response of whoever uses it. */
export function isTelling(known: Known | undefined): boolean {
  if (known?.kind === 'function') return known.summary.answers.length > 0 || known.summary.tells !== undefined;
  if (known?.kind === 'class') {
    const { isError, status, methods } = known.summary;
    // a base of handlers, whose methods answer for them
    return (isError && status !== undefined) || Object.values(methods).some(({ answers }) => answers.length > 0);
  }
  return known?.kind === 'status';
}
