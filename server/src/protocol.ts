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
