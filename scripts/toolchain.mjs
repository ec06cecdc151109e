/**
 * Gets from a fresh clone to a working toolchain. Runs on any Node from 20 on and needs nothing installed: it installs
 * the project's dependencies, among them the Node version everything else runs on.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { env, exit, platform, version } from 'node:process';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('..', import.meta.url));
const oldestNode = 20;

/**
 * Runs a script of the project under the Node version the project pins, with the same terminal, and ends with its exit code.
 * @param {string} script relative to the project's root
 * @param {readonly string[]} scriptArguments
 */
export async function runUnderPinnedNode(script, scriptArguments) {
  try {
    refuseOldNode();
    for (const folder of ['.', 'test']) await installDependencies(join(projectRoot, folder));
    const node = pinnedNode();
    const path = [dirname(node), join(projectRoot, 'node_modules', '.bin'), env.PATH].join(delimiter);
    exit(await run(node, [join(projectRoot, script), ...scriptArguments], { PATH: path }));
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    exit(1);
  }
}

function refuseOldNode() {
  if (Number.parseInt(version.slice(1), 10) < oldestNode) {
    throw new Error(`Node ${oldestNode} or newer is needed to build this project, this is ${version}.`);
  }
}

/**
 * Installs a folder's dependencies where they are missing or not those of the lock file.
 * @param {string} folder
 */
async function installDependencies(folder) {
  const wanted = join(folder, 'package-lock.json');
  if (!existsSync(wanted)) return;
  const installed = join(folder, 'node_modules', '.package-lock.json');
  const fresh = !existsSync(installed);
  if (!fresh && lockedVersions(wanted, installed)) return;
  const command = fresh ? 'ci' : 'install';
  console.log(`Installing dependencies in ${folder} (npm ${command}) …`);
  const npm = ['--no-audit', '--no-fund', '--loglevel=error'];
  const code = await runNpm([command, ...npm], folder);
  if (code !== 0) throw new Error(`npm ${command} failed in ${folder}. Is the npm registry reachable?`);
}

/**
 * Whether every package that is installed has the version the lock file names, and none it demands is missing.
 * @param {string} wanted
 * @param {string} installed
 */
function lockedVersions(wanted, installed) {
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(JSON.parse(readFileSync(wanted, 'utf8')).packages).every(
    ([path, { version, optional, peer }]) =>
      path === '' || present[path]?.version === version || (!present[path] && (optional || peer)),
  );
}

function pinnedNode() {
  const node = join(projectRoot, 'node_modules', 'node', 'bin', platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node)) throw new Error(`${node} is missing: remove node_modules and try again.`);
  return node;
}

/**
 * @param {readonly string[]} npmArguments
 * @param {string} folder
 */
function runNpm(npmArguments, folder) {
  const npm = env.npm_execpath;
  return npm?.endsWith('.js')
    ? run(process.execPath, [npm, ...npmArguments], {}, folder)
    : run('npm', npmArguments, {}, folder, platform === 'win32');
}

/**
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {Record<string, string>} environment
 * @returns {Promise<number>}
 */
function run(command, commandArguments, environment, folder = projectRoot, shell = false) {
  return new Promise((settle, fail) => {
    const child = spawn(command, commandArguments, {
      cwd: folder,
      env: { ...env, ...environment },
      stdio: 'inherit',
      shell,
    });
    // The terminal sends Ctrl+C to the child as well. It ends in its own time, and this process after it.
    const wait = () => {};
    const terminate = () => child.kill('SIGTERM');
    process.on('SIGINT', wait).on('SIGTERM', terminate);
    // npm that is ended by a signal does not pass it on.
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (env.npm_lifecycle_event !== undefined && process.ppid !== parent) terminate();
    }, 1000);
    child.on('error', fail);
    child.on('exit', (code) => {
      clearInterval(watch);
      process.off('SIGINT', wait).off('SIGTERM', terminate);
      settle(code ?? 1);
    });
  });
}
