import { commands, window } from 'vscode';

/** The name of the page that is open beside the code. */
export function pageTitle(): string | undefined {
  return window.tabGroups.all.flatMap((group) => group.tabs).find(({ label }) => /^\d{3} /.test(label))?.label;
}

export async function closePages(): Promise<void> {
  await commands.executeCommand('workbench.action.closeQuickOpen');
  await commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
}
