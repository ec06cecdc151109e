import { suite, test } from 'mocha';
import { expectFindings, open } from './editing.ts';

/** Everything that is reported in the sample workspace: line, marked text, rule. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'src/orders.ts': [
    '13 201 location-on-201',
    '26 401 forbidden-for-authenticated',
    '29 204 no-body-allowed',
    '33 405 allow-on-405',
  ],
  'src/sessions.js': ['10 403 unauthorized-for-anonymous', '19 401 www-authenticate-on-401'],
  'src/reports.ts': ['9 200 error-in-success', '16 200 redirect-is-3xx', '20 301 location-on-redirect'],
  'src/downloads.js': ['8 503 retry-after-on-503', '14 419 unregistered-status'],
  'src/invoices.ts': [],
  'src/authentication.js': [],
  'src/health.js': [],
};

suite('Findings', () => {
  for (const [file, findings] of Object.entries(expected)) {
    test(`in ${file} are those expected and no others`, async () => {
      await expectFindings(await open(file), findings);
    });
  }
});
