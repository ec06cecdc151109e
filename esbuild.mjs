/**
 * Builds what the extension ships into dist/: the client, the language server, the command line, and the grammars in use.
 * `node esbuild.mjs` builds with source maps, `--production` minifies, `--watch` rebuilds on every change.
 */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { argv, exit } from 'node:process';
import { context } from 'esbuild';
import { globby } from 'globby';
import { bundles } from './scripts/build/bundles.mjs';

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

async function copyGrammars() {
  await mkdir('dist/grammars', { recursive: true });
  await Promise.all(grammars.map((grammar) => copyFile(grammar, `dist/grammars/${basename(grammar)}`)));
}

/** What people read in another language, for the editor and the server. */
async function copyTranslations() {
  await mkdir('dist/l10n', { recursive: true });
  await Promise.all(
    [...(await globby('l10n/*.json')), ...(await globby('server/src/generated/statuses.*.json'))].map(async (file) =>
      // without the blanks that make it easy to compare
      writeFile(`dist/l10n/${basename(file)}`, JSON.stringify(JSON.parse(await readFile(file, 'utf8')))),
    ),
  );
}

async function build() {
  if (production) await rm('dist', { recursive: true, force: true });
  await copyGrammars();
  await copyTranslations();
  for (const bundle of bundles) {
    const builder = await context({ ...bundle, minify: production, sourcemap: !production });
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
