import * as assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { findings, open } from './editing.ts';

suite('Findings', () => {
  test('are those of the file and no others', async () => {
    const expected = [
      '13 201 location-on-201',
      '26 401 forbidden-for-authenticated',
      '29 204 no-body-allowed',
      '33 405 allow-on-405',
    ];
    assert.deepEqual(await findings(await open('src/orders.ts'), expected.length), expected);
  });

  test('are none where all is well', async () => {
    assert.deepEqual(await findings(await open('src/health.js'), 0), []);
  });
});
