/** `npm test`: every check and test of the project. */
import { argv } from 'node:process';
import { runUnderPinnedNode } from './toolchain.mjs';

await runUnderPinnedNode('scripts/test/test.ts', argv.slice(2));
