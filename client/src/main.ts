/** The extension where the editor has Node.js: the server is a process. */
import { type ExtensionContext, Uri } from 'vscode';
import { start } from './extension.ts';

export { stop as deactivate } from './extension.ts';

export function activate(context: ExtensionContext): void {
  const serverModule = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  start(context, async (settings) => {
    const { createProcessClient } = await import('./processClient.ts');
    return createProcessClient(serverModule, settings);
  });
}
