import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env, geteuid, platform } from 'node:process';
import { chromium } from 'playwright-core';
import { projectRoot } from './places.ts';
import { run } from './run.ts';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Finds the machine's Chromium, or installs one, and answers the path of its executable. */
export async function provideChromium(): Promise<string> {
  const installed = machineChromium() ?? playwrightChromium();
  if (installed !== undefined) return installed;
  if (platform === 'linux' && existsSync('/usr/bin/apt-get') && geteuid?.() === 0) {
    console.log('Installing Chromium (apt-get install chromium) …');
    try {
      await aptGet('update');
      await aptGet('install', '--yes', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
    } catch (error) {
      console.warn(error instanceof Error ? error.message : error);
    }
    const debian = machineChromium();
    if (debian !== undefined) return debian;
  }
  console.log('Installing Chromium (playwright-core install chromium) …');
  await run(join(projectRoot, 'node_modules', '.bin', 'playwright-core'), ['install', 'chromium'], {
    shell: platform === 'win32',
  });
  const downloaded = playwrightChromium();
  if (downloaded !== undefined) return downloaded;
  throw new Error('No Chromium was found and none could be installed. Set CHROMIUM to the path of one.');
}

function machineChromium(): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter);
  const inPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [env.CHROMIUM, ...inPath, ...applications].find((path) => path !== undefined && existsSync(path));
}

function playwrightChromium(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function aptGet(...aptArguments: readonly string[]): Promise<void> {
  return run('apt-get', ['--quiet', '--quiet', ...aptArguments], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
