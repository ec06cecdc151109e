import { platform } from 'node:process';
import { npm } from '../host/npm.ts';
import { projectRoot } from '../host/places.ts';
import { run } from '../host/run.ts';

/** Opens the desktop VS Code of this machine with the extension loaded from source. */
export async function startDesktop(workspace: string): Promise<void> {
  console.log('Building the extension …');
  await npm(['run', '--silent', 'build'], projectRoot);
  console.log('Opening VS Code …');
  try {
    await run('code', ['--new-window', `--extensionDevelopmentPath=${projectRoot}`, workspace], {
      shell: platform === 'win32',
    });
  } catch (error) {
    throw new Error(
      `The command \`code\` did not start VS Code (${error instanceof Error ? error.message : error}).
Install it with "Shell Command: Install 'code' command in PATH" in VS Code, or use \`npm start\` without --desktop.`,
    );
  }
}
