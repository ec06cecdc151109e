/** The extension where the editor runs in a browser: the server is a web worker. */
import type { ExtensionContext } from 'vscode';
import { start } from './extension.ts';
import { createWorkerClient } from './workerClient.ts';

export { stop as deactivate } from './extension.ts';

export function activate(context: ExtensionContext): void {
  start(context, (settings) => createWorkerClient(context.extensionUri, settings));
}
