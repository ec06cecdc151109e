import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';
import { bundles } from '../../../scripts/build/bundles.mjs';

const inBrowser = bundles.filter(({ platform }) => platform === 'browser');
/** As a browser fetches them. The grammars come on top, each when it is first needed. */
const largest = 400_000;

async function built(options: BuildOptions) {
  const absWorkingDir = join(import.meta.dirname, '../../..');
  return build({ ...options, absWorkingDir, write: false, metafile: true, minify: true, sourcemap: false });
}

suite('what runs in a browser', () => {
  test('uses no module of Node.js, and of others only the editor', async () => {
    for (const options of inBrowser) {
      const { metafile } = await built(options);
      const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
      assert.deepEqual(new Set(imported), new Set(options.external ?? []));
      const disabled = Object.keys(metafile.inputs).filter((input) => input.startsWith('node:'));
      assert.deepEqual(disabled, []);
    }
  });

  test('is small', async () => {
    const outputs = await Promise.all(inBrowser.map(built));
    const sizes = outputs.flatMap(({ outputFiles }) => outputFiles.map(({ contents }) => gzipSync(contents).length));
    assert.equal(sizes.length, 2);
    const size = sizes.reduce((sum, each) => sum + each, 0);
    assert.ok(size < largest, `${size} bytes, compressed`);
  });
});
