import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readBundle } from '../../../scripts/localisation/bundles.ts';
import { useMessages } from '../../../server/src/localisation.ts';
import { findingsIn } from '../../support/findings.ts';
import { examplesOf, readPage, ruleIdsWithPages } from '../../support/rulePages.ts';

before(() => useMessages(readBundle('zh-cn')));
after(() => useMessages({}));

for (const id of ruleIdsWithPages()) {
  test(`${id} says nothing in English where the editor speaks another language`, async () => {
    for (const { file, text } of examplesOf(readPage(id)).filter(({ kind }) => kind === 'bad')) {
      for (const { message, evidence = [], fixes } of await findingsIn(file, text)) {
        const texts = [message, ...evidence.map((each) => each.message), ...fixes().map(({ title }) => title)];
        assert.deepEqual(
          texts.filter((each) => !/\p{Script=Han}/u.test(each) && !/^\d+$/.test(each)),
          [],
        );
      }
    }
  });
}
