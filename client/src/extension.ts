import { commands, type ExtensionContext, window, workspace } from 'vscode';
import { showPlacesCommand } from '../../server/src/protocol.ts';
import type { CreateClient } from './clientOptions.ts';
import { explainAtCursor } from './explain.ts';
import { showHealth } from './health.ts';
import { provideTools } from './languageModelTools.ts';
import { isSupported } from './languages.ts';
import { lookUp } from './lookup.ts';
import { StatusPage } from './page.ts';
import { ResponseMapView } from './responseMap/responseMapView.ts';
import { Server } from './server.ts';
import { showPlaces } from './showPlaces.ts';

let running: Server | undefined;

/** Starts the extension, wherever its server runs. */
export function start(context: ExtensionContext, createClient: CreateClient): void {
  const { extension, extensionUri, storageUri, subscriptions, workspaceState } = context;
  const began = performance.now();
  const output = window.createOutputChannel('HTTP Status', { log: true });
  const server = new Server(createClient, storageUri, output);
  const page = new StatusPage(server, extensionUri);
  running = server;

  subscriptions.push(
    output,
    server,
    page,
    showHealth(server),
    provideTools(server, extension),
    new ResponseMapView(server, workspaceState),
    commands.registerCommand('httpStatus.lookUp', (query?: string) => lookUp(server, page, query)),
    commands.registerCommand('httpStatus.guide', async () => {
      const { guideMe } = await import('./guide/guideWalk.ts');
      await guideMe(server, page);
    }),
    commands.registerCommand('httpStatus.explainAtCursor', () => explainAtCursor(server, page)),
    commands.registerCommand('httpStatus.showPage', (code: number) => page.show(code)),
    commands.registerCommand(showPlacesCommand, showPlaces),
    commands.registerCommand('httpStatus.restartServer', () => server.restart()),
    commands.registerCommand('httpStatus.showOutput', () => output.show()),
    workspace.onDidOpenTextDocument((document) => {
      if (isSupported(document)) startIfEnabled(server);
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('httpStatus.enable')) void applyEnabled(server);
    }),
  );
  if (workspace.textDocuments.some(isSupported)) startIfEnabled(server);
  performance.measure('httpStatus.activate', { start: began });
}

export async function stop(): Promise<void> {
  await running?.stop();
}

/** Starts the server when the editor has done what it is at. Should that fail, the server's status says so. */
function startIfEnabled(server: Server): void {
  if (!isEnabled()) return;
  setTimeout(() => {
    if (server.health === 'stopped') server.start().catch(() => undefined);
  });
}

/** A server that runs is started anew, because what it gets to see is settled at its start. */
async function applyEnabled(server: Server): Promise<void> {
  const wasStarted = server.health !== 'stopped';
  await server.stop();
  if (wasStarted || workspace.textDocuments.some(isSupported)) startIfEnabled(server);
}

function isEnabled(): boolean {
  return workspace.getConfiguration('httpStatus').get('enable', true);
}
