import {
  CodeActionKind,
  type CodeActionParams,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  type Position,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { type AnalysedText, Analyser } from '../analyser.ts';
import {
  codeAtRequest,
  type PageParams,
  type PositionParams,
  pageRequest,
  type SearchParams,
  type SpellingParams,
  searchRequest,
  spellingRequest,
} from '../protocol.ts';
import type { ReportedFinding } from '../rules/report.ts';
import type { ReadGrammar } from '../syntax/parser.ts';
import { quickFixes } from './codeActions.ts';
import { codeAt } from './codeAt.ts';
import { Configurations } from './configurations.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { Guard } from './guard.ts';
import { hover } from './hover.ts';
import { page, search } from './lookup.ts';
import { OpenTexts } from './openTexts.ts';
import { PushedDiagnostics } from './pushedDiagnostics.ts';
import { spelling } from './spelling.ts';

/** Where the server runs decides how it reads files. */
export interface Surroundings {
  readonly readGrammar: ReadGrammar;
}

/** Answers an editor, whatever carries the messages. */
export function serve(connection: Connection, { readGrammar }: Surroundings): void {
  const guard = new Guard((line) => connection.console.error(line));
  const analyser = new Analyser(readGrammar);
  let client: InitializeParams['capabilities'] = {};
  let configurations = new Configurations(async () => undefined, undefined);
  let texts = new OpenTexts(analyser, guard, configurations);
  let pushed: PushedDiagnostics | undefined;

  connection.onInitialize((parameters): InitializeResult => {
    client = parameters.capabilities ?? {};
    configurations = new Configurations(
      async (uri) =>
        client.workspace?.configuration
          ? connection.workspace.getConfiguration({ scopeUri: uri, section: 'httpStatus' })
          : undefined,
      parameters.initializationOptions,
    );
    texts = new OpenTexts(analyser, guard, configurations);
    const pulls = client.textDocument?.diagnostic !== undefined;
    if (!pulls) pushed = new PushedDiagnostics(diagnostics, publish);
    return {
      serverInfo: { name: 'HTTP Status' },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        ...(pulls
          ? {
              diagnosticProvider: {
                identifier: 'http-status',
                interFileDependencies: false,
                workspaceDiagnostics: false,
              },
            }
          : {}),
      },
    };
  });

  connection.onInitialized(() => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'httpStatus' });
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) =>
    guard.runNow('open', undefined, () => {
      texts.open(uri, languageId, version, text);
      pushed?.changed(uri);
    }),
  );
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) =>
    guard.runNow('change', undefined, () => {
      texts.change(uri, contentChanges, version);
      pushed?.changed(uri);
    }),
  );
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) =>
    guard.runNow('close', undefined, () => {
      texts.close(uri);
      pushed?.closed(uri);
    }),
  );
  connection.onDidChangeConfiguration(({ settings }) =>
    guard.runNow('configuration', undefined, () => {
      configurations.changed(settings?.httpStatus);
      if (client.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
      for (const uri of texts.uris) pushed?.changed(uri);
    }),
  );

  connection.onHover((parameters) =>
    at('hover', parameters, null, (text, findings, position) => hover(text, findings, position) ?? null),
  );
  connection.onCodeAction(({ textDocument: { uri }, range, context }: CodeActionParams) =>
    guard.run('code actions', [], async () => {
      const ready = await texts.ready(uri);
      if (!ready) return [];
      const wanted = context.only ?? [CodeActionKind.QuickFix];
      if (!wanted.some((kind) => isWithin(CodeActionKind.QuickFix, kind))) return [];
      const { text, configuration } = ready;
      return quickFixes(text.analysed, text.findings(configuration), range, context.diagnostics);
    }),
  );
  connection.languages.diagnostics.on(({ textDocument: { uri } }: DocumentDiagnosticParams) =>
    guard.run<DocumentDiagnosticReport>(
      'diagnostics',
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
      async () => ({ kind: DocumentDiagnosticReportKind.Full, items: await diagnostics(uri) }),
    ),
  );
  connection.onRequest(searchRequest, ({ query }: SearchParams) => guard.run('search', [], () => search(query)));
  connection.onRequest(pageRequest, ({ code }: PageParams) => guard.run('page', null, () => page(code)));
  connection.onRequest(codeAtRequest, (parameters: PositionParams) =>
    at('code at cursor', parameters, null, (text, _findings, position) => codeAt(text, position)),
  );
  connection.onRequest(spellingRequest, (parameters: SpellingParams) =>
    at('spelling', parameters, { number: String(parameters.code) }, (text) => spelling(text, parameters.code)),
  );
  connection.listen();

  function at<Result>(
    feature: string,
    { textDocument, position }: PositionParams,
    empty: Result,
    answer: (text: AnalysedText, findings: readonly ReportedFinding[], position: Position) => Result,
  ): Promise<Result> {
    return guard.run(feature, empty, async () => {
      const ready = await texts.ready(textDocument.uri);
      if (!ready) return empty;
      return answer(ready.text.analysed, ready.text.findings(ready.configuration), position);
    });
  }

  async function diagnostics(uri: string): Promise<Diagnostic[]> {
    const ready = await texts.ready(uri);
    return ready ? diagnosticsOf(ready.text.source, ready.text.findings(ready.configuration)) : [];
  }

  function publish(uri: string, found: Diagnostic[]): void {
    void connection.sendDiagnostics({ uri, diagnostics: found });
  }
}

/** Whether a kind is the wanted one or one of its kinds: `quickfix.status` is within `quickfix`. */
function isWithin(kind: string, wanted: string): boolean {
  return wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`);
}
