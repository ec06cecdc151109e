import type { Framework } from '../frameworks/framework.ts';
import type { Bindings, Pattern } from '../languages/patterns.ts';
import type { Entry, Expression, FunctionView } from '../languages/views.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import type { MiddlewareElsewhere } from './knowledge.ts';
import type { ClassSummary } from './summaries/summary.ts';

/** One way a status can be named at a place: what it is and the token that says so. */
export interface StatusOption {
  readonly code: number;
  /** The token that names it; absent where the framework's default applies. */
  readonly node: SyntaxNode | undefined;
}

/** The status codes an expression can have. `exhaustive` is false where it may be something else besides. */
export interface StatusValue {
  readonly options: readonly StatusOption[];
  readonly exhaustive: boolean;
  readonly origin: 'written' | 'default';
}

export type EventKind = 'set' | 'send' | 'make' | 'raise' | 'raiseNow' | 'declare' | 'read';

/** True of an error that others turn into a response. */
export function isRaised({ kind }: { readonly kind: EventKind }): boolean {
  return kind === 'raise' || kind === 'raiseNow';
}

/** One thing code does to a response. */
export interface ResponseEvent {
  readonly kind: EventKind;
  readonly framework: Framework;
  /** The framework's; `test` where a test writes what a server would. */
  readonly side: Framework['side'];
  readonly expression: Expression;
  readonly node: SyntaxNode;
  readonly bindings: Bindings;
  /** The variable or path that holds the response, e.g. `res`; links of one chain share it. */
  readonly receiver: string | undefined;
  /** The variable that holds the request, where the pattern names it. */
  readonly request?: string;
  readonly status: StatusValue | undefined;
  readonly headers: Headers;
  readonly body: Body;
  readonly pattern: Pattern;
  readonly function: FunctionView | undefined;
  /** Counts only where a handler gives it back as it is. */
  readonly inHandlers?: boolean;
  /** Present where no framework's pattern tells, but a function or class of the code base, or what it is called. */
  readonly learned?: LearnedCall;
}

/** What is known of a call that answers by what the code base itself defines. */
export interface LearnedCall {
  /** `fail`, `NotFoundError` */
  readonly name: string;
  /** The token that stands for the status where the call does not write one. */
  readonly nameNode: SyntaxNode;
  /** False where it lets some runs go on: an assertion, a callback. */
  readonly leaves: boolean;
  /** False where some runs go on without an answer: `failed(c, 500, err)` does nothing without an error. */
  readonly isCertain?: boolean;
  /** It hands its error to a callback. */
  readonly isPassedOn: boolean;
  /** False where its definition is out of reach: its name and what it is given must tell. */
  readonly isDefined: boolean;
  /** Of an error that is made: what its class says. */
  readonly error?: ClassSummary;
}

/** Header fields by lower-case name. */
export interface Headers {
  readonly fields: ReadonlyMap<string, HeaderField>;
  /** False where more may be set than can be read. */
  readonly complete: boolean;
}
export interface HeaderField {
  readonly name: string;
  readonly value: Expression | undefined;
  readonly node: SyntaxNode | undefined;
}

export type Body =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'present';
      readonly expression: Expression | undefined;
      readonly node: SyntaxNode | undefined;
      /** The expression is not all of the body: what a helper is given to say it says among other things. */
      readonly isPart?: true;
      /**
       * What is said where no one expression is all of the body: `jsonify(message=text)`, a raised error that others
       * write, a format with what fills it.
       */
      readonly parts?: readonly Expression[];
      /** The members of a body that is written as keyword arguments: `jsonify(error=text)`. */
      readonly members?: readonly Pick<Entry, 'key' | 'value'>[];
    }
  | { readonly kind: 'unknown' };

export type Role = 'sent' | 'declared' | 'compared' | 'asserted' | 'named';

/** A place in source that names a status code. */
export interface StatusReference {
  readonly code: number;
  readonly node: SyntaxNode;
  readonly role: Role;
  readonly framework: Framework | undefined;
  readonly response: Response | undefined;
}

/** The function that answers, and how requests come to it. */
export interface Handler {
  readonly function: FunctionView;
  readonly framework: Framework | undefined;
  /** Upper case; empty where it is not known. */
  readonly methods: readonly string[];
  readonly route: string | undefined;
  /** What stands before it on the route: middleware, guards, decorators. */
  readonly middleware: readonly Expression[];
  /** What stands before it in other files, outermost first. */
  readonly elsewhere?: readonly MiddlewareElsewhere[];
  /** The call that makes the route. */
  readonly routeAt?: SyntaxNode;
  /** True where another file makes the route. */
  readonly isRoutedElsewhere?: boolean;
  /** The methods that the same route has in this file. */
  readonly siblingMethods: readonly string[];
}

/** One way a handler can answer. */
export interface Response {
  readonly status: StatusValue | undefined;
  readonly headers: Headers;
  readonly body: Body;
  /** Where it is sent, made or raised. */
  readonly sentAt: SyntaxNode;
  readonly event: ResponseEvent;
  /** The event that set the status, when that is another. */
  readonly statusEvent: ResponseEvent | undefined;
  /** All events that shape it, in the order of the text. */
  readonly events: readonly ResponseEvent[];
  readonly framework: Framework;
  readonly handler: Handler | undefined;
  /** True of an error of which it is known how the application makes a response of it. */
  readonly isErrorWritten?: boolean;
}
