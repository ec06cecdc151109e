import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CodeLens,
  CodeLensRefreshRequest,
  type CompletionItem,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type DocumentLink,
  FileChangeType,
  type InlayHint,
} from 'vscode-languageserver';
import { Analyser } from '../analyser.ts';
import { configurationFileName } from '../configuration/configurationFile.ts';
import type { ReadText } from '../configuration/configurationFiles.ts';
import { type HandedTranslation, responseMapChangedNotification } from '../protocol.ts';
import type { ReadGrammar } from '../syntax/parser.ts';
import { isOfOthers } from '../workspace/foldersOfOthers.ts';
import type { StoredText } from '../workspace/rememberedSummaries.ts';
import { type ClientFeatures, clientFeatures, serverCapabilities } from './clientFeatures.ts';
import { findingsAt, quickFixes } from './codeActions.ts';
import { codeLenses, resolvedCodeLens } from './codeLens.ts';
import { completion, resolvedCompletion } from './completion.ts';
import { ConfigurationProblems } from './configurationProblems.ts';
import { Configurations } from './configurations.ts';
import { turnOffActions } from './configureRule.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { linksInCode, linksInConfiguration } from './documentLinks.ts';
import { fixAllActions, fixAllKind, resolvedFixAll } from './fixAllAction.ts';
import { Guard } from './guard.ts';
import { headerCompletion } from './headerCompletion.ts';
import { hover } from './hover.ts';
import { inlayHints, resolvedInlayHint } from './inlayHints.ts';
import { type ReadTranslation, speak } from './language.ts';
import { isConfigurationFile, OpenConfigurations } from './openConfigurations.ts';
import { OpenTexts, type ReadyText } from './openTexts.ts';
import { answerOwnRequests } from './ownRequests.ts';
import { PulledDiagnostics } from './pulledDiagnostics.ts';
import { PushedDiagnostics } from './pushedDiagnostics.ts';
import { readingProgress } from './readingProgress.ts';
import { refactorings } from './refactorings.ts';
import { ResponseMap } from './responseMap.ts';
import { writeChanges, writeVersionedChanges } from './workspaceEdits.ts';
import { type ListFiles, longestWait, WorkspaceReader } from './workspaceReader.ts';

/** Where the server runs decides how it reads files. */
export interface Surroundings {
  readonly readGrammar: ReadGrammar;
  readonly readText: ReadText;
  /** Absent where a client hands the texts over. */
  readonly readTranslation?: ReadTranslation;
  /** Absent where files cannot be listed: open documents say no more than they say by themselves. */
  readonly listFiles?: ListFiles;
  /** Where a file really is, for file systems with symbolic links; undefined where there is none. */
  readonly realAddress?: (uri: string) => Promise<string | undefined>;
  /** Gives what is kept in a folder, a URI. Absent where nothing can be kept. */
  readonly storedText?: (folder: string) => StoredText | undefined;
}

