import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Preset } from '../../../server/src/configuration/presets.ts';
import { diagnosticsOf } from '../../../server/src/features/diagnostics.ts';
import type { Severity } from '../../../server/src/rules/rule.ts';
import { ready } from '../../support/ready.ts';

const source = `import express from 'express';
const app = express();
app.post('/users', async (req, res) => {
  const user = await users.create(req.body);
  res.status(201).json(user);
});
app.get('/old', (req, res) => {
  res.status(301).end();
});
app.get('/proxy', (req, res) => {
  res.status(305).location('/').end();
});
app.delete('/users/:id', requireAuth, (req, res) => {
  if (req.user.role !== 'admin') return res.status(401).json({ error: 'Only for administrators' });
  res.sendStatus(204);
});
`;

async function diagnostics(preset: Preset, rules: Readonly<Record<string, Severity>> = {}, text = source) {
  const open = await ready(text, { preset, rules });
  return diagnosticsOf(open.document, open.findings);
}

/** `5:14 warning location-on-201`, in the order of the text. */
async function lines(preset: Preset, rules: Readonly<Record<string, Severity>> = {}, text = source) {
  return (await diagnostics(preset, rules, text)).map(
    ({ range, severity, code }) =>
      `${range.start.line + 1}:${range.start.character + 1} ${names[severity ?? 1]} ${code}`,
  );
}

const names: Readonly<Record<number, string>> = { 1: 'error', 2: 'warning', 3: 'information', 4: 'hint' };

suite('diagnostics', () => {
  test('are of the severity that the preset gives', async () => {
    assert.deepEqual(await lines('recommended'), [
      '5:14 information location-on-201',
      '8:14 warning location-on-redirect',
      '11:14 information deprecated-status',
      '14:52 warning forbidden-for-authenticated',
    ]);
    assert.deepEqual(await lines('strict'), [
      '5:14 warning location-on-201',
      '8:14 warning location-on-redirect',
      '11:14 information deprecated-status',
      '14:52 warning forbidden-for-authenticated',
    ]);
    assert.deepEqual(await lines('quiet'), ['14:52 warning forbidden-for-authenticated']);
  });

  test('are of the severity that a rule is given', async () => {
    assert.deepEqual(await lines('quiet', { 'location-on-201': 'error', 'forbidden-for-authenticated': 'off' }), [
      '5:14 error location-on-201',
    ]);
  });

  test('say who found what, and where to read about it', async () => {
    const [first] = await diagnostics('recommended');
    assert.deepEqual(first, {
      range: { start: { line: 4, character: 13 }, end: { line: 4, character: 16 } },
      severity: DiagnosticSeverity.Information,
      source: 'http-status',
      code: 'location-on-201',
      codeDescription: {
        href: 'https://github.com/http-status-assistant/http-status-assistant/blob/main/docs/rules/location-on-201.md',
      },
      message: '201 Created should say where the new resource is: the Location header is missing.',
    });
  });

  test('show their evidence', async () => {
    const found = (await diagnostics('recommended')).find(({ code }) => code === 'forbidden-for-authenticated');
    assert.ok((found?.relatedInformation?.length ?? 0) > 0);
    for (const { location, message } of found?.relatedInformation ?? []) {
      assert.equal(location.uri, 'file:///src/users.ts');
      assert.ok(message.length > 0);
    }
  });

  test('strike deprecated codes through', async () => {
    const found = (await diagnostics('recommended')).find(({ code }) => code === 'deprecated-status');
    assert.deepEqual(found?.tags, [2]);
  });

  test('count in UTF-16 code units', async () => {
    const text = source
      .replace("'/old', (req", "'/😀', /* 😀😀 */ (req")
      .replace('res.status(301)', '/* 😀 */ res.status(301)');
    assert.ok((await lines('recommended', {}, text)).includes('8:23 warning location-on-redirect'));
  });

  test('are in their lines whatever ends these', async () => {
    for (const end of ['\r\n', '\r']) {
      const text = source.replaceAll('\n', end);
      assert.deepEqual(await lines('recommended', {}, text), await lines('recommended'));
    }
  });

  test('wait for a status that is being typed', async () => {
    for (const typed of ['res.status()', 'res.status().set("X-Id", "1")', 'res.type("json").status()']) {
      const text = `app.get('/users', (req, res) => {\n  ${typed}.json({ error: 'No such user' });\n});\n`;
      assert.deepEqual(await lines('recommended', {}, text), [], typed);
    }
    const text = "app.get('/users', (req, res) => {\n  res.json({ error: 'No such user' });\n});\n";
    assert.deepEqual(await lines('recommended', {}, text), ['2:7 warning error-in-success']);
  });
});
