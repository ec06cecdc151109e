/**
 * Builds what npm packs when it installs the project from git, as pre-commit does. Where npm was started in the project
 * itself, to install what it needs, nothing is to be built yet.
 */
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { cwd, env } from 'node:process';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} command */
function run(command) {
  execSync(command, { cwd: projectRoot, env: { ...env, npm_config_global: 'false' }, stdio: 'inherit' });
}

const start = relative(projectRoot, env.INIT_CWD ?? cwd());

if (start.startsWith('..') || isAbsolute(start)) {
  // npm that installs for the whole machine leaves out what a build needs; whatever Node.js npm runs on will do
  if (!existsSync(join(projectRoot, 'node_modules')))
    run('npm ci --ignore-scripts --no-audit --no-fund --loglevel=error');
  run('npm run --silent prepack');
}
