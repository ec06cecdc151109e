import {
  CodeLensRefreshRequest,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver';
import { Analyser } from '../analyser.ts';
import { configurationFileName } from '../configuration/configurationFile.ts';
import type { ReadText } from '../configuration/configurationFiles.ts';
import { languages } from '../generated/languages.ts';
import { responseMapChangedNotification } from '../protocol.ts';
import type { ReadGrammar } from '../syntax/parser.ts';
import { isOfOthers } from '../workspace/foldersOfOthers.ts';
import type { StoredText } from '../workspace/rememberedSummaries.ts';
import { type ClientFeatures, clientFeatures, serverCapabilities } from './clientFeatures.ts';
import { ConfigurationProblems } from './configurationProblems.ts';
import { Configurations } from './configurations.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { Guard } from './guard.ts';
import { checksSchemas, handedTranslation, sectionOf, storageFolderOf } from './initializationOptions.ts';
import { type ReadTranslation, speak } from './language.ts';
import { isConfigurationFile, OpenConfigurations } from './openConfigurations.ts';
import { OpenTexts, type ReadyText } from './openTexts.ts';
import { answerOwnRequests } from './ownRequests.ts';
import { PushedDiagnostics } from './pushedDiagnostics.ts';
import { readingProgress } from './readingProgress.ts';
import { ResponseMap } from './responseMap.ts';
import { answerTextRequests } from './textRequests.ts';
import { type ListFiles, WorkspaceReader } from './workspaceReader.ts';

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
  readonly storedSummaries?: (folder: string) => StoredText | undefined;
}

/** Answers an editor, whatever carries the messages. */
export function serve(
  connection: Connection,
  { readGrammar, readText, readTranslation, listFiles, realAddress, storedSummaries }: Surroundings,
): void {
  let client: ClientFeatures | undefined;
  let folders: readonly string[] = [];
  /** An editor shows hints or lenses, which it has to ask for anew when other files say something else. */
  let isDrawn = false;
  const guard = new Guard((line) => connection.console.error(line));
  const analyser = new Analyser(readGrammar);
  const publish = (uri: string, diagnostics: Diagnostic[]): void =>
    void connection.sendDiagnostics({ uri, diagnostics });
  const openConfigurations = new OpenConfigurations();
  let editorChecksSchemas = false;
  const configurationProblems = new ConfigurationProblems({
    publish,
    isCheckedByEditor: (uri) => editorChecksSchemas && openConfigurations.get(uri) !== undefined,
  });
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
  const pushed = new PushedDiagnostics(async (uri) => {
    const ready = await guard.run('diagnostics', undefined, () => texts.ready(uri));
    return ready ? diagnosticsOf(ready.document, ready.findings) : [];
  }, publish);

  connection.onInitialize(async (parameters) => {
    const read = handedTranslation(parameters.initializationOptions) ?? readTranslation;
    if (read) await guard.run('translation', undefined, () => speak(parameters.locale, read));
    client = clientFeatures(parameters);
    const options: unknown = parameters.initializationOptions;
    editorChecksSchemas = checksSchemas(options);
    const storage = storageFolderOf(options);
    if (storage !== undefined) reader.stored = storedSummaries?.(storage);
    configurations.settingsChanged(sectionOf(options) ?? options);
    setFolders(client.folders);
    return { serverInfo: { name: 'HTTP Status' }, capabilities: serverCapabilities(client) };
  });
  connection.onInitialized(() => {
    if (client?.registersConfiguration)
      register(() => connection.client.register(DidChangeConfigurationNotification.type, { section: 'httpStatus' }));
    readWorkspace();
    if (client?.registersWatchers) {
      const watchers: FileSystemWatcher[] = [{ globPattern: `**/${configurationFileName}` }];
      // of a folder that goes there is no more than its name
      if (listFiles) watchers.push({ globPattern: codeFiles }, { globPattern: '**/*', kind: WatchKind.Delete });
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
      if (isConfigurationFile(uri)) {
        openConfigurations.open(uri, version, text);
        configurationProblems.showAgain(uri);
        return readConfiguration(uri);
      }
      texts.open(uri, languageId, version, text);
      responseMap.changed(uri);
      if (!client?.pullsDiagnostics) pushed.changed(uri);
    }),
  );
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) =>
    guard.runNow('change', undefined, () => {
      if (isConfigurationFile(uri)) return openConfigurations.change(uri, contentChanges, version);
      texts.change(uri, contentChanges, version);
      heardOf(uri);
      if (!client?.pullsDiagnostics) pushed.changed(uri);
    }),
  );
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) =>
    guard.runNow('close', undefined, () => {
      if (isConfigurationFile(uri)) {
        openConfigurations.close(uri);
        return configurationProblems.showAgain(uri);
      }
      texts.close(uri);
      // what was typed and not saved is gone
      heardOf(uri);
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
    const others = changes.filter(({ uri }) => !isConfigurationFile(uri) && !analyser.languageOfPath(uri));
    const goneFolders = others.filter(({ uri, type }) => type === FileChangeType.Deleted && reader.removedFolder(uri));
    if (code.length + others.length === changes.length && goneFolders.length === 0) return;
    const configurationFiles = changes.flatMap(({ uri }) => (isConfigurationFile(uri) ? [uri] : []));
    const toRead = new Set([...configurationProblems.forget(), ...configurationFiles]);
    analyser.projectPatterns.forget();
    configurations.filesChanged();
    for (const uri of toRead) readConfiguration(uri);
    responseMap.everythingChanged();
    refresh();
  });

  answerTextRequests({
    connection,
    guard,
    analyser,
    texts,
    reader,
    openConfigurations,
    client: () => client,
    onDrawn: () => {
      isDrawn = true;
    },
    answer,
  });
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

  function setFolders(given: readonly string[]): void {
    folders = given;
    configurations.folders = folders;
    analyser.projectPatterns.forget();
    analyser.roots = folders;
  }

  /** Of the configuration files that count in its folder, the nearest: what is wrong with it is shown. */
  function readConfiguration(uri: string): void {
    void guard.run('configuration', undefined, async () => void (await configurations.of(uri)));
  }

  /** What a file says to others may have changed, and what it answers. */
  function heardOf(uri: string): void {
    if (listFiles) reader.changed(uri);
    else responseMap.changed(uri);
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

const codeFiles = `**/*{${languages.flatMap(({ extensions }) => extensions).join(',')}}`;

async function* noFiles(): AsyncGenerator<string> {
  // there are none to be had
}
