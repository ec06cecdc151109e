/** `npm run corpus:diff`: shows which findings in real code a change added or removed. */
import { argv } from 'node:process';
import { runUnderPinnedNode } from './toolchain.mjs';

await runUnderPinnedNode('scripts/corpus/diffCorpus.ts', argv.slice(2));
