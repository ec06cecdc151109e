import { commands, type Disposable, LanguageStatusSeverity, l10n, languages, window } from 'vscode';
import { supportedLanguages } from './languages.ts';
import type { Server } from './server.ts';

/** How the server is doing: `stopped` until it is needed, `failed` when it does not start or crashed too often. */
export type Health = 'stopped' | 'starting' | 'running' | 'failed';

/** Shows beside the language of the file how the server is doing, and says it aloud when the server failed. */
export function showHealth(server: Server): Disposable {
  const item = languages.createLanguageStatusItem(
    'httpStatus.health',
    supportedLanguages.map((language) => ({ language })),
  );
  item.name = 'HTTP Status';
  // short, or the command beside it falls off a narrow window
  item.detail = item.name;
  const show = (health: Health): void => {
    item.text = texts[health]();
    item.busy = health === 'starting';
    item.severity = health === 'failed' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.command =
      health === 'failed'
        ? { title: l10n.t('Restart Server'), command: 'httpStatus.restartServer' }
        : { title: l10n.t('Show Output'), command: 'httpStatus.showOutput' };
  };
  show(server.health);
  const following = server.onDidChangeHealth((health) => {
    show(health);
    if (health === 'failed') void offerRestart();
  });
  return {
    dispose: () => {
      following.dispose();
      item.dispose();
    },
  };
}

const texts: Readonly<Record<Health, () => string>> = {
  stopped: () => l10n.t('Not started'),
  starting: () => l10n.t('Starting'),
  running: () => l10n.t('Ready'),
  failed: () => l10n.t('Server stopped'),
};

async function offerRestart(): Promise<void> {
  const restart = l10n.t('Restart Server');
  const showOutput = l10n.t('Show Output');
  const answer = await window.showErrorMessage(l10n.t('The HTTP Status server stopped.'), restart, showOutput);
  if (answer === restart) await commands.executeCommand('httpStatus.restartServer');
  if (answer === showOutput) await commands.executeCommand('httpStatus.showOutput');
}
