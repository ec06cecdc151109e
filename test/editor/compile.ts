/** Compiles the editor tests to where the editor's extension host can load them. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

export const compiledTests = join(import.meta.dirname, '.compiled');

const webFolder = join(import.meta.dirname, 'web');

export async function compileEditorTests(): Promise<void> {
  await rm(compiledTests, { recursive: true, force: true });
  await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: ['suite/*.ts'],
    outdir: compiledTests,
    bundle: true,
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: { web: 'web/index.ts' },
    outdir: compiledTests,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    alias: { mocha: join(webFolder, 'mocha.ts'), 'node:assert/strict': join(webFolder, 'assert.ts') },
    // Nobody can press keys for a test in a worker.
    define: { 'process.env.EDITOR_REMOTE': 'undefined' },
    logLevel: 'warning',
  });
}

if (import.meta.main) await compileEditorTests();
