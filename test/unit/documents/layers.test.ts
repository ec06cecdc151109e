import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { layersPicture } from '../../../scripts/generate/layers.ts';

const root = join(import.meta.dirname, '../../..');

suite('the picture of the layers', () => {
  test('is drawn from the imports there are', () => {
    const drawn = readFileSync(join(root, 'docs/images/layers.svg'), 'utf8').replaceAll('\r\n', '\n');
    assert.equal(drawn, layersPicture(), 'Run: npm run generate:schemas');
  });

  test('has what reads above what is read', () => {
    const parts = [...layersPicture().matchAll(/<text x[^>]*>([^<]+)</g)].map(([, name]) => name);
    const order = ['server.ts', 'features', 'rules', 'responses', 'frameworks', 'languages', 'syntax'];
    assert.deepEqual(
      parts.filter((name) => name !== undefined && order.includes(name)),
      order,
    );
  });

  test('is shown', () => {
    assert.match(readFileSync(join(root, 'docs/architecture.md'), 'utf8'), /\]\(images\/layers\.svg\)/);
  });
});
