import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CodeLens,
  type CompletionItem,
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type DocumentLink,
  type InlayHint,
} from 'vscode-languageserver';
import type { Analyser } from '../analyser.ts';
import type { Answer } from './answer.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { findingsAt, quickFixes } from './codeActions.ts';
import { codeLenses, resolvedCodeLens } from './codeLens.ts';
import { completion, resolvedCompletion } from './completion.ts';
import { turnOffActions } from './configureRule.ts';
import { linksInCode, linksInConfiguration } from './documentLinks.ts';
import { fixAllActions, fixAllKind, resolvedFixAll } from './fixAllAction.ts';
import type { Guard } from './guard.ts';
import { headerCompletion } from './headerCompletion.ts';
import { hover } from './hover.ts';
import { inlayHints, resolvedInlayHint } from './inlayHints.ts';
import type { OpenConfigurations } from './openConfigurations.ts';
import type { OpenTexts, ReadyText } from './openTexts.ts';
import { PulledDiagnostics } from './pulledDiagnostics.ts';
import { refactorings } from './refactorings.ts';
import { writeChanges, writeVersionedChanges } from './workspaceEdits.ts';
import { longestWait, type WorkspaceReader } from './workspaceReader.ts';

interface Surroundings {
  readonly connection: Connection;
  readonly guard: Guard;
  readonly analyser: Analyser;
  readonly texts: OpenTexts;
  readonly reader: WorkspaceReader;
  readonly openConfigurations: OpenConfigurations;
  /** Undefined before the client has said what it can. */
  readonly client: () => ClientFeatures | undefined;
  /** Told when an editor shows hints or lenses, which it has to ask for anew when other files say something else. */
  readonly onDrawn: () => void;
  readonly answer: Answer;
}

/** Answers what the protocol asks about an open text: one request a feature. */
export function answerTextRequests({
  connection,
  guard,
  analyser,
  texts,
  reader,
  openConfigurations,
  client,
  onDrawn,
  answer,
}: Surroundings): void {
  const pulled = new PulledDiagnostics();
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
      resolvedCodeLens(lens, text, client()?.showsPlaces ?? false),
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
      const settings = turnOffActions(text, findings, client()?.createsFiles ?? false);
      const isForRewriting = context.only === undefined || wants(CodeActionKind.RefactorRewrite);
      const offered = fixes.map(({ title }) => title);
      const rewritings = isForRewriting ? refactorings(text, range, writeEdit(), offered) : [];
      const all = wants(fixAllKind) ? fixAllActions(text, guard.report) : [];
      return [
        ...fixes,
        ...settings,
        ...rewritings,
        ...(client()?.resolvesEdits ? all : all.map((action) => resolve(action, text))),
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

  /** For what editors draw into the text: it should not change at once because the workspace has been read. */
  async function answerOnceRead<Result>(...[feature, document, empty, about]: Parameters<typeof answer<Result>>) {
    await reader.ready(longestWait);
    onDrawn();
    return answer(feature, document, empty, about);
  }

  function resolve(action: CodeAction, text: ReadyText): CodeAction {
    return resolvedFixAll(action, text, analyser, writeEdit(), guard.report);
  }

  function writeEdit() {
    return client()?.versionsEdits ? writeVersionedChanges : writeChanges;
  }
}

/** Whether a kind is the wanted one or one of its kinds: `source.fixAll.httpStatus` is within `source.fixAll`. */
function isWithin(kind: string, wanted: string): boolean {
  return wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`);
}

function uriOf(data: unknown): string {
  return typeof data === 'object' && data !== null && 'uri' in data ? String(data.uri) : '';
}
