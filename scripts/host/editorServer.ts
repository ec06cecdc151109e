import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { addLanguage } from './editorLanguage.ts';
import { provideEditor } from './provideEditor.ts';
import { run } from './run.ts';

const startTimeout = 60_000;

/** Leaves out what has nothing to do with the code at hand or wants services that may be out of reach. */
const settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

export interface EditorServerOptions {
  /** Where settings, installed extensions and logs of this server are kept. */
  readonly dataDirectory: string;
  readonly port?: number;
  /** Lets the address of the page name an extension to load from source, and tests to run in it. */
  readonly forTests?: boolean;
  /** Of the editor: `zh-cn`; without one it speaks English. */
  readonly locale?: string | undefined;
  readonly environment?: NodeJS.ProcessEnv;
}

/** A running VS Code server, to be opened with a browser. */
export class EditorServer {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  static async start(options: EditorServerOptions): Promise<EditorServer> {
    const { dataDirectory, port = 0, forTests = false, locale, environment = {} } = options;
    const editor = await provideEditor();
    await writeSettings(dataDirectory);
    if (locale !== undefined) await addLanguage(dataDirectory, locale);
    const child = spawn(
      execPath,
      [
        join(editor, 'out', 'server-main.js'),
        ...['--host', '127.0.0.1', '--port', `${port}`, '--without-connection-token'],
        ...['--accept-server-license-terms', '--disable-telemetry', '--disable-workspace-trust'],
        ...['--server-data-dir', dataDirectory],
        // A server that nobody stopped ends some minutes after its last page.
        ...(locale === undefined ? [] : ['--locale', locale]),
        ...(forTests ? ['--enable-smoke-test-driver', '--enable-remote-auto-shutdown'] : []),
      ],
      // Its own process group, so that the hosts it starts end with it.
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: process.platform !== 'win32',
        env: editorEnvironment(environment),
      },
    );
    process.once('exit', () => stopGroup(child));
    const log = createWriteStream(join(dataDirectory, 'server.log'));
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    try {
      return new EditorServer(child, await listeningPort(child));
    } catch (error) {
      stopGroup(child);
      throw error;
    }
  }

  /** The page that shows a folder in this VS Code. */
  address(folder: string, payload: readonly (readonly [name: string, value: string])[] = []): string {
    const address = new URL(`http://127.0.0.1:${this.port}/`);
    address.searchParams.set('folder', folder);
    if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload));
    return address.href;
  }

  /** How a page of this server names a folder of the machine. */
  remoteFolder(folder: string): string {
    return `vscode-remote://127.0.0.1:${this.port}${folder}`;
  }

  get ended(): Promise<void> {
    return new Promise((settle) => this.#child.once('exit', () => settle()));
  }

  stop(): void {
    stopGroup(this.#child);
  }
}

/** Installs a packaged extension where servers with this data directory find it. */
export async function installExtension(packagedExtension: string, dataDirectory: string): Promise<void> {
  const editor = await provideEditor();
  const command = ['--install-extension', packagedExtension, '--force', '--server-data-dir', dataDirectory];
  // Without its native modules the server complains at every start, so its output counts only when it fails.
  await run(execPath, [join(editor, 'out', 'server-main.js'), ...command], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: editorEnvironment({}),
  });
}

async function writeSettings(dataDirectory: string): Promise<void> {
  const folder = join(dataDirectory, 'data', 'Machine');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings, undefined, 2));
}

/** A VS Code that was started from a VS Code's terminal must not take itself for a part of that one. */
function editorEnvironment(additions: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name));
  return { ...Object.fromEntries(inherited), ...additions };
}

function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((settle, fail) => {
    const timer = setTimeout(() => fail(new Error('VS Code did not start within a minute.')), startTimeout);
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk;
      const port = /(?:Server bound to|Web UI available at) \S*?:(\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      settle(Number(port));
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      output += chunk;
    });
    child.once('error', fail);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(new Error(`VS Code ended with exit code ${code} before it was up:\n${output}`));
    });
  });
}

function stopGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGTERM');
  } catch {
    // It ended between the question and the signal.
  }
}
