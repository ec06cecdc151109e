import {
  CodeActionKind,
  type InitializeParams,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { showPlacesCommand } from '../protocol.ts';
import { completionTriggers } from './completion.ts';
import { fixAllKind } from './fixAllAction.ts';

/** What an editor can do, as far as it decides how it is answered. */
export interface ClientFeatures {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly resolvesEdits: boolean;
  readonly versionsEdits: boolean;
  readonly createsFiles: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly showsProgress: boolean;
  readonly changesFolders: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesCodeLenses: boolean;
  /** Shows places in the text at the click of a lens. */
  readonly showsPlaces: boolean;
  readonly folders: readonly string[];
}

export function clientFeatures({ capabilities, workspaceFolders, rootUri }: InitializeParams): ClientFeatures {
  const { textDocument, window, workspace } = capabilities ?? {};
  const resolvable = textDocument?.codeAction?.resolveSupport?.properties ?? [];
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    resolvesEdits: resolvable.includes('edit'),
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    versionsEdits: workspace?.workspaceEdit?.documentChanges === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    showsProgress: window?.workDoneProgress === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    changesFolders: workspace?.workspaceFolders === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    showsPlaces: commandsIn(capabilities?.experimental).includes(showPlacesCommand),
    folders: workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []),
  };
}

/** The commands that a client says it has: `{ commands: ['…'] }`. */
function commandsIn(experimental: unknown): readonly unknown[] {
  const commands =
    typeof experimental === 'object' && experimental !== null && 'commands' in experimental
      ? experimental.commands
      : undefined;
  return Array.isArray(commands) ? commands : [];
}

export function serverCapabilities({ pullsDiagnostics, resolvesEdits }: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: true },
    inlayHintProvider: { resolveProvider: true },
    documentLinkProvider: {},
    codeLensProvider: { resolveProvider: true },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
      resolveProvider: resolvesEdits,
    },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'http-status',
            interFileDependencies: true,
            workspaceDiagnostics: false,
          },
        }
      : {}),
  };
}
