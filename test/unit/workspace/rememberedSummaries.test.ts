import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { FileSummary } from '../../../server/src/workspace/fileSummary.ts';
import { RememberedSummaries } from '../../../server/src/workspace/rememberedSummaries.ts';

const summary: FileSummary = {
  version: 1,
  exports: { missing: { kind: 'status', code: 404 } },
  stars: [],
  routes: [],
  mounts: [],
  guards: [],
  errorWriters: [],
  handed: [],
  imports: [],
};

function written(): string {
  const remembered = new RememberedSummaries('1');
  remembered.keep('/a.ts', 'hash', summary);
  remembered.keep('/silent.ts', 'other', null);
  return remembered.write() ?? '';
}

function read(text: string, build = '1'): RememberedSummaries {
  const remembered = new RememberedSummaries(build);
  remembered.read(text);
  return remembered;
}

suite('summaries are remembered', () => {
  test('of texts that are as they were', () => {
    const remembered = read(written());
    assert.deepEqual(remembered.recall('/a.ts', 'hash'), summary);
    assert.equal(remembered.recall('/silent.ts', 'other'), null);
    assert.equal(remembered.recall('/a.ts', 'changed'), undefined);
    assert.equal(remembered.recall('/new.ts', 'hash'), undefined);
  });

  test('as the product that runs would make them', () => {
    assert.equal(read(written(), '2').recall('/a.ts', 'hash'), undefined);
  });

  test('not from what came to harm', () => {
    for (const text of ['', '\n\n', 'null', written().slice(0, -5), written().replace('404', '403')])
      assert.equal(read(text).recall('/a.ts', 'hash'), undefined, text);
  });

  test('of files that are still there', () => {
    const remembered = read(written());
    remembered.keepOnly((path) => path === '/silent.ts');
    assert.equal(remembered.recall('/a.ts', 'hash'), undefined);
    assert.equal(remembered.recall('/silent.ts', 'other'), null);
  });

  test('and written only when something is new', () => {
    const remembered = read(written());
    assert.equal(remembered.write(), undefined);
    remembered.keep('/b.ts', 'hash', null);
    assert.notEqual(remembered.write(), undefined);
    assert.equal(remembered.write(), undefined);
  });
});
