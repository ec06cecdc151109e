#!/usr/bin/env node
/** The command line: `http-status lint`, `responses`, `explain`. */
import { argv, stdout } from 'node:process';
import { run } from './commandLine/program.ts';

// Who reads may have seen enough: `http-status responses | head`.
stdout.on('error', (error: Error & { readonly code?: string }) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

void run(argv);
