import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { type Context, suite, test } from 'mocha';
import { commands, type Hover, type TextEditor } from 'vscode';
import { eventually, open, rangeOf } from './editing.ts';
import { hasScreen, see } from './screen.ts';

/** The process of the server: the child of this extension host that runs it. */
function serverProcess(): number | undefined {
  try {
    const found = execFileSync('pgrep', ['-P', `${process.pid}`, '-f', 'dist/server.js'], { encoding: 'utf8' });
    return Number(found.trim().split('\n')[0]);
  } catch {
    return undefined;
  }
}

/** Leaves out a test on Windows, which has no pgrep to find the server's process by. The report counts it. */
function needsProcessList(context: Context): void {
  if (process.platform === 'win32') context.skip();
}

/** Ends the server as a crash would, and waits until it is gone. */
async function crash(): Promise<void> {
  const server = await eventually(serverProcess);
  process.kill(server, 'SIGKILL');
  await eventually(() => serverProcess() !== server);
}

async function answers(editor: TextEditor): Promise<boolean> {
  const place = rangeOf(editor, '404').start;
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', editor.document.uri, place);
  return hovers.length > 0;
}

suite('A crash of the server', () => {
  test('is got over', async function () {
    needsProcessList(this);
    const editor = await open('src/orders.ts');
    await eventually(() => answers(editor));
    await crash();
    await eventually(() => answers(editor));
  });

  test('that comes again and again is shown, with a way out', async function () {
    needsProcessList(this);
    const editor = await open('src/orders.ts');
    for (let crashes = 0; crashes < 3; crashes++) {
      await eventually(() => answers(editor));
      await crash();
    }
    assert.equal(serverProcess(), undefined);
    if (hasScreen) {
      await eventually(async () => (await see('.statusbar-item .codicon-bracket-error')).length > 0);
      // Editors under test announce notifications, but do not show them.
      await eventually(async () => (await see('[role=alert]')).some((text) => text.includes('server stopped')));
    }
    await commands.executeCommand('httpStatus.restartServer');
    await commands.executeCommand('notifications.clearAll');
    await eventually(() => answers(editor));
  });
});
