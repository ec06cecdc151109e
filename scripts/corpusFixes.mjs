/** `npm run corpus:fixes`: applies every fix of every finding in real code and says which do not do what they promise. */
import { argv } from 'node:process';
import { runUnderPinnedNode } from './toolchain.mjs';

await runUnderPinnedNode('scripts/corpus/fixCorpus.ts', argv.slice(2));
