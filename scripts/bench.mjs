/** `npm run bench`: measures the project and its peers on this machine and prints one table. */
import { argv } from 'node:process';
import { runUnderPinnedNode } from './toolchain.mjs';

await runUnderPinnedNode('test/bench/bench.ts', argv.slice(2));
