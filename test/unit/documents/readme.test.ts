import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { withTables } from '../../../scripts/generate/readmeTables.ts';

const root = join(import.meta.dirname, '../../..');
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/architecture.md'];

suite('the documents', () => {
  test('the tables of the README say what the code knows', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    assert.equal(readme, withTables(readme), 'Run: npm run generate:schemas');
  });

  for (const document of documents) {
    test(`every link and picture of ${document} leads somewhere`, () => {
      const text = readFileSync(join(root, document), 'utf8');
      const folder = join(root, document, '..');
      const targets = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target]) => target ?? '');
      const missing = targets.filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(folder, target)));
      assert.deepEqual(missing, []);
    });
  }
});
