/** `npm run corpus`: fetches packages and repositories whose handlers the analysis is tried and measured on. */
import { argv } from 'node:process';
import { runUnderPinnedNode } from './toolchain.mjs';

await runUnderPinnedNode('scripts/corpus/fetchCorpus.ts', argv.slice(2));
