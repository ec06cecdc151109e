import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { Analyser } from '../analyser.ts';
import type { ReadText } from '../configuration/configurationFiles.ts';
import { guideMarkdown } from '../guide/guideMarkdown.ts';
import {
  type CallToolParams,
  callToolRequest,
  codeAtRequest,
  type GuideOutcomeParams,
  type GuideParams,
  guideOutcomeRequest,
  guidePageRequest,
  guideRequest,
  type PageParams,
  type PositionParams,
  pageRequest,
  type ResponseMapParams,
  type ResponseMapTextParams,
  responseMapRequest,
  responseMapTextRequest,
  type SearchParams,
  type SpellingParams,
  searchRequest,
  spellingRequest,
} from '../protocol.ts';
import { callTool } from '../tools/tools.ts';
import type { Answer } from './answer.ts';
import { codeAt } from './codeAt.ts';
import type { Configurations } from './configurations.ts';
import type { Guard } from './guard.ts';
import { guide, guideOutcome } from './guide.ts';
import { page, search } from './lookup.ts';
import type { OpenTexts } from './openTexts.ts';
import { reportTo } from './readingProgress.ts';
import type { ResponseMap } from './responseMap.ts';
import { spelling } from './spelling.ts';
import { longestWait, type WorkspaceReader } from './workspaceReader.ts';

interface Surroundings {
  readonly connection: Connection;
  readonly guard: Guard;
  readonly analyser: Analyser;
  readonly configurations: Configurations;
  readonly texts: OpenTexts;
  readonly reader: WorkspaceReader;
  readonly responseMap: ResponseMap;
  readonly readText: ReadText;
  readonly realAddress: ((uri: string) => Promise<string | undefined>) | undefined;
  /** Those of the workspace, as URIs. */
  readonly folders: () => readonly string[];
  readonly answer: Answer;
}

/** Answers the requests that the protocol does not have: look-up, guide, response map, tools. */
export function answerOwnRequests({
  connection,
  guard,
  analyser,
  configurations,
  texts,
  reader,
  responseMap,
  readText,
  realAddress,
  folders,
  answer,
}: Surroundings): void {
  connection.onRequest(callToolRequest, ({ name, input }: CallToolParams) =>
    callTool(name, input, {
      analyser,
      folders: folders().map((uri) => uri.replace(/\/$/, '')),
      readText: async (uri) => texts.textOf(uri) ?? readText(uri),
      realAddress: realAddress ?? (async (uri) => uri),
      configurationOf: (uri) => configurations.of(uri),
      refresh: () => reader.ready(longestWait),
      onFailure: guard.report,
    }),
  );
  connection.onRequest(searchRequest, ({ query }: SearchParams) => guard.run('search', [], () => search(query)));
  connection.onRequest(pageRequest, ({ code }: PageParams) => guard.run('page', null, () => page(code)));
  connection.onRequest(codeAtRequest, ({ textDocument, position }: PositionParams) =>
    answer('code at cursor', textDocument, null, (text) =>
      codeAt(text.around(text.document.offsetAt(position)), position),
    ),
  );
  connection.onRequest(spellingRequest, ({ textDocument, code }: SpellingParams) =>
    answer('spelling', textDocument, { number: String(code) }, (text) => spelling(text, code)),
  );
  connection.onRequest(guideRequest, ({ textDocument, position }: GuideParams) =>
    guard.run('guide', null, async () =>
      guide(textDocument && (await texts.ready(textDocument.uri)), position, analyser),
    ),
  );
  connection.onRequest(guideOutcomeRequest, ({ textDocument, position, code }: GuideOutcomeParams) =>
    guard.run('guide', null, async () =>
      guideOutcome(code, textDocument && (await texts.ready(textDocument.uri)), position, analyser),
    ),
  );
  connection.onRequest(guidePageRequest, () => guard.runNow('guide', '', guideMarkdown));
  connection.onRequest(responseMapRequest, ({ since, workDoneToken }: ResponseMapParams, token: CancellationToken) =>
    responseMap.since(since, {
      report: reportTo(connection, workDoneToken),
      isCancelled: () => token.isCancellationRequested,
    }),
  );
  connection.onRequest(responseMapTextRequest, (parameters: ResponseMapTextParams) =>
    guard.run('response map', '', () => responseMap.text(parameters, folders())),
  );
}
