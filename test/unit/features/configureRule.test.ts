import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocumentEdit } from 'vscode-languageserver';
import { readConfigurationFile } from '../../../server/src/configuration/configurationFile.ts';
import { withSeverity } from '../../../server/src/configuration/editConfiguration.ts';
import { turnOffActions } from '../../../server/src/features/configureRule.ts';
import { ready } from '../../support/ready.ts';

const uri = 'file:///work/http-status.config.json';
const source = `import express from 'express';
const app = express();
app.get('/old', (req, res) => { res.status(301).end(); });
app.get('/older', (req, res) => { res.status(301).end(); });
`;

const edited: readonly (readonly [before: string | undefined, after: string])[] = [
  [undefined, '{\n  "rules": {\n    "allow-on-405": "off"\n  }\n}\n'],
  ['', '{\n  "rules": {\n    "allow-on-405": "off"\n  }\n}\n'],
  ['{ "preset": "strict" }', '{\n  "preset": "strict",\n  "rules": {\n    "allow-on-405": "off"\n  }\n}'],
  [
    '{\r\n\t// agreed\r\n\t"rules": {\r\n\t\t"location-on-201": "error"\r\n\t}\r\n}\r\n',
    '{\r\n\t// agreed\r\n\t"rules": {\r\n\t\t"location-on-201": "error",\r\n\t\t"allow-on-405": "off"\r\n\t}\r\n}\r\n',
  ],
  ['{\n  "rules": { "allow-on-405": "error" }\n}\n', '{\n  "rules": { "allow-on-405": "off" }\n}\n'],
];

suite('a rule is turned off in the configuration file', () => {
  for (const [before, after] of edited) {
    test(JSON.stringify(before) ?? 'that there is none of', () => {
      const text = withSeverity(before, 'allow-on-405', 'off');
      assert.equal(text, after);
      assert.equal(readConfigurationFile(text).rules?.['allow-on-405'], 'off');
    });
  }

  test('by an edit of the file that is there', async () => {
    const open = await ready(source);
    const text = '{ "preset": "strict" }';
    const configurationFile = {
      path: uri,
      folder: 'file:///work',
      text,
      file: readConfigurationFile(text),
      patterns: [],
      ignores: () => false,
    };
    const actions = turnOffActions({ ...open, configurationFile, folder: 'file:///work' }, open.findings, false);
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Turn off location-on-redirect in http-status.config.json'],
    );
    assert.deepEqual(Object.keys(actions[0]?.edit?.changes ?? {}), [uri]);
  });

  test('by a new file, where the editor can make one and knows where', async () => {
    const open = { ...(await ready(source)), folder: 'file:///work' };
    const [action] = turnOffActions(open, open.findings, true);
    const [creation, change] = action?.edit?.documentChanges ?? [];
    assert.deepEqual(creation, { kind: 'create', uri, options: { ignoreIfExists: true } });
    assert.ok(TextDocumentEdit.is(change));
    assert.deepEqual(turnOffActions(open, open.findings, false), []);
    assert.deepEqual(turnOffActions({ ...open, folder: undefined }, open.findings, true), []);
  });
});
