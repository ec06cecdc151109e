/** Compiles the editor tests to where the editor's extension host can load them. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

export const compiledTests = join(import.meta.dirname, '.compiled');

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
}

if (import.meta.main) await compileEditorTests();