/** Answers an editor, whatever carries the messages. */
export function serve(
  connection: Connection,
  { readGrammar, readText, readTranslation, listFiles, realAddress, storedText }: Surroundings,
): void {
  let client: ClientFeatures | undefined;
  let folders: readonly string[] = [];
  /** An editor shows hints or lenses, which it has to ask for anew when other files say something else. */
  let isDrawn = false;
  const guard = new Guard((line) => connection.console.error(line));
  const analyser = new Analyser(readGrammar);
  const publish = (uri: string, diagnostics: Diagnostic[]): void =>
    void connection.sendDiagnostics({ uri, diagnostics });
  const configurationProblems = new ConfigurationProblems(publish);
  const configurations = new Configurations({
    askSettings: async (uri) =>
      client?.answersConfiguration
        ? connection.workspace.getConfiguration({ scopeUri: uri, section: 'httpStatus' })
        : undefined,
    readText,
    readPattern: (source) => analyser.readProjectPattern(source),
    onFile: (found) => {
      configurationProblems.show(found);
      analyser.projectPatterns.set(found.folder, found.patterns);
    },
  });
  const openConfigurations = new OpenConfigurations();
  const texts = new OpenTexts(analyser, guard, configurations);
  const reader = new WorkspaceReader({
    analyser,
    guard,
    listFiles: listFiles ?? noFiles,
    readText,
    openText: (uri) => texts.textOf(uri),
    onNews: () => {
      texts.forget();
      responseMap.newsCame();
      refresh();
    },
    onChange: (uri) => responseMap.changed(uri),
  });
  const responseMap = new ResponseMap({
    analyser,
    guard,
    configurations,
    texts,
    reader,
    readText,
    onChange: () => void connection.sendNotification(responseMapChangedNotification),
  });
  const pulled = new PulledDiagnostics();
  const pushed = new PushedDiagnostics(async (uri) => {
    const ready = await guard.run('diagnostics', undefined, () => texts.ready(uri));
    return ready ? diagnosticsOf(ready.document, ready.findings) : [];
  }, publish);

  connection.onInitialize(async (parameters) => {
    const handed = handedTranslation(parameters.initializationOptions);
    const read = handed ? async (fileName: string) => handed[fileName] : readTranslation;
    if (read) await guard.run('translation', undefined, () => speak(parameters.locale, read));
    client = clientFeatures(parameters);
    const options: unknown = parameters.initializationOptions;
    const storage = storageFolderOf(options);
    if (storage !== undefined) reader.stored = storedText?.(storage);
    configurations.settingsChanged(sectionOf(options) ?? options);
    setFolders(client.folders);
    return { serverInfo: { name: 'HTTP Status' }, capabilities: serverCapabilities(client) };
  });
  connection.onInitialized(() => {
    if (client?.registersConfiguration)
      register(() => connection.client.register(DidChangeConfigurationNotification.type, { section: 'httpStatus' }));
    readWorkspace();
    if (client?.registersWatchers) {
      const patterns = [`**/${configurationFileName}`, ...(listFiles ? [codeFiles] : [])];
      const watchers = patterns.map((globPattern) => ({ globPattern }));
      register(() => connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (client?.changesFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        const present = await guard.run('folders', null, () => connection.workspace.getWorkspaceFolders());
        setFolders(present?.map(({ uri }) => uri) ?? []);
        analyser.index.clear();
        readWorkspace();
        responseMap.everythingChanged();
        refresh();
      });
    }
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) =>
    guard.runNow('open', undefined, () => {
      if (isConfigurationFile(uri)) return openConfigurations.open(uri, version, text);
      texts.open(uri, languageId, version, text);
      responseMap.changed(uri);
      if (!client?.pullsDiagnostics) pushed.changed(uri);
    }),
  );
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) =>
    guard.runNow('change', undefined, () => {
      if (isConfigurationFile(uri)) return openConfigurations.change(uri, contentChanges, version);
      texts.change(uri, contentChanges, version);
      if (listFiles) reader.changed(uri);
      else responseMap.changed(uri);
      if (!client?.pullsDiagnostics) pushed.changed(uri);
    }),
  );
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) =>
    guard.runNow('close', undefined, () => {
      if (isConfigurationFile(uri)) return openConfigurations.close(uri);
      texts.close(uri);
      responseMap.changed(uri);
      if (!client?.pullsDiagnostics) pushed.closed(uri);
    }),
  );
  connection.onDidChangeConfiguration(({ settings }) => {
    configurations.settingsChanged(sectionOf(settings));
    responseMap.everythingChanged();
    refresh();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const code = changes.filter(({ uri }) => analyser.languageOfPath(uri));
    for (const { uri, type } of code) {
      if (type === FileChangeType.Deleted) reader.removed(uri);
      else if (texts.textOf(uri) === undefined && !isOfOthers(uri, folders)) reader.changed(uri);
    }
    if (code.length === changes.length) return;
    configurationProblems.forget();
    analyser.projectPatterns.forget();
    configurations.filesChanged();
    responseMap.everythingChanged();
    refresh();
  });

  connection.onHover(({ textDocument, position }) =>
    answer(
      'hover',
      textDocument,
      null,
      (text) => hover(text.around(text.document.offsetAt(position)), position, text.findings) ?? null,
    ),
  );
  connection.onCompletion(({ textDocument, position }) =>
    answer<CompletionItem[]>('completion', textDocument, [], (text) =>
      text.settings.completion.enable
        ? [...completion(text, position, analyser), ...headerCompletion(text, position, analyser)]
        : [],
    ),
  );
  connection.onCompletionResolve((item) => guard.runNow('completion', item, () => resolvedCompletion(item)));
  connection.languages.inlayHint.on(({ textDocument, range }) =>
    answerOnceRead<InlayHint[]>('inlay hints', textDocument, [], (text) => [...inlayHints(text, range)]),
  );
  connection.languages.inlayHint.resolve((hint) => guard.runNow('inlay hints', hint, () => resolvedInlayHint(hint)));
  connection.onCodeLens(({ textDocument }) =>
    answerOnceRead<CodeLens[]>('code lens', textDocument, [], (text) =>
      text.settings.codeLens.enable ? [...codeLenses(text)] : [],
    ),
  );
  connection.onCodeLensResolve((lens) =>
    answer('code lens', { uri: uriOf(lens.data) }, lens, (text) =>
      resolvedCodeLens(lens, text, client?.showsPlaces ?? false),
    ),
  );
  connection.onDocumentLinks(({ textDocument }) => {
    const configuration = openConfigurations.get(textDocument.uri);
    return configuration
      ? guard.runNow('links', [], () => [...linksInConfiguration(configuration)])
      : answer<DocumentLink[]>('links', textDocument, [], (text) => [...linksInCode(text)]);
  });
  connection.onCodeAction(({ textDocument, range, context }: CodeActionParams) =>
    answer<CodeAction[]>('code actions', textDocument, [], (text) => {
      const wants = (kind: string) => context.only?.some((wanted) => isWithin(kind, wanted)) ?? false;
      const isAsked = context.only === undefined || wants(CodeActionKind.QuickFix);
      const findings = isAsked ? findingsAt(text, range, context.diagnostics) : [];
      const fixes = quickFixes(text, findings, writeEdit(), guard.report);
      const settings = turnOffActions(text, findings, client?.createsFiles ?? false);
      const isForRewriting = context.only === undefined || wants(CodeActionKind.RefactorRewrite);
      const offered = fixes.map(({ title }) => title);
      const rewritings = isForRewriting ? refactorings(text, range, writeEdit(), offered) : [];
      const all = wants(fixAllKind) ? fixAllActions(text, guard.report) : [];
      return [
        ...fixes,
        ...settings,
        ...rewritings,
        ...(client?.resolvesEdits ? all : all.map((action) => resolve(action, text))),
      ];
    }),
  );
  connection.onCodeActionResolve((action) =>
    answer('code actions', { uri: uriOf(action.data) }, action, (text) => resolve(action, text)),
  );
  connection.languages.diagnostics.on(({ textDocument, previousResultId }) =>
    guard.run<DocumentDiagnosticReport>(
      'diagnostics',
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
      async () => {
        // a finding that only an answer of another file contradicts should not come and go
        await reader.ready(longestWait);
        return pulled.report(await texts.ready(textDocument.uri), previousResultId);
      },
    ),
  );
  answerOwnRequests({
    connection,
    guard,
    analyser,
    configurations,
    texts,
    reader,
    responseMap,
    readText,
    realAddress,
    folders: () => folders,
    answer,
  });
  connection.listen();

  function answer<Result>(
    feature: string,
    { uri }: { readonly uri: string },
    empty: Result,
    about: (text: ReadyText) => Result,
  ): Promise<Result> {
    return guard.run(feature, empty, async () => {
      const ready = await texts.ready(uri);
      return ready ? about(ready) : empty;
    });
  }

  /** For what editors draw into the text: it should not change at once because the workspace has been read. */
  async function answerOnceRead<Result>(...[feature, document, empty, about]: Parameters<typeof answer<Result>>) {
    await reader.ready(longestWait);
    isDrawn = true;
    return answer(feature, document, empty, about);
  }

  function resolve(action: CodeAction, text: ReadyText): CodeAction {
    return resolvedFixAll(action, text, analyser, writeEdit(), guard.report);
  }

  function writeEdit() {
    return client?.versionsEdits ? writeVersionedChanges : writeChanges;
  }

  function setFolders(given: readonly string[]): void {
    folders = given;
    configurations.folders = folders;
    analyser.projectPatterns.forget();
    analyser.roots = folders;
  }

  function readWorkspace(): void {
    if (listFiles && client) reader.read(folders, readingProgress(connection, client.showsProgress));
  }

  /** What was said about open documents may be wrong now. */
  function refresh(): void {
    if (!client?.pullsDiagnostics) for (const uri of texts.uris) pushed.changed(uri);
    else if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh();
    if (!isDrawn) return;
    if (client?.refreshesInlayHints)
      void guard.run('inlay hints', undefined, () => connection.languages.inlayHint.refresh());
    if (client?.refreshesCodeLenses)
      void guard.run('code lens', undefined, () => connection.sendRequest(CodeLensRefreshRequest.type));
  }

  function register(asking: () => Promise<Disposable>): void {
    void guard.run<Disposable | undefined>('registration', undefined, asking);
  }
}

const codeFiles = '**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,py,go}';

async function* noFiles(): AsyncGenerator<string> {
  // there are none to be had
}

/** Whether a kind is the wanted one or one of its kinds: `source.fixAll.httpStatus` is within `source.fixAll`. */
function isWithin(kind: string, wanted: string): boolean {
  return wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`);
}

/** The part of all settings that is ours. */
function sectionOf(settings: unknown): unknown {
  return typeof settings === 'object' && settings !== null && 'httpStatus' in settings
    ? settings.httpStatus
    : undefined;
}

/** The folder, a URI, in which a client lets the server keep what it has read. */
function storageFolderOf(options: unknown): string | undefined {
  const isGiven = typeof options === 'object' && options !== null && 'storageFolder' in options;
  return isGiven && typeof options.storageFolder === 'string' ? options.storageFolder : undefined;
}

/** The files that a client hands over where the server has none. */
function handedTranslation(options: unknown): HandedTranslation['translation'] | undefined {
  const isGiven = typeof options === 'object' && options !== null && 'translation' in options;
  return isGiven ? (options as HandedTranslation).translation : undefined;
}

function uriOf(data: unknown): string {
  return typeof data === 'object' && data !== null && 'uri' in data ? String(data.uri) : '';
}
