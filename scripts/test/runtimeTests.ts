import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { platform } from 'node:process';
import { npm } from '../host/npm.ts';
import { projectRoot } from '../host/places.ts';
import { command } from './command.ts';
import { nodeTests } from './nodeTests.ts';
import type { Stage } from './stage.ts';

const tests = nodeTests('runtime tests', 'test/runtime/*.test.ts');
const folder = join(projectRoot, 'test/runtime');
const patience = 5;

/**
 * Servers of the real frameworks, which only these tests need and only they install. A language without its toolchain is
 * left out.
 */
export const runtimeTests: Stage = {
  name: tests.name,
  run: async () => {
    await Promise.all([installJavaScript(), installed('Python', installPython), installed('Go', installGo)]);
    return tests.run();
  },
};

async function installed(language: string, install: () => Promise<void>): Promise<void> {
  try {
    await install();
  } catch (error) {
    console.log(`– ${language}: not run. ${error instanceof Error ? error.message : error}`);
  }
}

function installJavaScript(): Promise<void> {
  return npm(['ci', '--no-audit', '--no-fund', '--ignore-scripts'], join(folder, 'javascript'));
}

/** Into a virtual environment, which is made anew when what is required has changed. */
async function installPython(): Promise<void> {
  const required = join(folder, 'python/requirements.txt');
  const environment = join(folder, 'python/.venv');
  // what the tests look for: the environment is whole
  const done = join(environment, 'requirements.txt');
  const wanted = readFileSync(required, 'utf8');
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return;
  rmSync(environment, { recursive: true, force: true });
  await run(platform === 'win32' ? 'python' : 'python3', '-m', 'venv', environment);
  const python = join(environment, platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  await run(python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', required);
  writeFileSync(done, wanted);
}

/** Modules are fetched and compiled into Go's own caches. */
async function installGo(): Promise<void> {
  const done = join(folder, 'go/.fixed/installed');
  rmSync(done, { force: true });
  await run('go', '-C', join(folder, 'go'), 'build', '-tags', 'nomsgpack', './...');
  mkdirSync(join(folder, 'go/.fixed'), { recursive: true });
  writeFileSync(done, '');
}

async function run(program: string, ...programArguments: readonly string[]): Promise<void> {
  const { succeeded, output } = await command(program, programArguments, patience);
  if (!succeeded) throw new Error(`${program} ${programArguments.join(' ')}\n${output.trim()}`);
}
