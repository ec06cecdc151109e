/**
 * Builds what the extension ships into dist/: the client, the language server, the command line, and the grammars in use.
 * `node esbuild.mjs` builds with source maps, `--production` minifies, `--watch` rebuilds on every change.
 */
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { argv, exit } from 'node:process';
import { context } from 'esbuild';

const production = argv.includes('--production');
const watch = argv.includes('--watch');
const { resolve } = createRequire(import.meta.url);

/** The parser and the grammars the server can load. A package of all grammars would be six times as large. */
const grammars = [
  resolve('web-tree-sitter/web-tree-sitter.wasm'),
  ...['javascript', 'typescript', 'tsx', 'go', 'python'].map((language) =>
    resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${language}.wasm`),
  ),
];

/**
 * Activation has to be quick, so the client's bundle holds only what registers commands. The language client library,
 * many times its size, is a bundle of its own that is loaded when the server starts.
 * @type {import('esbuild').Plugin}
 */
const separateLanguageClient = {
  name: 'separate-language-client',
  setup({ onResolve }) {
    onResolve({ filter: /^vscode-languageclient\/node$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: './languageClient.js', external: true },
    );
  },
};

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  format: 'cjs',
  platform: 'node',
  // Some packages' main file is a module of a kind that cannot be bundled.
  mainFields: ['module', 'main'],
  outdir: 'dist',
  logLevel: 'warning',
  minify: production,
  sourcemap: !production,
  // Module addresses mean the bundle's own place once the modules are bundled.
  define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename', 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...shared,
    entryPoints: { client: 'client/src/extension.ts', languageClient: 'vscode-languageclient/node' },
    external: ['vscode'],
    plugins: [separateLanguageClient],
    target: 'node20',
  },
  { ...shared, entryPoints: { server: 'server/src/server.ts' }, target: 'node20' },
  { ...shared, entryPoints: { cli: 'server/src/cli.ts' }, target: 'node20' },
];

async function copyGrammars() {
  await mkdir('dist/grammars', { recursive: true });
  await Promise.all(grammars.map((grammar) => copyFile(grammar, `dist/grammars/${basename(grammar)}`)));
}

async function build() {
  if (production) await rm('dist', { recursive: true, force: true });
  await copyGrammars();
  for (const bundle of bundles) {
    const builder = await context(bundle);
    await builder.rebuild();
    await (watch ? builder.watch() : builder.dispose());
  }
}

try {
  await build();
} catch (error) {
  // esbuild has printed its own messages already.
  if (!(error instanceof Error && 'errors' in error)) console.error(error);
  exit(1);
}
