/** The three-digit number; 100–599 in HTTP, though vendors have sent others. */
export type StatusCode = number;

/** What the IANA registry says about a code; `unofficial` is not in it. */
export type Standing = 'registered' | 'temporary' | 'deprecated' | 'obsoleted' | 'unused' | 'unofficial';

export type HeaderLevel = 'MUST' | 'SHOULD' | 'MAY';

export type BodyExpectation = 'required' | 'expected' | 'optional' | 'forbidden';

/** Whether a cache may store the response without being told a lifetime, only when told one, or not at all. */
export type Cacheability = 'by-default' | 'explicitly' | 'never';

export type Retry = 'never' | 'with-changes' | 'after-delay' | 'at-once';

/** A library or standard API that names status codes. */
export type Ecosystem =
  | 'http-status-codes'
  | 'http-status'
  | 'node-http2'
  | 'nest'
  | 'axios'
  | 'python-http'
  | 'starlette'
  | 'drf'
  | 'django'
  | 'go'
  | 'spring'
  | 'jaxrs'
  | 'servlet'
  | 'aspnet'
  | 'dotnet'
  | 'symfony'
  | 'rack'
  | 'rust-http'
  | 'rocket';

export interface Reference {
  /** `RFC 9110` or the name of a draft. */
  readonly document: string;
  readonly section: string;
  readonly title: string;
}

/** A header field the response should carry. */
export interface HeaderRequirement {
  readonly name: string;
  readonly level: HeaderLevel;
  /** `always`, or what makes the field due. */
  readonly condition: string;
  /** What to put into it. */
  readonly value?: string;
  readonly section: string;
  /** False where the specification uses no requirement keyword and the level is our reading. */
  readonly normative?: false;
  readonly note?: string;
}

export interface ForbiddenHeader {
  readonly name: string;
  readonly level: 'MUST NOT' | 'SHOULD NOT';
  readonly condition: string;
  readonly section: string;
}

/** A rule of a specification that is not about one header field. */
export interface Requirement {
  readonly level: HeaderLevel | 'MUST NOT' | 'SHOULD NOT';
  readonly who: string;
  readonly concerns: 'status-choice' | 'headers' | 'body' | 'client' | 'cache' | 'intermediary';
  readonly rule: string;
  readonly section: string;
}

/** A neighbouring code, and the question that decides: yes means that other code. */
export interface Confusion {
  readonly code: StatusCode;
  readonly question: string;
}

export interface OtherConstant {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  readonly note: string;
}

/** What HTTP says about one status code: the file `<code>.md` beside this one. */
export interface StatusFacts {
  readonly code: StatusCode;
  /** The registered reason phrase, or the vendor's name for an unofficial code. */
  readonly name: string;
  /** What people call a code that the registry lists as `(Unused)`. */
  readonly commonName?: string;
  readonly standing: Standing;
  readonly vendor?: string;
  readonly verification?: 'source-code' | 'vendor-doc' | 'secondary';
  readonly sources?: readonly string[];
  readonly reference?: Reference;
  /** Path below https://developer.mozilla.org/docs/, where MDN has a page. */
  readonly mdn?: string;
  readonly methods: readonly string[];
  readonly body: BodyExpectation;
  readonly bodyNote?: string;
  readonly cacheable: Cacheability;
  readonly cacheNote?: string;
  readonly retry: Retry;
  readonly headers?: readonly HeaderRequirement[];
  readonly forbiddenHeaders?: readonly ForbiddenHeader[];
  readonly requirements?: readonly Requirement[];
  readonly confusedWith: readonly Confusion[];
  /** What people type who look for this code. */
  readonly intents: readonly string[];
  /** The ecosystems whose constant is the name of the code, in their spelling. */
  readonly constants?: readonly Ecosystem[];
  /** The constants of those that call it something else. */
  readonly constantsDiffering?: Readonly<Partial<Record<Ecosystem, string>>>;
  readonly otherConstants?: readonly OtherConstant[];
  /** The version of the ecosystem that brought, or deprecated, its constant. */
  readonly constantsSince?: Readonly<Partial<Record<Ecosystem, string>>>;
  /** What libraries print instead of the registered phrase. */
  readonly reasonPhrasesDiffering?: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly sendWhen: readonly string[];
  readonly doNotSendWhen: readonly string[];
  readonly clientsShould: readonly string[];
  readonly inPractice?: readonly string[];
  /** A small HTTP/1.1 message. */
  readonly example?: string;
}
