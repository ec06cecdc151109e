import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isOfOthers } from '../../../server/src/workspace/foldersOfOthers.ts';

suite("other people's code is known by its folder, below that of the workspace", () => {
  const workspace = ['file:///home/me/.cache/build/shop'];
  const cases: readonly (readonly [path: string, expected: boolean])[] = [
    ['/src/users.ts', false],
    ['/src/build.ts', false],
    ['/src/builder/users.ts', false],
    ['/node_modules/express/index.js', true],
    ['/packages/api/dist/users.js', true],
    ['/target/generated/users.js', true],
    ['/.yarn/releases/yarn.cjs', true],
  ];
  for (const [path, expected] of cases)
    test(path, () => assert.equal(isOfOthers(`${workspace[0]}${path}`, workspace), expected));
});
