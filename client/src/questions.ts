import type { CancellationToken, Position, TextDocument } from 'vscode';
import {
  type CallToolParams,
  type CallToolResult,
  type CodeAtResult,
  callToolRequest,
  codeAtRequest,
  guidePageRequest,
  type PageParams,
  type PageResult,
  type PositionParams,
  pageRequest,
  type SearchParams,
  type SearchResult,
  type SpellingParams,
  type SpellingResult,
  searchRequest,
  spellingRequest,
} from '../../server/src/protocol.ts';
import type { Server } from './server.ts';

/** The codes that a query means, best first. An empty query gives every code in order. */
export function search(server: Server, query: string, token: CancellationToken): Promise<readonly SearchResult[]> {
  return server.ask(searchRequest, { query } satisfies SearchParams, token);
}

/** The whole page of a code, `null` for a code nobody knows. */
export function pageOf(server: Server, code: number): Promise<PageResult | null> {
  return server.ask(pageRequest, { code } satisfies PageParams);
}

/** The whole guide as Markdown. */
export function guidePage(server: Server): Promise<string> {
  return server.ask(guidePageRequest, {});
}

/** The status code that a position names. */
export function codeAt(server: Server, document: TextDocument, position: Position): Promise<CodeAtResult | null> {
  return server.ask(codeAtRequest, place(document, position));
}

/** How the document would write a code. */
export function spellingOf(
  server: Server,
  code: number,
  document: TextDocument,
  position: Position,
): Promise<SpellingResult> {
  return server.ask(spellingRequest, { ...place(document, position), code } satisfies SpellingParams);
}

/** Asks a tool for language models. */
export function callTool(
  server: Server,
  name: string,
  input: unknown,
  token: CancellationToken,
): Promise<CallToolResult> {
  return server.ask(callToolRequest, { name, input } satisfies CallToolParams, token);
}

function place(document: TextDocument, position: Position): PositionParams {
  return {
    textDocument: { uri: document.uri.toString() },
    position: { line: position.line, character: position.character },
  };
}
