/**
 * Names and shapes of the custom requests between an editor and the server. The only file of the server that a client
 * may import: it holds no code but constants.
 */

/** A code found by a search. `grade` orders results of one query, best first. */
export interface SearchResult {
  readonly code: number;
  readonly name: string;
  /** "4xx Client Error" */
  readonly className: string;
  readonly summary: string;
  readonly registered: boolean;
}

/** Finds codes by number, phrase, meaning or intent. An empty query gives every code in order. */
export const searchRequest = 'httpStatus/search';
export interface SearchParams {
  readonly query: string;
}

/** The whole page of a code as Markdown, `null` for a code nobody knows. */
export const pageRequest = 'httpStatus/page';
export interface PageParams {
  readonly code: number;
}
export interface PageResult {
  readonly code: number;
  readonly title: string;
  readonly markdown: string;
  /** Address of the section of the RFC or other document that defines the code. */
  readonly reference?: string;
}

/** The status code at a position: what a hover there explains. `null` where there is none. */
export const codeAtRequest = 'httpStatus/codeAt';
export interface PositionParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}
export interface CodeAtResult {
  readonly code: number;
}

/** How the file at hand would write a code: a number, or the constant its imports and habits suggest. */
export const spellingRequest = 'httpStatus/spelling';
export interface SpellingParams extends PositionParams {
  readonly code: number;
}
export interface SpellingResult {
  /** `404` */
  readonly number: string;
  /** `StatusCodes.NOT_FOUND`, absent where no constant is known for the file. */
  readonly constant?: string;
}

/** A place in a file, as the Language Server Protocol counts: lines and UTF-16 units from 0, the end excluded. */
export interface Place {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** The routes of the workspace with what they answer: all of them, or what changed since a version the client has. */
export const responseMapRequest = 'httpStatus/responseMap';
export interface ResponseMapParams {
  readonly since?: number;
  /** Reported to while files are read. */
  readonly workDoneToken?: string;
}
export interface ResponseMapResult {
  readonly version: number;
  /** True where these are all files, not those that changed. */
  readonly isWhole: boolean;
  /** A file that answers no longer has no routes. */
  readonly files: readonly MappedFile[];
  /** False where more is to come: who asks again gets the next part. */
  readonly isComplete: boolean;
}
export interface MappedFile {
  readonly uri: string;
  readonly routes: readonly MappedRoute[];
}
/** A route, or code that answers for routes which are not known: a helper, the handler of errors. */
export interface MappedRoute {
  /** Unique in its file, and the same as long as the route is. */
  readonly id: string;
  /** Upper case; empty where it is not known, or any. */
  readonly methods: readonly string[];
  readonly path?: string;
  /** What the code calls the function that answers. */
  readonly name?: string;
  /** "Express" */
  readonly framework: string;
  readonly place: Place;
  readonly responses: readonly MappedResponse[];
  /** Those that are not about a single response. */
  readonly findings: readonly MappedFinding[];
}
export interface MappedResponse {
  /** Absent where the code does not show it. */
  readonly code?: number;
  /** "Not Found"; absent for a code nobody has described. */
  readonly phrase?: string;
  /** Why it is sent: "order was not found". */
  readonly reason?: string;
  /** The names of the header fields that are set. */
  readonly headers: readonly string[];
  readonly place: Place;
  readonly findings: readonly MappedFinding[];
}
export interface MappedFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly place: Place;
}

/** Sent when the map that was given last may be out of date. */
export const responseMapChangedNotification = 'httpStatus/responseMapChanged';

/** The map, or one route of it, to be pasted elsewhere. */
export const responseMapTextRequest = 'httpStatus/responseMapText';
export interface ResponseMapTextParams {
  readonly format: 'markdown' | 'openapi';
  readonly route?: { readonly uri: string; readonly id: string };
}

/**
 * The command by which a lens shows the places where a handler answers. A client that has it says so among the `commands`
 * of its experimental capabilities; for others a lens is text. Arguments: URI, position, locations, as the protocol has them.
 */
export const showPlacesCommand = 'httpStatus.showPlaces';

/** The questions that lead to a code, with what fits the place at hand; by themselves where no place is given. */
export const guideRequest = 'httpStatus/guide';
export type GuideParams = Partial<PositionParams>;
export interface GuideResult {
  readonly steps: readonly GuideStep[];
  /** Where to begin, by its id: further on where the code shows why there is an answer. */
  readonly first: string;
  /** The question with which the guide begins for everybody. */
  readonly root: string;
  readonly suggestions: readonly GuideSuggestion[];
  /** Why there is an answer at the place: "order was not found". */
  readonly reason?: string;
  /** What else the code shows there: `GET /orders/:id`, "requireUser has authenticated the caller". */
  readonly shown: readonly string[];
}
export interface GuideStep {
  readonly id: string;
  readonly question: string;
  /** The last one is for whom no other fits. */
  readonly answers: readonly GuideChoice[];
}
/** Leads to another question or to a code; where neither is named, to a search among all codes. */
export interface GuideChoice {
  readonly text: string;
  readonly detail?: string;
  readonly question?: string;
  readonly code?: number;
}
export interface GuideSuggestion {
  readonly question: string;
  /** Its place among the answers. */
  readonly answer: number;
}

/** What a code means at a place, and how it is written there. `null` for a code nobody knows. */
export const guideOutcomeRequest = 'httpStatus/guideOutcome';
export interface GuideOutcomeParams extends Partial<PositionParams> {
  readonly code: number;
}
export interface GuideOutcome {
  readonly code: number;
  readonly title: string;
  readonly summary: string;
  readonly sendWhen: readonly string[];
  /** Codes it is confused with: who can say yes to the question wants that one. */
  readonly neighbours: readonly { readonly code: number; readonly title: string; readonly question: string }[];
  /** How the place would send it. */
  readonly writing?: GuideWriting;
}
export interface GuideWriting {
  /** `res.status(409).json({ … })`, or the code that stands there now, for a change. */
  readonly text: string;
  readonly kind: 'insert' | 'change';
  readonly edits: readonly { readonly range: Place; readonly newText: string }[];
}

/** The whole guide as a page of Markdown. */
export const guidePageRequest = 'httpStatus/guidePage';

/** Asks one of the tools for language models that the manifest announces. */
export const callToolRequest = 'httpStatus/callTool';
export interface CallToolParams {
  readonly name: string;
  readonly input: unknown;
}
export interface CallToolResult {
  /** Markdown, for a model to read. */
  readonly text: string;
  /** The tool could not do what it was asked; the text says why and what would do. */
  readonly isError?: boolean;
}

/**
 * What a server in a web worker asks its client for, having no files of its own. Contents go as bytes, which messages
 * between workers can carry.
 */
export const readGrammarRequest = 'httpStatus/readGrammar';
export interface ReadGrammarParams {
  /** `tree-sitter-go.wasm` */
  readonly fileName: string;
}
/** The bytes of a file, `null` where there is none. */
export const readFileRequest = 'httpStatus/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
/** The URIs of the files below a folder, without what is hidden. */
export const listFilesRequest = 'httpStatus/listFiles';
export interface ListFilesParams {
  readonly folder: string;
  /** Names of folders that are left out, wherever they stand. */
  readonly leftOut: readonly string[];
}

/** In the `initializationOptions` of such a client: texts in the language of the editor, as no request may come that early. */
export interface HandedTranslation {
  /** Contents of files by their names: `bundle.l10n.zh-cn.json`, `statuses.zh-cn.json`. */
  readonly translation: Readonly<Record<string, string>>;
}
