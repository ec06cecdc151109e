import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../../scripts/host/npm.ts';
import { projectRoot } from '../../scripts/host/places.ts';

const versions = { '@ast-grep/cli': '0.51.1', oxlint: '1.94.0', eslint: '10.15.0' };

/** Not part of the repository. Named by version, so that a new version is installed anew. */
const directory = join(projectRoot, '.bench', Object.values(versions).join('-'));

export type BenchLanguage = 'JavaScript' | 'Python' | 'Go';

/** The four shapes of a status that can be told by their syntax alone. */
const statusPatterns: Readonly<Record<BenchLanguage, readonly string[]>> = {
  JavaScript: ['$R.status($S)', '$R.sendStatus($S)', '$R.writeHead($$$)', '$R.statusCode = $S'],
  Python: ['HTTPException($$$)', '$R.set_status($$$)', 'abort($$$)', 'Response($$$)'],
  Go: ['$R.WriteHeader($S)', '$R.JSON($S, $B)', 'http.Error($W, $M, $S)', '$R.Status($S)'],
};

export interface Peers {
  /** The binary itself: the package's command is a script that starts it. */
  readonly astGrep: string;
  readonly astGrepRules: Readonly<Record<BenchLanguage, string>>;
  readonly oxlint: string;
  readonly eslint: string;
  readonly eslintConfiguration: string;
}

/** Installs the programs the project is measured against, where they are not there yet. */
export async function providePeers(): Promise<Peers> {
  const modules = join(directory, 'node_modules');
  const astGrepRules = {
    JavaScript: join(directory, 'JavaScript.yml'),
    Python: join(directory, 'Python.yml'),
    Go: join(directory, 'Go.yml'),
  };
  const eslintConfiguration = join(directory, 'eslint.config.mjs');
  if (!existsSync(eslintConfiguration)) {
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'package.json'), JSON.stringify({ private: true, dependencies: versions }));
    // Without install scripts: the binaries come in packages of their own, one for each platform.
    await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], directory);
    writeFileSync(eslintConfiguration, eslintRules);
  }
  for (const language of ['JavaScript', 'Python', 'Go'] as const) {
    const rules = statusPatterns[language].map((pattern, index) => astGrepRule(language, pattern, index));
    writeFileSync(astGrepRules[language], rules.join('---\n'));
  }
  return {
    astGrep: join(modules, '@ast-grep', platformPackage(join(modules, '@ast-grep')), 'ast-grep'),
    astGrepRules,
    oxlint: join(modules, '.bin', 'oxlint'),
    eslint: join(modules, 'eslint', 'bin', 'eslint.js'),
    eslintConfiguration,
  };
}

function platformPackage(scope: string): string {
  const name = readdirSync(scope).find((entry) => entry.startsWith('cli-'));
  if (name === undefined) throw new Error('ast-grep has no binary for this platform.');
  return name;
}

const astGrepRule = (language: BenchLanguage, pattern: string, index: number): string =>
  `id: status-${index + 1}\nlanguage: ${language}\nrule: { pattern: '${pattern}' }\n`;

const eslintRules = `export default [{ files: ['**/*.{js,mjs,cjs}'], rules: { 'no-magic-numbers': 'error' } }];\n`;
