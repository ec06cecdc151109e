import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { analyser } from '../../support/analyser.ts';
import { fixProblems } from '../../support/fixProblems.ts';

const root = path.join(import.meta.dirname, '..', '..', 'fixtures');
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
  .filter((file) => analyser.languageOfPath(file) !== undefined);

suite('every fix of every finding in the fixtures parses, clears its finding, and brings no stronger one', () => {
  for (const file of files) {
    test(file, async () => {
      assert.deepEqual(await fixProblems(file, readFileSync(path.join(root, file), 'utf8')), []);
    });
  }
});
