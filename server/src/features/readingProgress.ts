import type { Connection } from 'vscode-languageserver';
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
        if (!ended) progress?.begin('HTTP Status: reading the workspace', 0, undefined, true);
      });
    },
    report: (done, total) => {
      void shown.then((progress) => {
        if (!ended) progress?.report(Math.floor((100 * done) / total), `${done} of ${total} files`);
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
