import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isBundle } from '../../../server/src/workspace/bundles.ts';

suite('a bundle is known by its name', () => {
  const cases: readonly (readonly [path: string, expected: boolean])[] = [
    ['/app/built/admin/assets/inbox-DerExBzA.js', true],
    ['/app/assets/chunk-KS7C4IRE-CTUL98Lc.js', true],
    ['/app/assets/chunk.201.6961b57ed7a281ac193e.js', true],
    ['/app/public/main.0b850e72ec49a0fa.mjs', true],
    ['/app/docs/viewer/worker.bundle.js', true],
    ['/app/src/make-bundle.js', false],
    ['/app/src/inbox-DerExBzA.js', false],
    ['/app/assets/user-settings.js', false],
    ['/app/assets/my-UserCard.js', false],
    ['/app/assets/step-2.js', false],
    ['/app/public/controller-v2.js', false],
    ['/app/static/http-errors.js', false],
  ];
  for (const [path, expected] of cases) test(path, () => assert.equal(isBundle(path), expected));
});
