/**
 * What the functions and classes of one file say to those who call them from anywhere: plain data, so that it can be
 * kept and read without the file.
 */

/** One way in which a function makes a response of an error that it is handed. */
export interface ErrorWay {
  /** Names of the classes it is for; empty for all that no other way takes. */
  readonly classes: readonly string[];
  /** Classes that other ways take before. */
  readonly except: readonly string[];
  /** The members of the error that clients see: `message` stands for its text as well. */
  readonly said: readonly string[];
  /** False where it depends on something else whether it is taken. */
  readonly isCertain: boolean;
  readonly headers: readonly string[];
  readonly hasAllHeaders: boolean;
}

/** What reaches a place in a function from outside: a parameter, or a property of the object given for it. */
export interface Place {
  readonly index: number;
  /** The parameter's name, for calls that give it by keyword. */
  readonly name?: string;
  readonly property?: string;
  /** True of the last parameter where it takes all that is left: `args ...any`. */
  readonly isRest?: true;
  /** The code that is used where nothing is given. */
  readonly fallback?: number;
}

/** Where a status comes from: codes that are written there, or what a caller gives. */
export interface StatusSource {
  readonly codes: readonly number[];
  readonly place?: Place;
}

export interface BodySource {
  readonly kind: 'none' | 'present' | 'unknown';
  /** What a caller gives to be said, if anything. */
  readonly place?: Place;
  /** All that a caller gives to be said, where that is more than one thing. */
  readonly said?: readonly Place[];
  /** True where the body is just what the caller gives, not a part of more. */
  readonly isWhole?: boolean;
  /** An error that is handed on for the application to write. */
  readonly error?: Place;
}

/**
 * What a call comes to: it sets or sends on a response it is given, makes a response, makes an error, throws one, or
 * hands one to a callback.
 */
export type AnswerKind = 'set' | 'send' | 'make' | 'raise' | 'throw' | 'pass';

/** One way in which a function answers. */
export interface Answer {
  readonly kind: AnswerKind;
  /** The name of the framework. */
  readonly framework: string;
  readonly status: StatusSource;
  /** The parameter that is the response. */
  readonly receiver?: Place;
  readonly body: BodySource;
  /** Names of the header fields it sets, and whether these are all. */
  readonly headers: readonly string[];
  readonly hasAllHeaders: boolean;
  /** What a caller gives to be set as well: `init.headers` of `respond(data, init)`. */
  readonly givenHeaders?: Place;
  /** Of an error that is made: its class, and what a caller gives for it to say. */
  readonly made?: { readonly name: string; readonly bases: readonly string[]; readonly message: Place };
  /** What has to be given, or not given, for this way to be taken: `if body != nil { … }`. */
  readonly asks?: { readonly place: Place; readonly isGiven: boolean };
  /** True where every run answers so. */
  readonly isCertain: boolean;
}

/** A name that another file gives: `import { fail } from './respond'`, `errors.notFound` of `import * as errors`. */
export interface ImportedName {
  readonly source: string;
  readonly path: readonly string[];
}

/** What a function passes on to another: what it was given itself, codes, or an object of such. */
export interface GivenValue {
  readonly place?: Place;
  readonly codes?: readonly number[];
  readonly properties?: Readonly<Record<string, GivenValue>>;
}

/** A call of a function of another file that may be what answers. */
export interface Delegation {
  readonly to: ImportedName;
  readonly constructs: boolean;
  readonly how: 'call' | 'return' | 'throw' | 'pass';
  readonly given: readonly GivenValue[];
  readonly isCertain: boolean;
}

export interface FunctionSummary {
  readonly answers: readonly Answer[];
  readonly delegations: readonly Delegation[];
  /** What it makes of an error that is handed to it. */
  readonly writes?: readonly ErrorWay[];
  /** The parameters that are errors whose text is in what it gives back. */
  readonly tells?: readonly number[];
  /** Middleware that lets only authenticated callers through. */
  readonly guards?: boolean;
}

export interface ClassSummary {
  readonly name: string;
  /** True of what is thrown, as far as its own name and its base's tell. */
  readonly isError: boolean;
  /** Where its status comes from, if it says so itself. */
  readonly status?: StatusSource;
  /** Its base class: one of the same file by its name, or one of another. */
  readonly base?: string | ImportedName;
  /** What its constructor gives to its base's; absent where it has none. */
  readonly givenToBase?: readonly GivenValue[];
  /** Where what it says to people comes from. */
  readonly message?: Place;
  /** The members that clients see, where it is written as it is. */
  readonly says?: readonly string[];
  /** Where other members come from that its constructor is given. */
  readonly members?: Readonly<Record<string, Place>>;
  /** The names of the classes it extends, nearest first, as far as they are known. */
  readonly bases?: readonly string[];
  /** The framework whose error class it extends in the end. */
  readonly framework?: string;
  readonly methods: Readonly<Record<string, FunctionSummary>>;
}
