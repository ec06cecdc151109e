#!/usr/bin/env node
/** The command line: `http-status lint`, `responses`, `explain`. */
import module from 'node:module';
import { argv, stdout } from 'node:process';

// What Node.js compiles it keeps, where it knows how to, among the temporary files: the next start takes a quarter less.
module.enableCompileCache?.();

// Who reads may have seen enough: `http-status responses | head`.
stdout.on('error', (error: Error & { readonly code?: string }) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

// not before: what is kept must be asked for first
void import('./commandLine/program.ts').then(({ run }) => run(argv));
