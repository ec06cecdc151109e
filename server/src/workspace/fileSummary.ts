import type { ErrorWriter, ErrorWriterElsewhere } from '../responses/errors/errorWriters.ts';
import type { HandedKeys } from '../responses/origins/handedKeys.ts';
import type { ClassSummary, FunctionSummary, ImportedName } from '../responses/summaries/summary.ts';

/** Bumped whenever what is kept of a file changes its shape or meaning. */
export const summaryVersion = 8;

/** What one file says to the others: plain data, made from its text alone. */
export interface FileSummary {
  readonly version: number;
  readonly exports: Readonly<Record<string, Exported>>;
  /** Modules whose names it passes on. */
  readonly stars: readonly string[];
  readonly routes: readonly RouteSummary[];
  readonly mounts: readonly MountSummary[];
  /** What it has errors turned into responses by. */
  readonly errorWriters: readonly (ErrorWriter | ErrorWriterElsewhere)[];
  /** Guards it puts before every handler of a framework. */
  readonly guards: readonly GuardSummary[];
  /** What its handlers hand to the classes of other files. */
  readonly handed: readonly HandedKeys[];
  /** The modules it imports that may be files of the workspace. */
  readonly imports: readonly string[];
}

export type Exported =
  | {
      readonly kind: 'function';
      readonly summary: FunctionSummary;
      readonly routers: readonly FunctionRouter[];
      /** The type of what it gives, where that is declared. */
      readonly gives?: ImportedName;
    }
  /** A type whose methods stand outside of it. */
  | { readonly kind: 'type'; readonly fields: Readonly<Record<string, ImportedName>> }
  | { readonly kind: 'class'; readonly summary: ClassSummary }
  | { readonly kind: 'object'; readonly members: Readonly<Record<string, Exported>> }
  | { readonly kind: 'status'; readonly code: number }
  | { readonly kind: 'router'; readonly router: string }
  /** An object of a class: its members are the class's methods. */
  | { readonly kind: 'made'; readonly of: Exported }
  | { readonly kind: 'import'; readonly to: ImportedName }
  | { readonly kind: 'other' };

/** A router that a function is given, or that it gives. */
export interface FunctionRouter {
  readonly router: string;
  /** The step that leads to it from the function. */
  readonly step: string;
}

export interface MiddlewareSummary {
  readonly text: string;
  /** True where its name tells; what is imported may tell by what it does. */
  readonly isRequired: boolean;
  readonly from?: ImportedName;
}

/** A route whose handler stands in another file. */
export interface RouteSummary {
  readonly framework: string;
  readonly methods: readonly string[];
  readonly path?: string;
  readonly router: string;
  /** What the router has before all its paths by itself. */
  readonly prefix?: string;
  readonly middleware: readonly MiddlewareSummary[];
  readonly isCollection?: boolean;
  readonly to: ImportedName;
}

/** A router that is put under a path of another. */
export interface MountSummary {
  readonly framework: string;
  readonly router: string;
  readonly prefix?: string;
  /** Absent where it cannot be read. */
  readonly path?: string;
  readonly replacesPrefix?: boolean;
  readonly middleware: readonly MiddlewareSummary[];
  readonly to: ImportedName | { readonly router: string };
}

export interface GuardSummary extends MiddlewareSummary {
  readonly framework: string;
}
