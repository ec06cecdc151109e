import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { rules } from '../../../server/src/generated/rules.ts';
import { applyEdits } from '../../support/edits.ts';
import { findingsIn } from '../../support/findings.ts';
import { examplesOf, readPage, ruleIdsWithPages } from '../../support/rulePages.ts';

suite('every rule has its page, every page its rule', () => {
  test('by name', () => {
    assert.deepEqual([...ruleIdsWithPages()].sort(), rules.map(({ id }) => id).sort());
  });
});

for (const { id, strength, severity, reference } of rules) {
  const page = readPage(id);
  const examples = examplesOf(page);
  suite(`the page of ${id}`, () => {
    const facts = [strength, reference, `default severity: ${severity}`].filter((part) => part !== '').join(' · ');
    test('says how strong the rule is and where it stands', () => {
      assert.match(page, new RegExp(`^\\*\\*Strength\\*\\*: ${facts}(?: ·|$)`, 'm'));
    });

    examples.forEach((example, index) => {
      // suppressions are judged after all rules: see suppressions.test.ts
      if (example.kind === 'fixed' || id === 'unused-suppression') return;
      const next = examples[index + 1];
      test(`${example.kind} example at line ${example.line}`, async () => {
        const findings = (await findingsIn(example.file, example.text)).filter(({ rule }) => rule.id === id);
        if (example.kind === 'good') {
          assert.deepEqual(
            findings.map(({ message }) => message),
            [],
          );
          return;
        }
        const [finding] = findings;
        assert.ok(finding, 'nothing is reported');
        if (next?.kind !== 'fixed') return;
        const [fix] = finding.fixes();
        assert.ok(fix, 'no fix is offered');
        assert.equal(applyEdits(example.text, fix.edits), next.text);
        const left = (await findingsIn(next.file, next.text)).filter(({ rule }) => rule.id === id);
        assert.deepEqual(
          left.map(({ message }) => message),
          [],
          'the fixed text is reported again',
        );
      });
    });
  });
}
