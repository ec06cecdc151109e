import { suite, test } from 'mocha';
import { expectFindings, open } from './editing.ts';

suite('Findings', () => {
  test('are those of the file and no others', async () => {
    await expectFindings(await open('src/orders.ts'), [
      '13 201 location-on-201',
      '26 401 forbidden-for-authenticated',
      '26 401 www-authenticate-on-401',
      '29 204 no-body-allowed',
      '33 405 allow-on-405',
    ]);
  });

  test('are none where all is well', async () => {
    await expectFindings(await open('src/health.js'), []);
  });
});
