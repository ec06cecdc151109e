import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { analyser } from '../../support/analyser.ts';
import { preparedFindings } from '../../support/findings.ts';
import { fixProblems, safeFixProblems } from '../../support/fixProblems.ts';

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

suite('all safe fixes of a fixture together parse, bring no stronger finding, and change nothing a second time', () => {
  for (const file of files) {
    test(file, async () => {
      const text = readFileSync(path.join(root, file), 'utf8');
      const findings = await preparedFindings(file);
      // of the two styles a project wants one
      const ofOneStyle: typeof findings = (...given) =>
        findings(...given).filter(({ rule }) => rule.id !== 'prefer-number');
      assert.deepEqual(await safeFixProblems(file, text, ofOneStyle), []);
    });
  }
});
