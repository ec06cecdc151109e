/** `npm start`: VS Code with the extension on a sample workspace. */
import { argv } from 'node:process';
import { runUnderPinnedNode } from './toolchain.mjs';

await runUnderPinnedNode('scripts/start/start.ts', argv.slice(2));
