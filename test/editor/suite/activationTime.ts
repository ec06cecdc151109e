import { commands } from 'vscode';
import { eventually } from './editing.ts';
import { hasScreen, see } from './screen.ts';

/** How long the editor says it took to load the extension's code and to call its `activate`. Needs a screen. */
export async function activationTime(extensionName: string): Promise<string | undefined> {
  if (!hasScreen) return undefined;
  await commands.executeCommand('workbench.action.showRuntimeExtensions');
  return eventually(async () => {
    const rows = await see('.runtime-extensions-editor .monaco-list-row');
    console.log('ROWS', JSON.stringify(rows));
    return rows.find((row) => row.includes(extensionName))?.match(/Activation: \d+ ?ms/)?.[0];
  }).catch(() => undefined);
}
