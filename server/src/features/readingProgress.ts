import { type Connection, WorkDoneProgress } from 'vscode-languageserver';
import { t } from '../localisation.ts';
import type { ReadingProgress } from './workspaceReader.ts';

/** Shows in the editor how far the reading of a workspace is; people can stop it there. */
export function readingProgress(connection: Connection, isShown: boolean): ReadingProgress {
  let cancelled = false;
  let ended = false;
  const shown = isShown
    ? connection.window.createWorkDoneProgress().then(
        (progress) => {
          progress.token.onCancellationRequested(() => {
            cancelled = true;
          });
          return progress;
        },
        () => undefined,
      )
    : Promise.resolve(undefined);
  let isBegun = false;
  return {
    begin: () => {
      isBegun = true;
      void shown.then((progress) => {
        if (!ended) progress?.begin(t('HTTP Status: reading the workspace'), 0, undefined, true);
      });
    },
    report: (done, total) => {
      void shown.then((progress) => {
        if (!ended) progress?.report(Math.floor((100 * done) / total), t('{0} of {1} files', done, total));
      });
    },
    done: () => {
      void shown.then((progress) => {
        if (isBegun && !ended) progress?.done();
        ended = true;
      });
    },
    isCancelled: () => cancelled,
  };
}

/** Reports on a request to who asked it, if they gave a token to report to. */
export function reportTo(connection: Connection, token: string | undefined): (done: number, total: number) => void {
  return (done, total) => {
    if (token === undefined) return;
    const percentage = Math.floor((100 * done) / total);
    void connection.sendProgress(WorkDoneProgress.type, token, {
      kind: 'report',
      message: t('{0} of {1} files', done, total),
      percentage,
    });
  };
}
